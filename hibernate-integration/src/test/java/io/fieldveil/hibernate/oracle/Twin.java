package io.fieldveil.hibernate.oracle;

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

/** The same without annotations. It holds what the other one would hold if nothing were protected, normalised. */
@Entity
@Cacheable
@SecondaryTable(name = "Twin_more")
class Twin {

    @Id
    Long id = 0L;

    @Version
    int version;

    @Nullable
    String city;

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String lastName;

    @Nullable
    Integer income;

    @Nullable
    String note;

    @Nullable
    PlainReach reach;

    @Column(table = "Twin_more")
    @Nullable
    String card;

    @Column(table = "Twin_more")
    @Nullable
    String motto;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "Twin_places", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "place")
    @Fetch(FetchMode.SUBSELECT)
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    List<PlainPlace> places = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "Twin_aliases", joinColumns = @JoinColumn(name = "owner"))
    @Column(name = "alias")
    @Fetch(FetchMode.SUBSELECT)
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    Set<String> aliases = new HashSet<>();

    @Embeddable
    record PlainReach(
            @Nullable String label,
            @Nullable String handle,
            @Nullable String nickname) {}

    @Embeddable
    static class PlainPlace {
        @Nullable
        String town;

        @Nullable
        String code;

        @Nullable
        String street;
    }
}
