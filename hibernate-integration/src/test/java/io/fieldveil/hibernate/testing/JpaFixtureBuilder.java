package io.fieldveil.hibernate.testing;

import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fieldveil.hibernate.FieldveilSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Describes a {@link JpaFixture}. The second-level cache is off, the schema is created, until said otherwise. */
public final class JpaFixtureBuilder {

    private static final int POOL_SIZE = 4;

    private final TestDatabase server;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private List<Class<?>> entities = List.of();
    private List<String> schema = List.of();

    JpaFixtureBuilder(TestDatabase server) {
        this.server = server;
        settings.put("hibernate.hbm2ddl.auto", "create");
        settings.put("hibernate.cache.use_second_level_cache", "false");
    }

    /** The annotated classes: entities, embeddables, mapped superclasses, converters. */
    public JpaFixtureBuilder entities(Class<?>... annotatedClasses) {
        entities = List.of(annotatedClasses);
        return this;
    }

    /** A Hibernate setting by its full name; replaces an earlier one. */
    public JpaFixtureBuilder setting(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    /** Lets Hibernate only validate a schema that this SQL made. */
    public JpaFixtureBuilder validating(String... ddl) {
        schema = List.of(ddl);
        return setting("hibernate.hbm2ddl.auto", "validate");
    }

    /** Fieldveil's settings of a test: a development key below the build folder, German telephone numbers. */
    public JpaFixtureBuilder developmentKey() {
        return setting(FieldveilSettings.KEY_SOURCE, "development")
                .setting(FieldveilSettings.DEVELOPMENT_DIRECTORY, Path.of("target", "development-key"))
                .setting(FieldveilSettings.PHONE_REGION, "DE");
    }

    /** Turns on the second-level cache and the query cache, kept by Caffeine through JCache. */
    public JpaFixtureBuilder secondLevelCache() {
        return setting("hibernate.cache.use_second_level_cache", "true")
                .setting("hibernate.cache.use_query_cache", "true")
                .setting("hibernate.cache.region.factory_class", "jcache")
                .setting("hibernate.javax.cache.provider", CaffeineCachingProvider.class.getName())
                .setting("hibernate.javax.cache.missing_cache_strategy", "create");
    }

    /**
     * Creates the database, the pool and the session factory.
     *
     * @throws RuntimeException what Hibernate throws at boot, after the database is dropped again
     */
    public JpaFixture open() {
        Database database = server.newDatabase();
        HikariDataSource pool = pool(database);
        try {
            createSchema(pool);
            StatementLog statements = new StatementLog();
            settings.put("jakarta.persistence.nonJtaDataSource", statements.watch(pool));
            // Caches belong to the JVM's one JCache manager; without a prefix, fixtures would read each other's.
            settings.putIfAbsent("hibernate.cache.region_prefix", JpaFixtureCaches.prefix(database));
            SessionFactory sessionFactory = build();
            statements.clear();
            return new JpaFixture(database, pool, statements, sessionFactory);
        } catch (RuntimeException e) {
            pool.close();
            drop(database, e);
            throw e;
        }
    }

    private void createSchema(HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String ddl : schema) {
                statement.execute(ddl);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private SessionFactory build() {
        StandardServiceRegistry registry =
                new StandardServiceRegistryBuilder().applySettings(settings).build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            entities.forEach(sources::addAnnotatedClass);
            return sources.buildMetadata().buildSessionFactory();
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    private static HikariDataSource pool(Database database) {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(database.url());
        configuration.setUsername(database.user());
        configuration.setPassword(database.password());
        configuration.setMaximumPoolSize(POOL_SIZE);
        configuration.setMinimumIdle(0);
        return new HikariDataSource(configuration);
    }

    private static void drop(Database database, RuntimeException cause) {
        try {
            database.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
