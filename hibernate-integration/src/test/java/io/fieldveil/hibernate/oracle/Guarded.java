package io.fieldveil.hibernate.oracle;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** The annotated one. */
@Entity
@Cacheable
@SecondaryTable(name = "Guarded_more")
class Guarded {

    @Id
    Long id = 0L;

    @Version
    int version;

    @Nullable
    String city;

    @AutoHashed(PiiType.EMAIL)
    @Nullable
    String email;

    @AutoHashed(PiiType.PHONE)
    @Nullable
    String phone;

    @Masked(MaskStyle.NAME)
    @Nullable
    String lastName;

    @Masked(MaskStyle.NUMBER)
    @Nullable
    Integer income;

    @Masked(encryptedAtRest = true, domain = "note")
    @Nullable
    String note;

    @Nullable
    Reach reach;

    @AutoHashed(value = PiiType.TEXT, domain = "card")
    @Column(table = "Guarded_more")
    @Nullable
    String card;

    @Masked
    @Column(table = "Guarded_more")
    @Nullable
    String motto;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "Guarded_places", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "place")
    @Fetch(FetchMode.SUBSELECT)
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    List<Place> places = new ArrayList<>();

    @AutoHashed(value = PiiType.TEXT, domain = "alias")
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "Guarded_aliases", joinColumns = @JoinColumn(name = "owner"))
    @Column(name = "alias")
    @Fetch(FetchMode.SUBSELECT)
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    Set<String> aliases = new HashSet<>();

    @Embeddable
    record Reach(
            @Nullable String label,

            @AutoHashed(value = PiiType.TEXT, domain = "handle") @Nullable
            String handle,

            @Masked(MaskStyle.NAME) @Nullable String nickname) {}

    @Embeddable
    static class Place {
        @Nullable
        String town;

        @AutoHashed(value = PiiType.TEXT, domain = "place-code")
        @Nullable
        String code;

        @Masked
        @Nullable
        String street;
    }
}
