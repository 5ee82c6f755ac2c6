package io.fieldveil.sample.imports;

import io.fieldveil.sample.SampleProperties;
import io.fieldveil.sample.contact.ContactRepository;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Fills an empty database with made-up contacts, so that the first page shows something. */
@Component
@Order(0)
class BundledContacts implements ApplicationRunner {

    /** The bundled file; some of its rows are malformed on purpose. */
    static final String FILE = "samples/contacts.csv";

    private static final Logger LOG = LoggerFactory.getLogger(BundledContacts.class);

    private final ContactRepository contacts;
    private final ContactImport imports;
    private final boolean wanted;

    BundledContacts(ContactRepository contacts, ContactImport imports, SampleProperties properties) {
        this.contacts = contacts;
        this.imports = imports;
        this.wanted = properties.loadBundledContacts();
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, UnreadableFileException {
        if (!wanted || contacts.count() > 0) {
            return;
        }
        var file = new ClassPathResource(FILE);
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            var report = imports.load(reader);
            LOG.info(
                    "Loaded {} made-up contacts; {} malformed rows were left out, as the import page shows.",
                    report.loaded(),
                    report.badRows().size());
        }
    }
}
