package io.fieldveil.spring;

import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.access.AccessPolicy;
import io.fieldveil.access.Purpose;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.crypto.CryptoCounter;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.hibernate.FieldveilSettings;
import io.fieldveil.keyset.Keysets;
import io.fieldveil.lastmile.LastMile;
import io.fieldveil.marking.CurrentMarkings;
import io.fieldveil.marking.MarkingStore;
import io.fieldveil.marking.Markings;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the runtime to Hibernate, and its last mile, markings and counter to the application. */
@Configuration(proxyBeanMethods = false)
final class HibernateConfiguration {

    @Bean
    @ConditionalOnMissingBean
    FieldveilRuntime fieldveilRuntime(
            FieldveilProperties settings,
            Keysets keysets,
            DisclosureAudit audit,
            MarkingStore markings,
            AccessContextProvider contexts,
            AccessPolicy policy) {
        var builder = FieldveilRuntime.builder()
                .keysets(keysets)
                .audit(audit)
                .markings(CurrentMarkings.of(markings, settings.markingMaxAge()))
                .accessContextProvider(contexts)
                .accessPolicy(policy)
                .purposes(purposes(settings))
                .keptKeysets(settings.keptKeysets())
                .maskedWrites(settings.maskedWrites())
                .nativeSql(settings.nativeSql());
        String region = settings.phoneRegion();
        return (region == null ? builder : builder.phoneRegion(region)).build();
    }

    @Bean
    @ConditionalOnMissingBean
    LastMile fieldveilLastMile(FieldveilRuntime runtime) {
        return runtime.lastMile();
    }

    @Bean
    @ConditionalOnMissingBean
    Markings fieldveilMarkings(FieldveilRuntime runtime) {
        return runtime.markings();
    }

    @Bean
    @ConditionalOnMissingBean
    CryptoCounter fieldveilCryptoCounter(FieldveilRuntime runtime) {
        return runtime.counter();
    }

    @Bean
    HibernatePropertiesCustomizer fieldveilHibernateSettings(FieldveilRuntime runtime) {
        return properties -> properties.put(FieldveilSettings.RUNTIME, runtime);
    }

    /** @throws io.fieldveil.FieldveilException FV-717 if one of the names is no purpose */
    private static Set<Purpose> purposes(FieldveilProperties settings) {
        try {
            var purposes = settings.purposes().stream().map(Purpose::new).collect(Collectors.toSet());
            if (purposes.contains(Purpose.NONE)) {
                throw Messages.badPurpose();
            }
            return purposes;
        } catch (IllegalArgumentException e) {
            throw Messages.badPurpose();
        }
    }
}
