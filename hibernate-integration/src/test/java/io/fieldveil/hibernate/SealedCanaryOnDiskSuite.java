package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The same, and the files, for servers whose files are in reach. */
abstract class SealedCanaryOnDiskSuite extends SealedCanarySuite {

    SealedCanaryOnDiskSuite(TestDatabase server) {
        super(server);
    }

    @Test
    void filesOfTheServer_afterEveryWayOfWriting_holdNoCanary() throws SQLException, IOException {
        jpa.database().flushToDisk();

        assertThat(canaries().inFiles(jpa.database().dataDirectory().orElseThrow()))
                .isEmpty();
    }
}
