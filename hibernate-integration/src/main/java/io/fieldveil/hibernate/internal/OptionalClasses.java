package io.fieldveil.hibernate.internal;

import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;
import org.hibernate.service.ServiceRegistry;

/** Dependencies that need not be there; a class of ours that uses one cannot be loaded without. */
final class OptionalClasses {

    static final String ENVERS = "org.hibernate.envers.boot.internal.EnversService";

    private OptionalClasses() {}

    static boolean has(ServiceRegistry services, String name) {
        try {
            services.requireService(ClassLoaderService.class).classForName(name);
            return true;
        } catch (ClassLoadingException e) {
            return false;
        }
    }
}
