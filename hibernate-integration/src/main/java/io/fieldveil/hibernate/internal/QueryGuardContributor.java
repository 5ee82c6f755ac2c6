package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.QuerySettings;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategyProvider;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Found by ServiceLoader: has every HQL and criteria query checked, those over several tables too, native DML, and every
 * later read of an enhanced instance.
 */
public final class QueryGuardContributor implements ServiceContributor {

    @Override
    public void contribute(StandardServiceRegistryBuilder serviceRegistryBuilder) {
        Object other = serviceRegistryBuilder.getSettings().get(QuerySettings.SEMANTIC_QUERY_TRANSLATOR);
        String ours = GuardedSqmTranslatorFactory.class.getName();
        if (other != null && !other.equals(ours)) {
            throw new FieldveilException(
                    "FV-710",
                    "Setting '" + QuerySettings.SEMANTIC_QUERY_TRANSLATOR
                            + "' names another translator of queries, which would let queries read what is protected."
                            + " Remove the setting.");
        }
        serviceRegistryBuilder.applySetting(QuerySettings.SEMANTIC_QUERY_TRANSLATOR, ours);
        serviceRegistryBuilder.addService(SqmMultiTableMutationStrategyProvider.class, new MultiTableGuard());
        serviceRegistryBuilder.addInitiator(new GuardedPersisters());
        serviceRegistryBuilder.addInitiator(GuardedJdbcServices.INITIATOR);
        if (OptionalClasses.has(serviceRegistryBuilder.getBootstrapServiceRegistry(), OptionalClasses.ENVERS)) {
            EnversAfterBinding.register(serviceRegistryBuilder);
        }
    }
}
