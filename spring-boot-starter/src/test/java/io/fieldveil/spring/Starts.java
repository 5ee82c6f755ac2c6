package io.fieldveil.spring;

import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Applications to start: with an H2 database and nothing else, or with a development key. */
final class Starts {

    private Starts() {}

    static ApplicationContextRunner withoutSettings() {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, FieldveilAutoConfiguration.class))
                .withPropertyValues("fieldveil.phone-region=DE")
                .withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID());
    }

    static ApplicationContextRunner withDevelopmentKey(Path folder) {
        return withoutSettings()
                .withPropertyValues("fieldveil.key-source=development", "fieldveil.development.directory=" + folder);
    }
}
