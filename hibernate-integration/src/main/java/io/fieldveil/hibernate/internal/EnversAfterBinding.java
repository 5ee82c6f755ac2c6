package io.fieldveil.hibernate.internal;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.EffectiveMappingDefaults;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.envers.boot.internal.EnversService;
import org.hibernate.envers.boot.internal.EnversServiceImpl;
import org.hibernate.envers.configuration.internal.MappingCollector;
import org.hibernate.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Envers copies the mapping when its contributor is asked, which may be before ours is: this one waits until the
 * protected attributes are bound. To be loaded only where Envers is.
 */
final class EnversAfterBinding extends EnversServiceImpl {

    private boolean bound;
    private @Nullable Runnable waiting;

    /** As a service that is there already, which precedes the one that Envers itself offers. */
    static void register(StandardServiceRegistryBuilder builder) {
        var service = new EnversAfterBinding();
        service.configure(builder.getSettings());
        builder.addService(EnversService.class, service);
    }

    /** Has Envers copy what is bound now, and the copies guarded. */
    static void copy(InFlightMetadataCollector metadata, ServiceRegistry services) {
        var envers = services.getService(EnversService.class);
        if (envers == null || !envers.isEnabled()) {
            return;
        }
        metadata.registerValueMappingResolver(context -> {
            new AuditCopies(metadata, envers).bind();
            return true;
        });
        if (envers instanceof EnversAfterBinding ours) {
            ours.go();
        }
    }

    private void go() {
        bound = true;
        if (waiting != null) {
            waiting.run();
        }
    }

    @Override
    public void initialize(
            MetadataImplementor metadata, MappingCollector mappingCollector, EffectiveMappingDefaults defaults) {
        if (bound) {
            super.initialize(metadata, mappingCollector, defaults);
        } else {
            waiting = () -> super.initialize(metadata, mappingCollector, defaults);
        }
    }
}
