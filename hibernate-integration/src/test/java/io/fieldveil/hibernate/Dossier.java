package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

/** Collections of masked texts: as they are, encrypted at random, and searchable; in lists and maps. */
@Entity
@Cacheable
class Dossier {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Version
    int version;

    String city;

    @ElementCollection
    @CollectionTable(name = "dossier_names")
    @Column(name = "cell")
    @OrderColumn(name = "position")
    @Masked(MaskStyle.NAME)
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    List<String> names = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "dossier_remarks")
    @Column(name = "cell")
    @Masked
    Map<String, String> remarks = new LinkedHashMap<>();

    @ElementCollection
    @CollectionTable(name = "dossier_doors")
    @Column(name = "cell")
    @OrderColumn(name = "position")
    @Masked(encryptedAtRest = true, domain = "doors")
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    List<String> doors = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "dossier_mails")
    @Column(name = "cell")
    @AutoHashed(value = PiiType.EMAIL, domain = "dossier")
    @Masked(MaskStyle.EMAIL)
    Map<String, String> mails = new LinkedHashMap<>();

    Dossier() {}

    static Dossier full() {
        var dossier = new Dossier();
        dossier.city = "Berlin";
        dossier.names.addAll(List.of("Jansen", "Jones", "Meier"));
        dossier.remarks.put("first", "was late");
        dossier.remarks.put("second", "was early");
        dossier.doors.addAll(List.of("12", "13"));
        dossier.mails.put("home", "alice@example.org");
        dossier.mails.put("work", "bob@example.org");
        return dossier;
    }
}
