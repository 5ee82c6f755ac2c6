package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Cacheable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

/** Collections of embeddables: a list with an order, a bag, a map's values; of records and of a class. */
@Entity
@Cacheable
class Traveller {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Version
    int version;

    String city;

    @ElementCollection
    @OrderColumn(name = "position")
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    List<@Valid Reach> reaches = new ArrayList<>();

    @ElementCollection
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    List<Visa> visas = new ArrayList<>();

    @ElementCollection
    Map<String, Stay> stays = new LinkedHashMap<>();

    Traveller() {}

    static Traveller full() {
        var traveller = new Traveller();
        traveller.city = "Berlin";
        traveller.reaches.add(new Reach("Jansen", "alice@example.org", 345));
        traveller.reaches.add(new Reach("Jones", "bob@example.org", 77));
        traveller.visas.add(new Visa("FR-1", "France", new Bureau("Meier", "Bonn")));
        traveller.visas.add(new Visa("IT-2", "Italy", new Bureau("Schulz", "Kiel")));
        traveller.stays.put("summer", new Stay("Unter den Linden 1", "12"));
        traveller.stays.put("winter", new Stay("Elsewhere 2", "13"));
        return traveller;
    }

    @Embeddable
    record Reach(
            @Masked(MaskStyle.NAME) String name,
            @AutoHashed(PiiType.EMAIL) @Email String mail,
            @Masked(MaskStyle.NUMBER) int score) {}

    @Embeddable
    static class Visa {

        @AutoHashed(value = PiiType.TEXT, domain = "visa")
        String number;

        String country;

        @Embedded
        Bureau bureau;

        Visa() {}

        Visa(String number, String country, Bureau bureau) {
            this.number = number;
            this.country = country;
            this.bureau = bureau;
        }
    }

    @Embeddable
    record Bureau(@Masked(MaskStyle.NAME) String clerk, String town) {}

    @Embeddable
    static class Stay {

        @Masked
        String street;

        @Masked(value = MaskStyle.FULL, encryptedAtRest = true, domain = "door")
        String door;

        Stay() {}

        Stay(String street, String door) {
            this.street = street;
            this.door = door;
        }
    }
}
