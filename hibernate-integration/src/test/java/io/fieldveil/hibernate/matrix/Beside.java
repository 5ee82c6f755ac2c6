package io.fieldveil.hibernate.matrix;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Date;
import java.util.List;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.ImmutableMutabilityPlan;
import org.jspecify.annotations.Nullable;

/** Annotations as they stand beside those of Fieldveil, one field for each row. */
@SuppressWarnings({"unused", "JavaUtilDate", "deprecation"})
final class Beside {

    private Beside() {}

    @Basic(fetch = FetchType.LAZY)
    @Nullable
    String lazy;

    @Column(name = "`order`", length = 100)
    @Nullable
    String quoted;

    @Column(unique = true)
    @Nullable
    String unique;

    @Column(columnDefinition = "varchar(700)")
    @Nullable
    String columnDefinition;

    @Column(insertable = false)
    @Nullable
    String notInserted;

    @Column(updatable = false)
    @Nullable
    String notUpdated;

    @Lob
    @Nullable
    String lob;

    @Nationalized
    @Nullable
    String nationalized;

    @Id
    @Nullable
    String id;

    @Version
    int version;

    @Convert(converter = Reversed.class)
    @Nullable
    String converted;

    @Enumerated(EnumType.STRING)
    ValueTypeRows.@Nullable Grade enumerated;

    @Temporal(TemporalType.TIMESTAMP)
    @Nullable
    Date temporal;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Nullable
    String jdbcTypeCode;

    @Formula("note")
    @Nullable
    String formula;

    @ColumnTransformer(read = "upper(x)")
    @Nullable
    String transformed;

    @NaturalId(mutable = true)
    @Nullable
    String naturalId;

    @Transient
    @Nullable
    String notPersistent;

    @TenantId
    @Nullable
    String tenant;

    @CreationTimestamp
    java.time.@Nullable Instant created;

    @CurrentTimestamp
    java.time.@Nullable Instant current;

    @Generated
    @ColumnDefault("'made by the database'")
    @Nullable
    String generated;

    @GeneratedColumn("'made by the database'")
    @Nullable
    String generatedColumn;

    @ColumnDefault("null")
    @Nullable
    String columnDefault;

    @Comment("what it is for")
    @Nullable
    String comment;

    @Check(constraints = "note <> 'x'")
    @Nullable
    String check;

    @OptimisticLock(excluded = true)
    @Nullable
    String excluded;

    @Immutable
    @Nullable
    String immutable;

    @Mutability(Unchanged.class)
    @Nullable
    String mutability;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    java.time.@Nullable OffsetDateTime zoned;

    @NotNull
    @Size(max = 400)
    @Pattern(regexp = "(Ann|Bob|fvc1).*")
    String constrained = "";

    @Min(3)
    @Nullable
    Integer min;

    /** The plan of what nobody changes in place. */
    static final class Unchanged extends ImmutableMutabilityPlan<String> {}

    /** A converter that a neighbour brings. */
    static final class Reversed implements AttributeConverter<String, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable String value) {
            return value == null ? null : new StringBuilder(value).reverse().toString();
        }

        @Override
        public @Nullable String convertToEntityAttribute(@Nullable String value) {
            return convertToDatabaseColumn(value);
        }
    }

    static List<Annotation> annotations(String field) {
        return List.of(FieldShape.field(Beside.class, field).getDeclaredAnnotations());
    }

    static Class<?> type(String field) {
        return FieldShape.field(Beside.class, field).getType();
    }
}
