package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * With {@code fieldveil.masked-writes = ignore}: a change of an element is dropped; of what takes an element's place, the
 * stored value would remain beside the rest of something else.
 */
abstract class IgnoringElementSuite extends ProtectedSuite {

    @Embeddable
    static class Place {

        @Masked(MaskStyle.NAME)
        String street;

        String town;

        Place() {}

        Place(String street, String town) {
            this.street = street;
            this.town = town;
        }
    }

    @Entity(name = "AddressBook")
    static class AddressBook {

        @Id
        long id;

        @ElementCollection
        @OrderColumn(name = "place")
        List<Place> places = new ArrayList<>();

        @ElementCollection
        Map<String, Place> known = new HashMap<>();

        @ElementCollection
        @OrderColumn(name = "place")
        @Masked(MaskStyle.NAME)
        List<String> names = new ArrayList<>();
    }

    IgnoringElementSuite(TestDatabase server) {
        super(server, AddressBook.class, Place.class);
    }

    @Override
    JpaFixtureBuilder describe() {
        return super.describe().setting(FieldveilSettings.MASKED_WRITES, "ignore");
    }

    @BeforeEach
    void fill() {
        run(ADMIN, session -> {
            var book = new AddressBook();
            book.id = 1;
            book.places.add(new Place("Annas Weg", "Annatown"));
            book.places.add(new Place("Berts Weg", "Berttown"));
            book.known.put("home", new Place("Carls Weg", "Carltown"));
            book.names.addAll(List.of("Ann", "Bert"));
            session.persist(book);
        });
    }

    private void change(AccessContext context, Consumer<AddressBook> change) {
        run(context, session -> {
            var book = session.find(AddressBook.class, 1L);
            assertThat(book.places).isNotEmpty();
            assertThat(book.known).isNotEmpty();
            assertThat(book.names).isNotEmpty();
            change.accept(book);
        });
    }

    private List<Object> stored() {
        return List.of(
                jpa.rows("select street, town from AddressBook_places order by place"),
                jpa.rows("select street, town from AddressBook_known"),
                jpa.rows("select names from AddressBook_names order by place"));
    }

    @Test
    void maskedValues_typedIntoElementsThatAreTheSame_areDropped() {
        var before = stored();
        List<Consumer<AddressBook>> changes = List.of(
                book -> book.places.get(0).street = "Eves Weg",
                book -> book.places.set(1, new Place("Eves Weg", "Berttown")),
                book -> book.known.get("home").street = "Eves Weg",
                book -> book.known.put("home", new Place("Eves Weg", "Carltown")));
        for (var change : changes) {
            change(VIEWER, change);
            assertThat(stored()).isEqualTo(before);
        }
        change(ADMIN, changes.get(1));
        assertThat(stored()).isNotEqualTo(before);
    }

    @Test
    void whatTakesAnElementsPlace_isRefused() {
        var before = stored();
        List<Consumer<AddressBook>> changes = List.of(
                book -> {
                    book.places.clear();
                    book.places.add(new Place("Eves Weg", "Evetown"));
                },
                book -> book.places.set(0, new Place("Eves Weg", "Evetown")),
                book -> book.places.set(0, new Place(null, "Evetown")),
                book -> book.known.put("home", new Place("Eves Weg", "Evetown")),
                book -> {
                    book.names.remove(1);
                    book.names.add("Eve");
                });
        for (var change : changes) {
            assertRefused("FV-203", () -> change(VIEWER, change));
            assertThat(stored()).isEqualTo(before);
        }
        change(ADMIN, book -> changes.forEach(change -> change.accept(book)));
        assertThat(stored().toString()).contains("Evetown").contains("Eve").doesNotContain("Bert");
    }

    /** Masks that can be nothing else tell the row, also where it would take another one's index. */
    @Test
    void editedElement_thatShowsTheMasksOfOneRow_keepsItsValues() {
        var form = new AddressBook();
        form.id = 1;
        change(VIEWER, book -> {
            form.places.add(new Place(book.places.get(1).street, "Edited"));
            form.names.addAll(book.names);
            book.known.forEach((key, place) -> form.known.put(key, new Place(place.street, place.town)));
        });
        run(VIEWER, session -> session.merge(form));
        assertThat(stored().toString()).contains("Berts Weg", "Edited").doesNotContain("Anna");
    }

    @Test
    void elements_addedAndRemoved_needNoPermission() {
        change(VIEWER, book -> {
            book.places.add(new Place("Eves Weg", "Evetown"));
            book.names.add("Eve");
            book.known.put("work", new Place("Eves Weg", "Evetown"));
        });
        change(VIEWER, book -> {
            book.places.remove(0);
            book.names.remove(0);
            book.known.remove("home");
        });
        assertThat(stored().toString())
                .contains("Berts Weg")
                .contains("Eves Weg")
                .contains("Eve")
                .doesNotContain("Ann")
                .doesNotContain("Carl");
    }
}
