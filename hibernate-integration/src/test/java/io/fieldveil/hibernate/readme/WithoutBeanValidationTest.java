package io.fieldveil.hibernate.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.FieldveilSettings;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with Hibernate, a database and nothing else: no Bean Validation on its class path. */
class WithoutBeanValidationTest {

    /** Runs in a JVM of its own. */
    static final class Application {

        private Application() {}

        public static void main(String[] arguments) {
            var configuration = new Configuration()
                    .addAnnotatedClass(Contact.class)
                    .setProperty("hibernate.connection.url", "jdbc:h2:mem:plain;DB_CLOSE_DELAY=-1")
                    .setProperty("hibernate.hbm2ddl.auto", "create")
                    .setProperty(FieldveilSettings.KEY_SOURCE, "development")
                    .setProperty(FieldveilSettings.DEVELOPMENT_DIRECTORY, arguments[0]);
            try (var factory = configuration.buildSessionFactory()) {
                factory.inTransaction(session -> {
                    var contact = new Contact();
                    contact.email = " Alice@Example.org";
                    session.persist(contact);
                });
                long found = factory.fromTransaction(session -> session.createQuery(
                                "select count(c) from Contact c where c.email = :email", Long.class)
                        .setParameter("email", "alice@example.org")
                        .getSingleResult());
                System.out.println("found " + found);
            }
        }
    }

    @Test
    void application_withoutBeanValidation_startsStoresAndFinds(@TempDir Path keys) throws Exception {
        String classes = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().contains("validat"))
                .collect(Collectors.joining(File.pathSeparator));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        Application.class.getName(),
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("found 1").doesNotContain("NoClassDefFoundError");
        assertThat(process.exitValue()).isZero();
    }
}
