package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collections whose masks are values that somebody may type: numbers, beside what nobody protects. */
@Entity
class Ledger {

    @Id
    Long id;

    @ElementCollection
    List<Item> bag = new ArrayList<>();

    @ElementCollection
    @OrderColumn(name = "position")
    List<Item> list = new ArrayList<>();

    @ElementCollection
    Map<String, Item> map = new LinkedHashMap<>();

    @ElementCollection
    @OrderColumn(name = "position")
    List<Entry> entries = new ArrayList<>();

    @ElementCollection
    @AutoHashed(PiiType.EMAIL)
    Set<String> mails = new LinkedHashSet<>();

    @ElementCollection
    @AutoHashed(PiiType.EMAIL)
    Set<String> copies = new LinkedHashSet<>();

    Ledger() {}

    Ledger(long id) {
        this.id = id;
    }

    /** Two items with the same mask, 300. */
    static Ledger full() {
        var ledger = new Ledger(1);
        ledger.bag.addAll(List.of(new Item("rent", 345), new Item("food", 377)));
        ledger.list.addAll(List.of(new Item("rent", 345), new Item("food", 377)));
        ledger.map.putAll(Map.of("a", new Item("rent", 345), "b", new Item("food", 377)));
        ledger.entries.add(new Entry("rent", 345));
        ledger.mails.add("alice@example.org");
        return ledger;
    }

    @Embeddable
    static class Item {

        String title;

        @Masked(MaskStyle.NUMBER)
        Integer amount;

        Item() {}

        Item(String title, Integer amount) {
            this.title = title;
            this.amount = amount;
        }
    }

    @Embeddable
    record Entry(String title, @Masked(MaskStyle.NUMBER) Integer amount) {}
}
