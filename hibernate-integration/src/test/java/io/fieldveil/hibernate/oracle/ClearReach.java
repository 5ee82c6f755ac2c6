package io.fieldveil.hibernate.oracle;

import java.util.Set;

/** The record is set to null. */
record ClearReach(Role role, int row) implements Operation {

    @Override
    public void run(World world) {
        Long id = world.pick(row);
        if (id == null) {
            return;
        }
        boolean changes = world.stored(id, Attribute.NICKNAME) != null;
        world.write(
                changes && !world.sees(role, Attribute.NICKNAME) ? Set.of("FV-203") : Set.of(),
                () -> world.as(role, session -> session.find(Guarded.class, id).reach = null),
                session -> session.find(Twin.class, id).reach = null);
    }
}
