package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With {@code fieldveil.masked-writes = ignore}: a value that is kept is not kept under a name that shows it. */
class IgnoringNamesOnH2Test extends ProtectedSuite {

    IgnoringNamesOnH2Test() {
        super(TestDatabase.H2, Trait.class, Trait.Extra.class);
    }

    @Override
    JpaFixtureBuilder describe() {
        return super.describe().setting(FieldveilSettings.MASKED_WRITES, "ignore");
    }

    @Test
    void value_typedOverAndRenamed_isRefused() {
        var trait = new Trait("income", "47100");
        trait.extra = new Trait.Extra("income", "47100");
        Long id = as(VIEWER, session -> {
            session.persist(trait);
            return trait.id;
        });
        List<Consumer<Trait>> changes = List.of(
                changed -> rename(changed, "red"),
                changed -> rename(changed, null),
                changed -> changed.extra = new Trait.Extra("colour", "red"));
        for (var change : changes) {
            assertRefused("FV-546", () -> run(VIEWER, session -> change.accept(session.find(Trait.class, id))));
        }
        assertThat(as(ADMIN, session -> session.find(Trait.class, id)).name).isEqualTo("income");
    }

    private static void rename(Trait trait, @Nullable String value) {
        trait.value = value;
        trait.name = "colour";
    }
}
