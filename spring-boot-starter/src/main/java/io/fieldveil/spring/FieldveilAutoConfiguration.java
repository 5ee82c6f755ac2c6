package io.fieldveil.spring;

import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.access.AccessPolicy;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.jdbc.ConnectionSource;
import io.fieldveil.keyset.KeyEncryptionKeySource;
import io.fieldveil.keyset.KeysetStore;
import io.fieldveil.keyset.Keysets;
import io.fieldveil.marking.MarkingStore;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * Sets Fieldveil up beside a data source. Every bean steps back for one of the application's own; the connections to
 * keysets, audit and markings are the data source's, and do not take part in the application's transactions.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class, before = HibernateJpaAutoConfiguration.class)
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(FieldveilProperties.class)
@Import(HibernateConfiguration.class)
public final class FieldveilAutoConfiguration {

    private static final String SECURITY = "org.springframework.security.core.context.SecurityContextHolder";

    /** @throws io.fieldveil.FieldveilException FV-711 if a setting is not known */
    FieldveilAutoConfiguration(Environment environment) {
        UnknownSettings.refuse(environment);
    }

    @Bean
    @ConditionalOnMissingBean
    KeyEncryptionKeySource fieldveilKeyEncryptionKeySource(FieldveilProperties settings) {
        return KeySources.from(settings);
    }

    @Bean
    @ConditionalOnMissingBean
    ConnectionSource fieldveilConnections(DataSource dataSource) {
        return OwnConnections.beside(dataSource);
    }

    @Bean
    @ConditionalOnMissingBean
    KeysetStore fieldveilKeysetStore(ConnectionSource connections) {
        return KeysetStore.jdbc(connections);
    }

    @Bean
    @ConditionalOnMissingBean
    Keysets fieldveilKeysets(KeyEncryptionKeySource source, KeysetStore store) {
        return Keysets.of(source, store);
    }

    @Bean
    @ConditionalOnMissingBean
    DisclosureAudit fieldveilDisclosureAudit(ConnectionSource connections, Keysets keysets) {
        return DisclosureAudit.jdbc(connections, KeyedHash.of(keysets, ""));
    }

    @Bean
    @ConditionalOnMissingBean
    MarkingStore fieldveilMarkingStore(ConnectionSource connections, Keysets keysets) {
        return MarkingStore.jdbc(connections, KeyedHash.of(keysets, ""));
    }

    @Bean
    @ConditionalOnMissingBean
    AccessPolicy fieldveilAccessPolicy() {
        return AccessPolicy.standard();
    }

    /** From Spring Security where there is one; else nobody, unless a scope is open. */
    @Bean
    @ConditionalOnMissingBean
    AccessContextProvider fieldveilAccessContextProvider(ResourceLoader resources) {
        return ClassUtils.isPresent(SECURITY, resources.getClassLoader())
                ? new SecurityContextProvider()
                : AccessContextProvider.none();
    }
}
