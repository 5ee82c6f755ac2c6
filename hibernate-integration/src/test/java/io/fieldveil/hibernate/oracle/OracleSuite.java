package io.fieldveil.hibernate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.FieldveilSettings;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is done, in whatever order and by whom: an annotated entity ends as its unannotated twin does, each role sees
 * what it may, and the columns hold ciphertext that opens to the twin's values. {@code -Djqwik.tries.default=10000} makes
 * the run on H2 longer.
 */
abstract class OracleSuite {

    private static final int LONGEST = 80;

    private final TestDatabase server;
    private @Nullable JpaFixture jpa;
    private int operations;

    /** Sequences that did not come to their end: what they failed at is not to be hidden by another failure. */
    private int open;

    OracleSuite(TestDatabase server) {
        this.server = server;
    }

    @BeforeProperty
    void open() {
        jpa = fixture(server);
    }

    static JpaFixture fixture(TestDatabase server) {
        return JpaFixture.on(server)
                .entities(Guarded.class, Guarded.Place.class, Twin.class, Twin.PlainPlace.class)
                .developmentKey()
                .setting(FieldveilSettings.PURPOSES, "CAMPAIGN")
                .secondLevelCache()
                .open();
    }

    @AfterProperty
    void close() throws SQLException {
        if (jpa != null) {
            try (var closing = jpa) {
                if (open == 0) {
                    assertThat(closing.placesOf("••"))
                            .as("columns that hold masks")
                            .isEmpty();
                }
            }
        }
    }

    /** How many operations at least, over all tries. */
    abstract int fewest();

    void drive(List<Operation> sequence) {
        open++;
        run(new World(java.util.Objects.requireNonNull(jpa)), sequence);
        open--;
        operations += sequence.size();
    }

    static void run(World world, List<Operation> sequence) {
        sequence.forEach(operation -> operation.run(world));
        for (Role role : Role.values()) {
            new Operation.Read(role, Operation.Read.Way.QUERY).run(world);
        }
        world.compareColumns();
    }

    @AfterProperty
    void enoughWasDone() {
        if (open == 0) {
            assertThat(operations).isGreaterThanOrEqualTo(fewest());
        }
    }

    @Provide
    Arbitrary<List<Operation>> sequences() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, create()),
                        Tuple.of(4, change()),
                        Tuple.of(4, merge()),
                        Tuple.of(2, postBack()),
                        Tuple.of(1, copyToken()),
                        Tuple.of(3, bulk()),
                        Tuple.of(1, delete()),
                        Tuple.of(6, query()),
                        Tuple.of(3, read()),
                        Tuple.of(4, places()),
                        Tuple.of(2, aliases()),
                        Tuple.of(2, elementQuery()),
                        Tuple.of(1, Combinators.combine(roles(), rows()).as(ClearReach::new)),
                        Tuple.of(1, mark()),
                        Tuple.of(1, Arbitraries.of(Role.class).map(Operation.Deliver::new)),
                        Tuple.of(1, Arbitraries.create(Operation.Evict::new)))
                .list()
                .ofMaxSize(LONGEST)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Integer> rows() {
        return Arbitraries.integers().between(0, 9);
    }

    private static Arbitrary<Role> roles() {
        return Arbitraries.of(Role.class);
    }

    /** An attribute with a value that is typed into it, or none. */
    private static Arbitrary<Map.Entry<Attribute, Object>> typed() {
        return Arbitraries.of(Attribute.class)
                .flatMap(attribute -> Arbitraries.of(attribute.typed()).map(value -> Map.entry(attribute, value)));
    }

    private static Arbitrary<? extends Operation> create() {
        Arbitrary<Map<Attribute, Object>> values = typed().list().ofMaxSize(8).map(entries -> {
            Map<Attribute, Object> map = new EnumMap<>(Attribute.class);
            entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
            return map;
        });
        return Combinators.combine(roles(), values, Arbitraries.of(true, false)).as(Operation.Create::new);
    }

    private static Arbitrary<? extends Operation> change() {
        return Combinators.combine(
                        roles(),
                        rows(),
                        typed(),
                        Arbitraries.of(Operation.Change.How.class),
                        Arbitraries.integers().between(0, 5))
                .as((role, row, typed, how, none) ->
                        new Operation.Change(role, row, typed.getKey(), none == 0 ? null : typed.getValue(), how));
    }

    private static Arbitrary<? extends Operation> merge() {
        return Combinators.combine(
                        roles(),
                        roles(),
                        rows(),
                        typed(),
                        Arbitraries.integers().between(0, 5))
                .as((reader, writer, row, typed, none) ->
                        new Operation.Merge(reader, writer, row, typed.getKey(), none == 0 ? null : typed.getValue()));
    }

    private static Arbitrary<? extends Operation> postBack() {
        return Combinators.combine(roles(), roles(), rows()).as(Operation.PostBack::new);
    }

    private static Arbitrary<? extends Operation> copyToken() {
        return Combinators.combine(roles(), rows(), rows()).as(Operation.CopyToken::new);
    }

    private static Arbitrary<? extends Operation> bulk() {
        return Combinators.combine(
                        roles(), typed(), typed(), Arbitraries.integers().between(0, 5))
                .as((role, set, by, none) -> new Operation.Bulk(
                        role,
                        none == 0 ? null : set.getKey(),
                        none == 1 ? null : set.getValue(),
                        by.getKey(),
                        by.getValue()));
    }

    private static Arbitrary<? extends Operation> delete() {
        return Combinators.combine(roles(), rows()).as(Operation.Delete::new);
    }

    private static Arbitrary<? extends Operation> places() {
        return Combinators.combine(
                        roles(),
                        rows(),
                        Arbitraries.of(Places.How.class),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(Part.TOWN.typing().values()),
                        Arbitraries.of(Part.class)
                                .flatMap(part -> Arbitraries.of(part.typing().values())
                                        .injectNull(0.2)
                                        .map(value -> Tuple.of(part, value))))
                .as((role, row, how, place, town, typed) ->
                        new Places(role, row, how, place, (String) town, typed.get1(), typed.get2()));
    }

    private static Arbitrary<? extends Operation> aliases() {
        return Combinators.combine(
                        roles(), rows(), Arbitraries.of(Aliases.How.class), Arbitraries.of(Aliases.TYPING.values()))
                .as((role, row, how, text) -> new Aliases(role, row, how, (String) text));
    }

    private static Arbitrary<? extends Operation> elementQuery() {
        return Combinators.combine(
                        roles(),
                        Arbitraries.of(ElementQuery.Form.class)
                                .flatMap(form -> Arbitraries.of(form.typed()).map(value -> Tuple.of(form, value))))
                .as((role, asked) -> new ElementQuery(role, asked.get1(), asked.get2()));
    }

    private static Arbitrary<? extends Operation> mark() {
        var masked = Arrays.stream(Attribute.values()).filter(Attribute::masked).toList();
        return Combinators.combine(Arbitraries.of(masked), Arbitraries.of(true, false))
                .as(Mark::new);
    }

    private static Arbitrary<? extends Operation> query() {
        return Combinators.combine(
                        roles(),
                        Arbitraries.of(Operation.Query.Form.class),
                        Arbitraries.of(Attribute.class)
                                .flatMap(attribute -> Combinators.combine(
                                                Arbitraries.of(attribute.typed()), Arbitraries.of(attribute.typed()))
                                        .as((one, other) -> Tuple.of(attribute, one, other))),
                        Arbitraries.of(true, false))
                .as((role, form, values, cacheable) ->
                        new Operation.Query(role, form, values.get1(), values.get2(), values.get3(), cacheable));
    }

    private static Arbitrary<? extends Operation> read() {
        return Combinators.combine(roles(), Arbitraries.of(Operation.Read.Way.class))
                .as(Operation.Read::new);
    }
}
