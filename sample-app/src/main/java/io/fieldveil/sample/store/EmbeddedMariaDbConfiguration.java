package io.fieldveil.sample.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fieldveil.sample.PropertyMissing;
import io.fieldveil.sample.SampleProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Gives the sample its embedded database, unless {@code spring.datasource.url} names another. */
@Configuration(proxyBeanMethods = false)
@Conditional(PropertyMissing.Database.class)
class EmbeddedMariaDbConfiguration {

    @Bean
    EmbeddedMariaDb embeddedMariaDb(SampleProperties properties) {
        return EmbeddedMariaDb.start(properties.folder());
    }

    @Bean
    HikariDataSource dataSource(EmbeddedMariaDb database) {
        var config = new HikariConfig();
        config.setPoolName("sample");
        config.setJdbcUrl(database.url());
        config.setUsername(EmbeddedMariaDb.USER);
        config.setPassword(database.password());
        return new HikariDataSource(config);
    }
}
