package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

/** Keys and generators, and what else can stand on an entity that has protected attributes. */
abstract class EntityFeatureRows extends ShapeRows {

    EntityFeatureRows(TestDatabase server) {
        super("Keys, versions and what stands on the class", server);
        feature("key: IDENTITY", EntityFeatures.ByIdentity.class);
        feature("key: SEQUENCE", EntityFeatures.BySequence.class);
        feature("key: TABLE", EntityFeatures.ByTable.class);
        feature("key: UUID", EntityFeatures.ByUuid.class);
        feature("key: `@UuidGenerator`", EntityFeatures.ByUuidGenerator.class);
        feature("key: assigned", EntityFeatures.ByAssigned.class);
        feature("key: `@IdClass`", EntityFeatures.ByIdClass.class);
        feature("key: `@EmbeddedId`, a record", EntityFeatures.ByEmbeddedId.class);
        shape("key: `@MapsId`", new FieldShape(EntityFeatures.WithParent.class), EntityFeatures.Parent.class);
        feature("`@Version`", EntityFeatures.Versioned.class);
        feature("`@DynamicUpdate`", EntityFeatures.DynamicUpdated.class);
        feature("`@DynamicInsert`", EntityFeatures.DynamicInserted.class);
        feature("`@SoftDelete`", EntityFeatures.SoftDeleted.class);
        feature("`@SQLRestriction` on another attribute", EntityFeatures.Restricted.class);
        feature("`@Filter` on another attribute", EntityFeatures.Filtered.class);
        feature("`@BatchSize`", EntityFeatures.Batched.class);
        feature("`@OptimisticLocking` NONE", EntityFeatures.Unlocked.class);
        feature("`@Cache` READ_WRITE", EntityFeatures.CachedReadWrite.class);
        feature("`@Cache` NONSTRICT_READ_WRITE", EntityFeatures.CachedNonstrict.class);
        feature("callbacks and listeners", EntityFeatures.CalledBack.class);
        feature("`@SQLInsert`, `@SQLUpdate`, `@SQLDelete`", EntityFeatures.BySql.class);
        neighbours();
        shape("bytecode enhancement", EnhancedShapes.of(EnhancedShapes.Eager.class));
        shape("bytecode enhancement, `@Basic(fetch = LAZY)`", EnhancedShapes.of(EnhancedShapes.Lazy.class));
    }

    private void neighbours() {
        feature("an unprotected `@ElementCollection` beside it", EntityFeatures.WithCollection.class);
        feature("`@Convert` on another attribute", EntityFeatures.WithConverted.class);
        feature("`@Formula` over another attribute", EntityFeatures.WithFormula.class);
        feature("`@CreationTimestamp`, `@UpdateTimestamp` beside it", EntityFeatures.WithTimes.class);
        feature("`@NaturalId` on another attribute, cached", EntityFeatures.WithNaturalId.class);
        feature("JSON beside it", EntityFeatures.WithJson.class);
    }

    private void feature(String name, Class<?> entity) {
        shape(name, new FieldShape(entity));
    }
}
