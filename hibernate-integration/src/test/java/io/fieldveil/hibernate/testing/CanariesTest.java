package io.fieldveil.hibernate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanariesTest {

    private static final String CANARY = "Kanári-7431@example.org";

    private final Canaries canaries = Canaries.of(List.of(CANARY));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void inBytes_textInThisEncoding_isFound(String encoding) {
        byte[] text = ("before " + CANARY + " after").getBytes(Charset.forName(encoding));

        assertThat(canaries.inBytes("here", text)).contains(new Canaries.Finding(CANARY, "here", encoding));
    }

    @Test
    void inBytes_otherCase_isFound() {
        assertThat(canaries.inTexts("here", List.of("kanári-7431@example.org"))).hasSize(1);
    }

    @Test
    void inBytes_hexadecimal_isFound() {
        String hex = HexFormat.of().formatHex(("x" + CANARY).getBytes(StandardCharsets.UTF_8));

        assertThat(canaries.inTexts("here", List.of(hex))).containsExactly(new Canaries.Finding(CANARY, "here", "hex"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void inBytes_base64AtAnyAlignment_isFound(String before) {
        byte[] text = (before + CANARY + "?").getBytes(StandardCharsets.UTF_8);

        assertThat(canaries.inBytes("plain", Base64.getEncoder().encode(text)))
                .containsExactly(new Canaries.Finding(CANARY, "plain", "Base64"));
        assertThat(canaries.inBytes("url", Base64.getUrlEncoder().encode(text)))
                .containsExactly(new Canaries.Finding(CANARY, "url", "Base64"));
    }

    @Test
    void inBytes_partOfTheCanary_isNotFound() {
        assertThat(canaries.inTexts("here", List.of(CANARY.substring(1), CANARY.substring(0, CANARY.length() - 1))))
                .isEmpty();
    }

    @Test
    void inFiles_aroundTheEndOfAChunk_isFound() throws IOException {
        byte[] value = CANARY.getBytes(StandardCharsets.UTF_8);
        Path file = Files.createDirectory(directory.resolve("sub")).resolve("file");
        for (int position = 1 << 20; position < (1 << 20) + 100; position += 7) {
            byte[] content = new byte[position + value.length];
            System.arraycopy(value, 0, content, position, value.length);
            Files.write(file, content);

            Set<Canaries.Finding> findings = canaries.inFiles(directory);

            assertThat(findings).containsExactly(new Canaries.Finding(CANARY, "sub/file", "UTF-8"));
        }
    }

    @Test
    void of_shortCanary_isRefused() {
        assertThatThrownBy(() -> Canaries.of(List.of("short"))).isInstanceOf(IllegalArgumentException.class);
    }
}
