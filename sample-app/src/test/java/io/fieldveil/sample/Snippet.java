package io.fieldveil.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page that stands for a tagged region of a source file: an HTML comment {@code from: path#tag}, with
 * {@code , reformatted} behind it where white space and comments may differ, and the block below it.
 *
 * @param source the file's path from the root
 * @param tag the region's name
 * @param reformatted whether only the code counts
 * @param code what the page shows
 * @param start where the code starts in the page
 */
record Snippet(String source, String tag, boolean reformatted, String code, int start) {

    private static final Pattern BLOCK = Pattern.compile(
            "<!-- from: ([^#\\s]+)#([\\w-]+?)(, reformatted)? -->\\s*```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    static List<Snippet> in(String page) {
        var snippets = new ArrayList<Snippet>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            snippets.add(new Snippet(
                    block.group(1), block.group(2), block.group(3) != null, block.group(4), block.start(4)));
        }
        return snippets;
    }

    /** How many blocks a page announces; one that {@link #in} does not find is malformed. */
    static int announcedIn(String page) {
        return page.split("<!-- from: ", -1).length - 1;
    }

    /** The region as the source has it now, without its indentation. */
    String region() {
        String file = SourceTree.read(source);
        int start = file.indexOf("// tag::" + tag + "[]\n");
        int end = file.indexOf("// end::" + tag + "[]");
        if (start < 0 || end < start) {
            throw new AssertionError("There is no region '" + tag + "' in " + source);
        }
        String lines = file.substring(file.indexOf('\n', start) + 1, file.lastIndexOf('\n', end) + 1);
        return lines.stripTrailing().stripIndent() + "\n";
    }

    /** What is compared: everything, or only the code. */
    String comparable(String text) {
        return reformatted
                ? WHITE_SPACE.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("")
                : text;
    }
}
