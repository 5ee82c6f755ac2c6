package io.fieldveil.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.FieldveilException;
import io.fieldveil.keyset.KeyEncryptionKeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingsTest {

    private static final String CANARY = "canary-passphrase";

    @TempDir
    Path folder;

    @Test
    void keySource_notNamed_stopsTheStart() {
        refuses(Starts.withoutSettings(), "FV-712", "fieldveil.key-source");
    }

    @Test
    void keySource_noneWithoutBean_stopsTheStart() {
        refuses(Starts.withoutSettings().withPropertyValues("fieldveil.key-source=none"), "FV-713", "Declare one");
    }

    @Test
    void keySource_noneWithBean_starts() {
        Starts.withoutSettings()
                .withPropertyValues("fieldveil.key-source=none")
                .withBean(KeyEncryptionKeySource.class, () -> KeyEncryptionKeySource.development(folder))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "fieldveil.keystore.passphras",
        "fieldveil.key-sources",
        "fieldveil.development.directory.x",
        "fieldveil.phoneregio"
    })
    void setting_unknown_stopsTheStartWithItsNameAndWithoutItsValue(String name) {
        refuses(
                Starts.withDevelopmentKey(folder).withPropertyValues(name + "=" + CANARY),
                "FV-711",
                "fieldveil." + name.substring("fieldveil.".length()));
    }

    @ParameterizedTest
    @CsvSource({
        "fieldveil.keystore.location, FV-714",
        "fieldveil.keystore.alias, FV-714",
        "fieldveil.keystore.passphrase, FV-715"
    })
    void keystore_withoutOneOfItsSettings_stopsTheStart(String missing, String code) {
        var runner = Starts.withoutSettings().withPropertyValues("fieldveil.key-source=bcfks");
        for (String setting : new String[] {"location", "alias", "passphrase"}) {
            String name = "fieldveil.keystore." + setting;
            runner = name.equals(missing) ? runner : runner.withPropertyValues(name + "=" + CANARY);
        }
        refuses(runner, code, missing);
    }

    @Test
    void keystore_thatIsNotThere_stopsTheStart() {
        refuses(keystore("passphrase=" + CANARY), "FV-410", "keystore");
    }

    @Test
    void passphraseFile_empty_stopsTheStart() throws IOException {
        Path file = Files.createFile(folder.resolve("passphrase"));
        refuses(keystore("passphrase-file=" + file), "FV-716", "passphrase-file");
    }

    @Test
    void passphrase_bothWays_stopsTheStart() {
        refuses(
                keystore("passphrase=" + CANARY)
                        .withPropertyValues("fieldveil.keystore.passphrase-file=" + folder.resolve("passphrase")),
                "FV-715",
                "exactly one");
    }

    @ParameterizedTest
    @CsvSource({"campaign", "NONE", "1ST"})
    void purpose_thatIsNone_stopsTheStart(String name) {
        refuses(
                Starts.withDevelopmentKey(folder).withPropertyValues("fieldveil.purposes=" + name),
                "FV-717",
                "fieldveil.purposes");
    }

    @Test
    void phoneRegion_unknown_stopsTheStart() {
        refuses(Starts.withDevelopmentKey(folder).withPropertyValues("fieldveil.phone-region=XX"), "FV-702", "region");
    }

    @ParameterizedTest
    @CsvSource({"99ms", "61s"})
    void markingMaxAge_outOfBounds_stopsTheStart(String time) {
        refuses(
                Starts.withDevelopmentKey(folder).withPropertyValues("fieldveil.marking-max-age=" + time),
                "FV-549",
                "100 ms");
    }

    private ApplicationContextRunner keystore(String passphrase) {
        return Starts.withoutSettings()
                .withPropertyValues(
                        "fieldveil.key-source=bcfks",
                        "fieldveil.keystore.location=" + folder.resolve("absent.bcfks"),
                        "fieldveil.keystore.alias=kek",
                        "fieldveil.keystore." + passphrase);
    }

    private static void refuses(ApplicationContextRunner runner, String code, String hint) {
        runner.run(context -> {
            assertThat(context).hasFailed();
            Throwable failure = context.getStartupFailure();
            while (failure != null && !(failure instanceof FieldveilException)) {
                failure = failure.getCause();
            }
            assertThat(failure).isInstanceOf(FieldveilException.class);
            assertThat(failure).hasMessageStartingWith(code).hasMessageContaining(hint);
            assertThat(context.getStartupFailure()).hasStackTraceContaining(code);
            var analysis = new FieldveilFailureAnalyzer().analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).contains(code);
            assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain(CANARY);
        });
    }
}
