package io.fieldveil.hibernate.store;

import io.fieldveil.hibernate.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OwnTablesOnMariaDbTest extends OwnTablesSuite {

    OwnTablesOnMariaDbTest(@TempDir Path directory) {
        super(TestDatabase.MARIADB, directory);
    }
}
