package io.fieldveil.spring;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Finds settings that begin with {@code fieldveil.} and mean nothing. Spring Boot can refuse those too, but shows their
 * values, and a misspelt passphrase is a passphrase.
 *
 * <p>Environment variables are not looked at: their names do not tell where words begin.
 */
final class UnknownSettings {

    private UnknownSettings() {}

    /** @throws io.fieldveil.FieldveilException FV-711 if there is one */
    static void refuse(Environment environment) {
        try {
            Binder.get(environment)
                    .bind(
                            "fieldveil",
                            Bindable.of(FieldveilProperties.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, UnknownSettings::isLookedAt));
        } catch (BindException e) {
            if (e.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
                throw Messages.unknownSettings(names(unbound));
            }
            // A value that does not convert: binding the bean reports it, with Spring Boot's own explanation.
        }
    }

    private static Set<String> names(UnboundConfigurationPropertiesException unbound) {
        return unbound.getUnboundProperties().stream()
                .map(ConfigurationProperty::getName)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static boolean isLookedAt(ConfigurationPropertySource source) {
        return !(source.getUnderlyingSource() instanceof PropertySource<?> named)
                || !named.getName().endsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }
}
