package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Storage;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Email;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

/** Collections of encrypted texts: a set, a list with an order, a bag, a map's values. */
@Entity
class Subscription {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Version
    int version;

    String city;

    @AutoHashed(PiiType.EMAIL)
    String owner;

    @ElementCollection
    @AutoHashed(PiiType.EMAIL)
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    Set<@Email String> emails = new LinkedHashSet<>();

    @ElementCollection
    @OrderColumn(name = "position")
    @AutoHashed(value = PiiType.PHONE, storage = Storage.TEXT)
    List<String> phones = new ArrayList<>();

    @ElementCollection
    @AutoHashed(value = PiiType.TEXT, domain = "alias")
    List<String> aliases = new ArrayList<>();

    @ElementCollection
    @AutoHashed(value = PiiType.TEXT, domain = "note")
    Map<String, String> notes = new LinkedHashMap<>();

    @ElementCollection
    @ClientEncrypted
    Set<String> passports = new LinkedHashSet<>();

    Subscription() {}

    static Subscription full() {
        var subscription = new Subscription();
        subscription.city = "Berlin";
        subscription.owner = "alice@example.org";
        subscription.emails.add("alice@example.org");
        subscription.emails.add("bob@example.org");
        subscription.phones.add("+4930901820");
        subscription.phones.add("+4930901821");
        subscription.aliases.add("red");
        subscription.aliases.add("blue");
        subscription.notes.put("first", "one");
        subscription.notes.put("second", "two");
        return subscription;
    }
}
