package io.fieldveil.hibernate.store;

import io.fieldveil.hibernate.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OwnTablesOnPostgreSqlTest extends OwnTablesSuite {

    OwnTablesOnPostgreSqlTest(@TempDir Path directory) {
        super(TestDatabase.POSTGRESQL, directory);
    }
}
