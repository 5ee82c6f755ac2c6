package io.fieldveil.hibernate.internal;

import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.spi.MetadataBuilderInitializer;

/** Found by ServiceLoader: registers the one converter descriptor, before any attribute is bound. */
public final class ConverterRegistration implements MetadataBuilderInitializer {

    @Override
    public void contribute(MetadataBuilder metadataBuilder, StandardServiceRegistry serviceRegistry) {
        metadataBuilder.applyAttributeConverter(new SealedConverterDescriptor());
    }
}
