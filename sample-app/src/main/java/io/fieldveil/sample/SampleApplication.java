package io.fieldveil.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the sample on port 8080, with its own MariaDB and, unless {@code spring.mail.host} is set, its own simulated
 * mail server. Contacts, keys and the database stay in the folder that {@code sample.folder} names.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SampleApplication {

    public static void main(String[] args) {
        SpringApplication.run(SampleApplication.class, args);
    }
}
