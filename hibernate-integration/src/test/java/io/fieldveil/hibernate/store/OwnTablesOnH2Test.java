package io.fieldveil.hibernate.store;

import io.fieldveil.hibernate.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OwnTablesOnH2Test extends OwnTablesSuite {

    OwnTablesOnH2Test(@TempDir Path directory) {
        super(TestDatabase.H2, directory);
    }
}
