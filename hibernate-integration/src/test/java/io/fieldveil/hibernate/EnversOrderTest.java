package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.cfg.Environment;
import org.hibernate.envers.AuditReaderFactory;
import org.junit.jupiter.api.Test;

/** Envers may stand before or after Fieldveil on the class path, or be turned off. */
class EnversOrderTest {

    private static final class Backwards extends ClassLoaderServiceImpl {

        @Override
        public <S> Collection<S> loadJavaServices(Class<S> contract) {
            var services = new ArrayList<>(super.loadJavaServices(contract));
            Collections.reverse(services);
            return services;
        }
    }

    private static StandardServiceRegistryBuilder builder(boolean backwards, String database) {
        var bootstrap = new BootstrapServiceRegistryBuilder();
        if (backwards) {
            bootstrap.applyClassLoaderService(new Backwards());
        }
        return new StandardServiceRegistryBuilder(bootstrap.build())
                .applySetting(Environment.JAKARTA_JDBC_URL, "jdbc:h2:mem:" + database)
                .applySetting(Environment.HBM2DDL_AUTO, "create-drop")
                .applySetting(FieldveilSettings.KEY_SOURCE, "development")
                .applySetting(FieldveilSettings.DEVELOPMENT_DIRECTORY, Path.of("target", "development-key"));
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private static Inpatient first(StandardServiceRegistryBuilder builder) {
        var sources = new MetadataSources(builder.build());
        List.of(Inpatient.class, Address.class, Geo.class, Inpatient.Kin.class).forEach(sources::addAnnotatedClass);
        try (var factory = sources.buildMetadata().buildSessionFactory();
                var scope = AccessScope.open(ProtectedSuite.VIEWER)) {
            var patient = Inpatient.ann();
            factory.inTransaction(session -> session.persist(patient));
            return factory.fromTransaction(session -> {
                var reader = AuditReaderFactory.get(session);
                return reader.find(
                        Inpatient.class,
                        patient.id,
                        reader.getRevisions(Inpatient.class, patient.id).get(0));
            });
        }
    }

    @Test
    void copies_areGuardedInWhateverOrderTheContributorsCome() {
        for (boolean backwards : new boolean[] {false, true}) {
            var seen = first(builder(backwards, "order" + backwards));
            assertThat(seen.lastName).isEqualTo("D•••");
            assertThat(seen.email).startsWith("fv1.");
            assertThat(seen.kin.name()).isEqualTo("B•••");
        }
    }

    @Test
    void entities_startWithoutCopies_whereEnversIsTurnedOff() {
        var sources = new MetadataSources(builder(false, "off")
                .applySetting("hibernate.integration.envers.enabled", "false")
                .build());
        List.of(Inpatient.class, Address.class, Geo.class, Inpatient.Kin.class).forEach(sources::addAnnotatedClass);
        try (var factory = sources.buildMetadata().buildSessionFactory()) {
            assertThat(factory.getMetamodel().getEntities()).hasSize(1);
        }
    }
}
