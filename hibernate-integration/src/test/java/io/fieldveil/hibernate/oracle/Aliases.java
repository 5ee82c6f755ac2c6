package io.fieldveil.hibernate.oracle;

import io.fieldveil.normalize.Normalizers;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The set of texts is changed. */
record Aliases(Role role, int row, How how, String text) implements Operation {

    static final Typing TYPING =
            Typing.hashed(Normalizers.text(), "alias", "ada", " ada", "eve", "bob", "the countess");

    enum How {
        ADD,
        /** The token of the text, wherever it was copied from. */
        ADD_TOKEN,
        REMOVE,
        REPLACE,
        CLEAR,
        NULL
    }

    private String normal() {
        return (String) Objects.requireNonNull(TYPING.normal(text));
    }

    @Override
    @SuppressWarnings("NullAway") // a collection that is null is one of the ways to empty it
    public void run(World world) {
        Long id = world.pick(row);
        if (id == null) {
            return;
        }
        boolean foreign = how == How.ADD_TOKEN && !world.twin(id).aliases.contains(normal());
        world.write(
                foreign ? Set.of("FV-201") : Set.of(),
                () -> world.as(role, session -> {
                    var guarded = session.find(Guarded.class, id);
                    switch (how) {
                        case ADD -> guarded.aliases.add(text);
                        case ADD_TOKEN -> guarded.aliases.add(world.token(normal()));
                        case REMOVE ->
                            guarded.aliases.removeIf(
                                    token -> world.opened(token).equals(normal()));
                        case REPLACE -> guarded.aliases = new HashSet<>(Set.of(text));
                        case CLEAR -> guarded.aliases.clear();
                        case NULL -> guarded.aliases = null;
                    }
                    return id;
                }),
                session -> {
                    var twin = session.find(Twin.class, id);
                    switch (how) {
                        case ADD, ADD_TOKEN -> twin.aliases.add(normal());
                        case REMOVE -> twin.aliases.remove(normal());
                        case REPLACE -> twin.aliases = new HashSet<>(Set.of(normal()));
                        case CLEAR -> twin.aliases.clear();
                        case NULL -> twin.aliases = null;
                    }
                });
    }
}
