package io.fieldveil.hibernate.internal;

import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;

/**
 * Found by ServiceLoader: after all classes are bound, walks the mapping, binds every protected attribute to its
 * converter and its property access, and reports all mistakes together.
 */
public final class ProtectionContributor implements AdditionalMappingContributor {

    @Override
    public String getContributorName() {
        return "fieldveil";
    }

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resourceStreamLocator,
            MetadataBuildingContext buildingContext) {
        var problems = new Problems();
        var binder = new AttributeBinder(buildingContext, problems);
        new MappingWalk(binder, problems).walk(metadata);
        new ColumnRules(problems, metadata).check();
        problems.throwIfAny();
        var services = buildingContext.getBootstrapContext().getServiceRegistry();
        if (OptionalClasses.has(services, OptionalClasses.ENVERS)) {
            EnversAfterBinding.copy(metadata, services);
        }
    }
}
