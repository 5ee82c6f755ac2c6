package io.fieldveil.hibernate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The same for servers whose files are in reach. */
abstract class CanaryOnDiskSuite extends CanarySuite {

    CanaryOnDiskSuite(TestDatabase server) {
        super(server);
    }

    @Test
    void inFiles_plantedAndFlushed_isFound() throws SQLException, IOException {
        jpa.database().flushToDisk();
        Path directory = jpa.database().dataDirectory().orElseThrow();

        assertThat(canaries.inFiles(directory))
                .extracting(Canaries.Finding::canary)
                .contains(TEXT, BYTES)
                .doesNotContain(ABSENT);
    }
}
