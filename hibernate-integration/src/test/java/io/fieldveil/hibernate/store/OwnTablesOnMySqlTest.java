package io.fieldveil.hibernate.store;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@RequiresMySql
class OwnTablesOnMySqlTest extends OwnTablesSuite {

    OwnTablesOnMySqlTest(@TempDir Path directory) {
        super(TestDatabase.MYSQL, directory);
    }
}
