package io.fieldveil.sample.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page that takes a file of contacts. */
@Controller
class ImportController {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ContactImport imports;

    ImportController(ContactImport imports) {
        this.imports = imports;
    }

    @GetMapping("/imports")
    String ask(Model model) {
        model.addAttribute("columns", ContactColumns.ALL);
        return "import";
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(@RequestParam MultipartFile file, Model model) throws IOException {
        return load(file, model);
    }

    @PostMapping("/imports/bundled")
    String bundled(Model model) throws IOException {
        return load(new ClassPathResource(BundledContacts.FILE), model);
    }

    private String load(InputStreamSource file, Model model) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            model.addAttribute("report", imports.load(new StringReader(text(bytes.readAllBytes()))));
        } catch (CharacterCodingException e) {
            model.addAttribute(
                    "refused", "The file is no text in UTF-8, nothing was loaded. Save the table as CSV in UTF-8.");
        } catch (UnreadableFileException e) {
            model.addAttribute("refused", e.getMessage());
        }
        return ask(model);
    }

    /** A malformed byte is an error here, not a replacement character in someone's name. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
