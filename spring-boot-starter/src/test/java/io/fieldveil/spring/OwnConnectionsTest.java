package io.fieldveil.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.fieldveil.jdbc.ConnectionSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnConnectionsTest {

    @TempDir
    Path folder;

    @Test
    void connection_whileTheApplicationHoldsItsOnlyOne_isThere() {
        Starts.withDevelopmentKey(folder)
                .withPropertyValues("spring.datasource.hikari.maximum-pool-size=1")
                .run(context -> {
                    try (var application =
                                    context.getBean(HikariDataSource.class).getConnection();
                            var ours = context.getBean(ConnectionSource.class).open()) {
                        assertThat(ours.isValid(1)).isTrue();
                        assertThat(application.isValid(1)).isTrue();
                    }
                });
    }
}
