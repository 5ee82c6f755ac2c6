package io.fieldveil.hibernate.testing;

import java.util.Optional;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** MySQL inside a container that the test class starts and stops. Its files are out of reach. */
final class ContainerServer extends LazyServer {

    private final JdbcDatabaseContainer<?> container;

    ContainerServer(JdbcDatabaseContainer<?> container) {
        this.container = container;
    }

    @Override
    Running start() {
        String base = container.getJdbcUrl().substring(0, container.getJdbcUrl().lastIndexOf('/') + 1);
        return new MySqlFamily(base, MySqlServer.PARAMETERS, "root", container.getPassword(), Optional.empty());
    }
}
