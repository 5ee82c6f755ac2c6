package io.fieldveil.hibernate.matrix;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SQLUpdate;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;
import org.jspecify.annotations.Nullable;

/** Entities that differ in what stands on the class, on its key, or beside the protected attributes. */
final class EntityFeatures {

    private EntityFeatures() {}

    // ---- keys --------------------------------------------------------------------------------------------------

    @Entity(name = "ByIdentity")
    static class ByIdentity extends Six.Base {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;
    }

    @Entity(name = "BySequence")
    static class BySequence extends Six.Base {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @Nullable
        Long id;
    }

    @Entity(name = "ByTable")
    static class ByTable extends Six.Base {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "rows")
        @TableGenerator(name = "rows", table = "generated_keys")
        @Nullable
        Long id;
    }

    @Entity(name = "ByUuid")
    static class ByUuid extends Six.Base {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        @Nullable
        UUID id;
    }

    @Entity(name = "ByUuidGenerator")
    static class ByUuidGenerator extends Six.Base {
        @Id
        @UuidGenerator(style = UuidGenerator.Style.TIME)
        @Nullable
        UUID id;
    }

    @Entity(name = "ByAssigned")
    static class ByAssigned extends Six.Base {
        private static final AtomicLong LAST = new AtomicLong();

        @Id
        Long id = LAST.incrementAndGet();
    }

    record Key(Long number, String region) implements Serializable {}

    @Entity(name = "ByIdClass")
    @IdClass(Key.class)
    static class ByIdClass extends Six.Base {
        private static final AtomicLong LAST = new AtomicLong();

        @Id
        Long number = LAST.incrementAndGet();

        @Id
        String region = "north";
    }

    @Embeddable
    record Compound(Long number, String region) implements Serializable {}

    @Entity(name = "ByEmbeddedId")
    static class ByEmbeddedId extends Six.Base {
        private static final AtomicLong LAST = new AtomicLong();

        @EmbeddedId
        Compound id = new Compound(LAST.incrementAndGet(), "north");
    }

    // ---- what stands on the class ------------------------------------------------------------------------------

    @Entity(name = "Versioned")
    static class Versioned extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Version
        int version;
    }

    @Entity(name = "DynamicUpdated")
    @DynamicUpdate
    static class DynamicUpdated extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "DynamicInserted")
    @DynamicInsert
    static class DynamicInserted extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "SoftDeleted")
    @SoftDelete
    static class SoftDeleted extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "Restricted")
    @SQLRestriction("note is null or note <> 'hidden'")
    static class Restricted extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "Filtered")
    @FilterDef(name = "noted", defaultCondition = "note is not null", autoEnabled = true)
    @Filter(name = "noted")
    static class Filtered extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        Filtered() {
            note = "noted";
        }
    }

    @Entity(name = "Batched")
    @BatchSize(size = 10)
    static class Batched extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "Unlocked")
    @OptimisticLocking(type = OptimisticLockType.NONE)
    static class Unlocked extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "CachedReadWrite")
    @Cacheable
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    static class CachedReadWrite extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "CachedNonstrict")
    @Cacheable
    @Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
    static class CachedNonstrict extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    // ---- callbacks ---------------------------------------------------------------------------------------------

    /** Callbacks that change what is not protected; they see what the caller sees. */
    @Entity(name = "CalledBack")
    @EntityListeners(Listener.class)
    static class CalledBack extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String trace;

        @PrePersist
        @PreUpdate
        void before() {
            trace = (trace == null ? "" : trace) + "b";
        }

        @PostLoad
        void after() {
            if (trace == null) {
                throw new AssertionError("loaded without what was saved");
            }
        }
    }

    static class Listener {
        @PrePersist
        void before(CalledBack entity) {
            entity.note = "listened";
        }
    }

    // ---- neighbours --------------------------------------------------------------------------------------------

    @Entity(name = "WithCollection")
    static class WithCollection extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ElementCollection
        List<String> tags = new ArrayList<>(List.of("a", "b"));
    }

    @Entity(name = "WithConverted")
    static class WithConverted extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Convert(converter = YesNoConverter.class)
        boolean active = true;
    }

    @Entity(name = "WithFormula")
    static class WithFormula extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Formula("upper(note)")
        @Nullable
        String loud;
    }

    @Entity(name = "WithTimes")
    static class WithTimes extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @CreationTimestamp
        @Nullable
        Instant created;

        @UpdateTimestamp
        @Nullable
        Instant updated;
    }

    @Entity(name = "WithNaturalId")
    @NaturalIdCache
    static class WithNaturalId extends Six.Base {
        private static final AtomicLong LAST = new AtomicLong();

        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @NaturalId
        Long number = LAST.incrementAndGet();
    }

    @Entity(name = "WithJson")
    static class WithJson extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> preferences = Map.of("colour", "blue");
    }

    @Entity(name = "WithParent")
    static class WithParent extends Six.Base {
        @Id
        @Nullable
        Long id;

        @OneToOne(cascade = CascadeType.PERSIST)
        @MapsId
        Parent parent = new Parent();
    }

    @Entity(name = "Parent")
    static class Parent {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    @Entity(name = "BySql")
    @SQLInsert(
            sql = "insert into BySql (client, covered, encrypted, hashed, masked, note, revealed, id)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)")
    @SQLUpdate(
            sql = "update BySql set client = ?, covered = ?, encrypted = ?, hashed = ?, masked = ?, note = ?,"
                    + " revealed = ? where id = ?")
    @SQLDelete(sql = "delete from BySql where id = ?")
    static class BySql extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }
}
