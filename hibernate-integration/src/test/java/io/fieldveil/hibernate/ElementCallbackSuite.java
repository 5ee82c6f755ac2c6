package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PreUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks run after elements were looked at, and before they are written. */
abstract class ElementCallbackSuite extends ProtectedSuite {

    private static final Map<String, Consumer<Order>> CALLBACKS = Map.of(
            "a mask changed", order -> order.lines.forEach(line -> line.buyer = line.buyer + "x"),
            "a number computed from its mask", order -> order.lines.forEach(line -> line.price = 2 * line.price),
            "a masked text changed", order -> order.names.set(0, order.names.get(0) + "!"));

    private static Consumer<Order> callback = order -> {};

    @Embeddable
    static class Line {

        @Masked(MaskStyle.NAME)
        String buyer;

        @Masked(MaskStyle.NUMBER)
        int price;

        @Masked(value = MaskStyle.NAME, encryptedAtRest = true, domain = "order-note")
        String note;

        int amount;
    }

    @Entity(name = "OrderWithCallback")
    static class Order {

        @Id
        long id;

        @Column(name = "town")
        String city;

        @ElementCollection
        @OrderColumn(name = "place")
        List<Line> lines = new ArrayList<>();

        @ElementCollection
        @OrderColumn(name = "place")
        @Masked(MaskStyle.NAME)
        List<String> names = new ArrayList<>();

        @PreUpdate
        void tidy() {
            callback.accept(this);
        }
    }

    ElementCallbackSuite(TestDatabase server) {
        super(server, Order.class, Line.class);
    }

    @BeforeEach
    void fill() {
        callback = order -> {};
        run(ADMIN, session -> {
            var order = new Order();
            order.id = 1;
            order.lines.add(line("Jansen", 345));
            order.names.add("Meier");
            session.persist(order);
        });
    }

    private static Line line(String buyer, int price) {
        var line = new Line();
        line.buyer = buyer;
        line.price = price;
        line.note = "Quick";
        line.amount = 1;
        return line;
    }

    /** Hibernate writes what a callback changes in a collection if it knew before that the collection is to be written. */
    private static void change(Session session) {
        var order = session.find(Order.class, 1L);
        order.city = "Bonn";
        order.lines.add(line("Li", 7));
        order.names.add("Ann");
    }

    private List<Map<String, Object>> stored() {
        return jpa.rows("select l.buyer, l.price, n.names from OrderWithCallback_lines l, OrderWithCallback_names n"
                + " order by l.place, n.place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a mask changed", "a number computed from its mask", "a masked text changed"})
    void elements_changedByACallback_areLookedAtAsWell(String change) {
        var before = stored();
        callback = CALLBACKS.get(change);

        assertRefused("FV-203", () -> run(VIEWER, ElementCallbackSuite::change));
        assertThat(stored()).isEqualTo(before);

        run(ADMIN, ElementCallbackSuite::change);
        assertThat(stored()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void otherAttributesOfElements_mayBeChangedByACallback(boolean admin) {
        callback = order -> order.lines.forEach(line -> line.amount = 7);
        run(admin ? ADMIN : VIEWER, ElementCallbackSuite::change);
        assertThat(jpa.rows("select buyer, amount from OrderWithCallback_lines order by place"))
                .containsExactly(Map.of("buyer", "Jansen", "amount", 7), Map.of("buyer", "Li", "amount", 7));
    }
}
