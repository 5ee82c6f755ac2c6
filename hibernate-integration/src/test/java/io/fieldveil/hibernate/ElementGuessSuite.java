package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Decision;
import io.fieldveil.hibernate.Ledger.Entry;
import io.fieldveil.hibernate.Ledger.Item;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which row an element stands for: neither a guess nor a value that looks like a mask makes it another one. */
abstract class ElementGuessSuite extends ProtectedSuite {

    private static final String ALICE = "alice@example.org";
    private static final AccessContext ACME = VIEWER.withTenant("acme");

    ElementGuessSuite(TestDatabase server) {
        super(server, Traveller.class, Ledger.class);
    }

    private Long traveller;

    @BeforeEach
    void fill() {
        traveller = as(VIEWER, session -> {
            var full = Traveller.full();
            session.persist(full);
            session.persist(Ledger.full());
            return full.id;
        });
        jpa.sessionFactory().getCache().evictAllRegions();
    }

    private static Traveller read(Traveller traveller) {
        Hibernate.initialize(traveller.reaches);
        Hibernate.initialize(traveller.visas);
        Hibernate.initialize(traveller.stays);
        return traveller;
    }

    private static Ledger read(Ledger ledger) {
        Hibernate.initialize(ledger.bag);
        Hibernate.initialize(ledger.list);
        Hibernate.initialize(ledger.map);
        Hibernate.initialize(ledger.entries);
        Hibernate.initialize(ledger.mails);
        return ledger;
    }

    private Ledger seen(AccessContext context) {
        return as(context, session -> read(session.find(Ledger.class, 1L)));
    }

    private void change(AccessContext context, Consumer<Ledger> change) {
        run(context, session -> change.accept(read(session.find(Ledger.class, 1L))));
    }

    private void merge(AccessContext context, Ledger ledger) {
        run(context, session -> session.merge(ledger));
    }

    private void stateless(AccessContext context, Consumer<StatelessSession> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            jpa.sessionFactory().inStatelessTransaction(work);
        }
    }

    /** What a form sends back of what was seen. */
    private static Ledger posted(Ledger seen) {
        var posted = new Ledger(1);
        seen.bag.forEach(item -> posted.bag.add(copy(item)));
        seen.list.forEach(item -> posted.list.add(copy(item)));
        seen.map.forEach((key, item) -> posted.map.put(key, copy(item)));
        seen.entries.forEach(entry -> posted.entries.add(new Entry(entry.title(), entry.amount())));
        seen.mails.forEach(mail -> posted.mails.add(new String(mail.toCharArray())));
        return posted;
    }

    private static Item copy(Item item) {
        return new Item(item.title, item.amount);
    }

    private List<Object> amounts(String table) {
        return jpa.rows("select amount from Ledger_" + table + " order by amount").stream()
                .map(row -> row.get("amount"))
                .toList();
    }

    private static Map<String, BiConsumer<Traveller, Boolean>> guesses() {
        return Map.of(
                "a record's name in a list",
                (read, right) -> {
                    var old = read.reaches.get(0);
                    read.reaches.set(0, new Traveller.Reach(right ? "Jansen" : "Janson", ALICE, old.score()));
                },
                "a record's number in a list",
                (read, right) -> {
                    var old = read.reaches.get(0);
                    read.reaches.set(0, new Traveller.Reach(old.name(), ALICE, right ? 345 : 346));
                },
                "the name of another record in a list",
                (read, right) -> {
                    var old = read.reaches.get(0);
                    read.reaches.set(0, new Traveller.Reach(right ? "Jones" : "Jonas", ALICE, old.score()));
                },
                "typed into a map's value",
                (read, right) -> read.stays.get("summer").street = right ? "Unter den Linden 1" : "Elsewhere 1",
                "another value in a map",
                (read, right) -> read.stays.put(
                        "summer",
                        new Traveller.Stay(
                                right ? "Unter den Linden 1" : "Elsewhere 1", read.stays.get("summer").door)),
                "encrypted at random in a map",
                (read, right) -> read.stays.put(
                        "summer", new Traveller.Stay(read.stays.get("summer").street, right ? "12" : "13")),
                "another record within a bag's element",
                (read, right) -> read.visas.forEach(
                        visa -> visa.bureau = new Traveller.Bureau(right ? "Meier" : "Maier", visa.bureau.town())),
                "a guess beside what it replaces",
                (read, right) -> {
                    read.reaches.set(0, new Traveller.Reach("Smith", "smith@example.org", 1));
                    read.reaches.add(new Traveller.Reach(right ? "Jansen" : "Janson", ALICE, 345));
                });
    }

    @TestFactory
    Stream<DynamicTest> guess_rightOrWrong_isRefusedHoweverItComes() {
        return guesses().entrySet().stream()
                .map(guess -> DynamicTest.dynamicTest(guess.getKey(), () -> {
                    for (boolean right : new boolean[] {true, false}) {
                        var detached = as(VIEWER, session -> read(session.find(Traveller.class, traveller)));
                        guess.getValue().accept(detached, right);
                        assertRefused("FV-203", () -> run(VIEWER, session -> session.merge(detached)));
                        assertRefused(
                                "FV-203",
                                () -> run(
                                        VIEWER,
                                        session -> guess.getValue()
                                                .accept(read(session.find(Traveller.class, traveller)), right)));
                        assertRefused(
                                "FV-203",
                                () -> stateless(VIEWER, session -> {
                                    var row = session.get(Traveller.class, traveller);
                                    session.fetch(row.reaches);
                                    session.fetch(row.visas);
                                    session.fetch(row.stays);
                                    guess.getValue().accept(row, right);
                                    session.update(row);
                                }));
                    }
                }));
    }

    @Test
    void guessFromAForm_inAList_isRefusedRightOrWrong() {
        for (int amount : List.of(345, 346)) {
            var form = posted(seen(VIEWER));
            form.list.get(0).amount = amount;
            assertRefused("FV-203", () -> merge(VIEWER, form));
        }
        assertThat(amounts("list")).containsExactly(345, 377);
    }

    @Test
    void whatTheViewerTypedAndWrote_detachedAndMerged_isNoChange() {
        var own = new Ledger(2);
        own.list.add(new Item("own", 999));
        run(VIEWER, session -> session.persist(own));
        merge(VIEWER, own);
        own.list.get(0).amount = 998;
        assertRefused("FV-203", () -> merge(VIEWER, own));
        assertThat(amounts("list")).containsExactly(345, 377, 999);
    }

    @Test
    void newElement_whoseValueIsAnothersMask_isStoredAsItIs() {
        for (var context : List.of(VIEWER, ADMIN)) {
            jpa.truncate();
            fill();
            change(context, ledger -> {
                ledger.bag.add(new Item("new", 300));
                ledger.list.add(new Item("new", 300));
                ledger.list.add(0, new Item("first", 300));
                ledger.map.put("c", new Item("new", 300));
            });
            assertThat(amounts("bag")).containsExactly(300, 345, 377);
            assertThat(amounts("list")).containsExactly(300, 300, 345, 377);
            assertThat(amounts("map")).containsExactly(300, 345, 377);
        }
    }

    @Test
    void newElementInAForm_whoseValueIsAnothersMask_isStoredAsItIsAndMovesNone() {
        var form = posted(seen(VIEWER));
        form.bag.add(0, new Item("new", 300));
        form.list.add(0, new Item("new", 300));
        form.map.put("c", new Item("new", 300));
        merge(VIEWER, form);
        assertThat(amounts("bag")).containsExactly(300, 345, 377);
        assertThat(amounts("map")).containsExactly(300, 345, 377);
        assertThat(jpa.rows("select title, amount from Ledger_list order by position").stream()
                        .map(row -> row.get("title") + "=" + row.get("amount")))
                .containsExactly("new=300", "rent=345", "food=377");
    }

    @Test
    void elementsThatLookAlike_removedOrMovedInAForm_areRefusedToEverybody() {
        for (var context : List.of(VIEWER, ADMIN)) {
            Consumer<Ledger> alike = ledger ->
                    Stream.of(ledger.bag, ledger.list).forEach(items -> items.forEach(item -> item.title = "same"));
            change(ADMIN, alike);
            var removed = posted(seen(VIEWER));
            removed.bag.remove(0);
            assertRefused("FV-142", () -> merge(context, removed));
            var shifted = posted(seen(VIEWER));
            shifted.list.remove(0);
            assertThatThrownBy(() -> merge(context, shifted))
                    .satisfies(context == ADMIN ? Refusals.with("FV-204") : Refusals.with("FV-142"));
            var inserted = posted(seen(VIEWER));
            inserted.bag.clear();
            inserted.map.clear();
            inserted.list.add(0, new Item("new", 5));
            assertThatThrownBy(() -> merge(context, inserted))
                    .satisfies(context == ADMIN ? Refusals.with("FV-204") : Refusals.with("FV-203"));
        }
        assertThat(amounts("list")).containsExactly(345, 377);
        merge(VIEWER, posted(seen(VIEWER)));
        assertThat(amounts("list")).containsExactly(345, 377);
        assertThat(amounts("bag")).containsExactly(345, 377);
    }

    @Test
    void newElement_thatMayBeARemovedOnesCopy_isAskedAboutAndAssigned() {
        for (var context : List.of(VIEWER, ADMIN)) {
            jpa.truncate();
            fill();
            assertThatThrownBy(() -> change(context, ledger -> {
                        ledger.bag.remove(0);
                        ledger.bag.add(new Item("new", 300));
                    }))
                    .satisfies(Refusals.with("FV-142", "Fieldveil.assign(element, attribute, value)"));
            change(context, ledger -> {
                ledger.bag.remove(0);
                ledger.bag.add(new Item("new", 1));
                Fieldveil.assign(ledger.bag.get(1), "amount", 300);
            });
            assertThat(amounts("bag")).hasSize(2).startsWith(300);
        }
    }

    @Test
    void assign_toAnElement_saysThatItIsMeantAndGivesNoPermission() {
        var form = posted(seen(VIEWER));
        Fieldveil.assign(form.list.get(0), "amount", 300);
        Fieldveil.assign(form.entries.get(0), "amount", 300);
        assertRefused("FV-203", () -> merge(VIEWER, form));
        var admins = posted(seen(ADMIN));
        Fieldveil.assign(admins.list.get(0), "amount", 300);
        admins.entries.set(0, new Entry("rent", 300));
        assertRefused("FV-204", () -> merge(ADMIN, admins));
        Fieldveil.assign(admins.entries.get(0), "amount", 300);
        merge(ADMIN, admins);
        assertThat(amounts("list")).containsExactly(300, 377);
        assertThat(amounts("entries")).containsExactly(300);
        assertRefused("FV-207", () -> change(ADMIN, ledger -> Fieldveil.assign(ledger.entries.get(0), "amount", 7)));
        assertRefused("FV-504", () -> Fieldveil.assign(new Item("x", 1), "title", "y"));
        assertRefused("FV-508", () -> Fieldveil.assign(new Item("x", 1), "amount", "y"));
    }

    /** The first is gone and the others have moved up: what stands at an index need not be what stood there. */
    @Test
    void editedElement_thatMovedUpWhileOneWasAdded_isAmbiguous() {
        run(ADMIN, session -> read(session.find(Ledger.class, 1L)).list.add(new Item("club", 1_234)));
        var form = posted(seen(VIEWER));
        form.list.remove(0);
        form.list.get(0).title = "edited";
        form.list.add(new Item("new", 55));
        assertRefused("FV-142", () -> merge(VIEWER, form));
        assertThat(amounts("list")).containsExactly(345, 377, 1_234);
    }

    @Test
    void editedElement_underAnotherKey_isAmbiguous() {
        var form = posted(seen(VIEWER));
        var moved = form.map.remove(form.map.keySet().iterator().next());
        moved.title = "edited";
        form.map.put("elsewhere", moved);
        assertRefused("FV-142", () -> merge(VIEWER, form));
    }

    /** Whether there is something to write would tell whether a guess is right. */
    @Test
    void isDirty_refusesRightAndWrongGuessesAlike() {
        for (int guess : List.of(345, 346)) {
            assertRefused(
                    "FV-203",
                    () -> run(VIEWER, session -> {
                        read(session.find(Ledger.class, 1L)).list.get(0).amount = guess;
                        assertThat(session.isDirty()).isTrue();
                    }));
        }
        run(VIEWER, session -> {
            var ledger = read(session.find(Ledger.class, 1L));
            assertThat(session.isDirty()).isFalse();
            ledger.list.get(0).title = "other";
            assertThat(session.isDirty()).isTrue();
        });
        run(ADMIN, session -> {
            read(session.find(Ledger.class, 1L)).list.get(0).amount = 346;
            assertThat(session.isDirty()).isTrue();
        });
        assertThat(amounts("list")).contains(346);
    }

    @Test
    void element_typedAndWrittenElsewhere_doesNotTakeTheMaskedValueOfAnother() {
        var own = new Item("own", 8);
        assertRefused(
                "FV-203",
                () -> run(VIEWER, session -> {
                    var other = new Ledger(2);
                    other.list.add(own);
                    session.persist(other);
                    session.flush();
                    own.amount = 9;
                    session.flush();
                    read(session.find(Ledger.class, 1L)).list.set(0, own);
                }));
        assertThat(amounts("list")).containsExactly(345, 377);
    }

    @Test
    void ownMask_assignedByTheViewer_isRefusedAndNotDropped() {
        change(ADMIN, ledger -> ledger.list.get(1).amount = 300);
        for (int index : List.of(0, 1)) {
            assertRefused(
                    "FV-203", () -> change(VIEWER, ledger -> Fieldveil.assign(ledger.list.get(index), "amount", 300)));
        }
    }

    @Test
    void elements_askedAbout_answerAsEntitiesDo() {
        run(VIEWER, session -> {
            var read = read(session.find(Traveller.class, traveller));
            assertThat(Fieldveil.matches(read.reaches.get(0), "mail", " Alice@example.org"))
                    .isTrue();
            assertThat(Fieldveil.matches(read.reaches.get(1), "mail", "alice@example.org"))
                    .isFalse();
            assertThat(Fieldveil.shown(read.reaches.get(0), "name")).isEqualTo(Decision.MASK);
            assertThat(Fieldveil.shown(read.visas.get(0), "bureau.clerk")).isEqualTo(Decision.MASK);
            assertRefused("FV-302", () -> Fieldveil.matches(read.reaches.get(0), "name", "Jansen"));
        });
        run(ADMIN, session -> {
            var read = read(session.find(Traveller.class, traveller));
            assertThat(Fieldveil.matches(read.reaches.get(0), "name", "Jansen")).isTrue();
            assertThat(Fieldveil.shown(read.stays.get("summer"), "door")).isEqualTo(Decision.REVEAL);
            assertRefused("FV-505", () -> Fieldveil.matches(read.stays.get("summer"), "door", "12"));
        });
    }

    @Test
    void maskPutIntoABag_tellsNothingOfTheElementsThatShowIt() {
        for (String second : List.of("Meier", "Maier")) {
            run(ADMIN, session -> {
                var visas = read(session.find(Traveller.class, traveller)).visas;
                visas.forEach(visa -> visa.bureau = new Traveller.Bureau(second, visa.country));
                visas.get(0).bureau = new Traveller.Bureau("Meier", "Bonn");
            });
            assertRefused(
                    "FV-202",
                    () -> run(
                            VIEWER,
                            session -> read(session.find(Traveller.class, traveller))
                                    .visas
                                    .add(new Traveller.Visa("X-1", "x", new Traveller.Bureau("M•••", "x")))));
        }
    }

    @Test
    void tokens_ofAnotherRowAttributeOrTenant_areTakenByNoStatelessUpdate() {
        run(ACME, session -> {
            var other = new Ledger(5);
            other.mails.add("alice@example.org");
            session.persist(other);
        });
        run(VIEWER, session -> {
            var other = new Ledger(2);
            other.mails.add("bob@example.org");
            session.persist(other);
        });
        String foreign = as(
                ACME, session -> session.find(Ledger.class, 5L).mails.iterator().next());
        String own = seen(VIEWER).mails.iterator().next();
        List<Consumer<Ledger>> changes = List.of(
                ledger -> ledger.mails = new LinkedHashSet<>(List.of(foreign)),
                ledger -> ledger.mails.add(foreign),
                ledger -> ledger.mails = new LinkedHashSet<>(List.of(own)),
                ledger -> ledger.mails.add(own),
                ledger -> ledger.copies = new LinkedHashSet<>(ledger.mails));
        for (var change : changes) {
            assertRefused(
                    "FV-201",
                    () -> stateless(VIEWER, session -> {
                        var row = session.get(Ledger.class, 2L);
                        session.fetch(row.mails);
                        change.accept(row);
                        session.update(row);
                    }));
        }
        assertThat(jpa.rows("select * from Ledger_mails")).hasSize(3);
        for (var found : Map.of(own, 1L, foreign, 0L).entrySet()) {
            Long count = as(
                    VIEWER,
                    session -> session.createQuery(
                                    "select count(l) from Ledger l where :mail member of l.mails", Long.class)
                            .setParameter("mail", found.getKey())
                            .getSingleResult());
            assertThat(count).isEqualTo(found.getValue());
        }
        assertThat(jpa.rows("select * from Ledger_copies")).isEmpty();
        stateless(VIEWER, session -> {
            var row = session.get(Ledger.class, 2L);
            session.fetch(row.mails);
            row.mails.add("eve@example.org");
            session.update(row);
        });
        assertThat(jpa.rows("select * from Ledger_mails")).hasSize(4);
    }

    @Test
    void elementsOfAnotherRow_inAStatelessUpdate_areTakenOfWhoMaySeeThemAlone() {
        run(VIEWER, session -> session.persist(new Ledger(2)));
        var loaded = seen(VIEWER).list;
        assertRefused(
                "FV-206",
                () -> stateless(VIEWER, session -> {
                    var row = session.get(Ledger.class, 2L);
                    row.list = new ArrayList<>(loaded);
                    session.update(row);
                }));
        assertThat(amounts("list")).containsExactly(345, 377);
    }
}
