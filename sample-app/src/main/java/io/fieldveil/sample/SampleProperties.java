package io.fieldveil.sample;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sample's own settings.
 *
 * @param folder where the embedded database and the development keys are kept; not below the temporary folder, because
 *     the embedded database would be emptied at every start there
 * @param mailFrom the sender of every mail
 * @param loadBundledContacts whether an empty database is filled with the bundled file when the sample starts
 */
@ConfigurationProperties("sample")
public record SampleProperties(
        Path folder,
        @DefaultValue("news@shop.example") String mailFrom,
        @DefaultValue("true") boolean loadBundledContacts) {}
