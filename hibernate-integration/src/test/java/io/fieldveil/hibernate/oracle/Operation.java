package io.fieldveil.hibernate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.hibernate.Fieldveil;
import io.fieldveil.lastmile.DisclosureRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Something that is done to the annotated entity and to its twin, with what is to be expected of it. */
interface Operation {

    void run(World world);

    /** What a changed value meets: a refusal's codes, or none. */
    private static Set<String> refusals(World world, Role role, Attribute attribute, @Nullable Object value) {
        if (!world.sees(role, attribute)) {
            return Set.of("FV-203");
        }
        return attribute.storable(value) ? Set.of() : Set.of("FV-205");
    }

    /** What a role reads of a stored value; not told of tokens. */
    private static @Nullable Object shown(World world, Role role, Attribute attribute, @Nullable Object stored) {
        return world.sees(role, attribute) ? stored : attribute.mask(stored);
    }

    /** A new row. Anyone may type into it; a stateless session counts as writing it, too. */
    record Create(Role role, Map<Attribute, Object> values, boolean stateless) implements Operation {

        @Override
        public void run(World world) {
            Long id = world.newId();
            boolean storable =
                    values.entrySet().stream().allMatch(value -> value.getKey().storable(value.getValue()));
            world.write(
                    storable ? Set.of() : Set.of("FV-205"),
                    () -> {
                        var guarded = new Guarded();
                        guarded.id = id;
                        values.forEach((attribute, value) -> attribute.set(guarded, value));
                        if (stateless) {
                            world.statelessAs(role, session -> session.insert(guarded));
                        } else {
                            world.as(role, session -> {
                                session.persist(guarded);
                                return id;
                            });
                        }
                    },
                    session -> {
                        var twin = new Twin();
                        twin.id = id;
                        values.forEach((attribute, value) -> attribute.set(twin, attribute.normal(value)));
                        session.persist(twin);
                        world.created(id);
                    });
        }
    }

    /** One attribute of a loaded row, in a session or a stateless one, with a second flush. */
    record Change(
            Role role,
            int row,
            Attribute attribute,
            @Nullable Object value,
            How how) implements Operation {

        enum How {
            MANAGED,
            MANAGED_FLUSHED_TWICE,
            STATELESS
        }

        @Override
        public void run(World world) {
            Long id = world.pick(row);
            if (id == null) {
                return;
            }
            Object stored = world.stored(id, attribute);
            boolean untouched = Objects.equals(value, shown(world, role, attribute, stored)) && !attribute.searchable();
            // Of a plain column, Hibernate itself sees that nothing changed; a stateless session does not compare. Who
            // may
            // not see the value is not told that he guessed it.
            boolean same = Objects.equals(value, stored)
                    && world.sees(role, attribute)
                    && attribute != Attribute.NOTE
                    && (how != How.STATELESS || value == null)
                    && !attribute.searchable();
            boolean both = value == null && stored == null;
            Set<String> refusals =
                    new HashSet<>(untouched || same || both ? Set.of() : refusals(world, role, attribute, value));
            // Nobody knows of a record that is null whether it was loaded so.
            var twin = world.twin(id);
            boolean wasThere = twin.reach != null;
            attribute.set(twin, value);
            boolean known = wasThere && twin.reach != null;
            if (how == How.STATELESS && !known && !world.sees(role, Attribute.NICKNAME)) {
                refusals.addAll(Set.of("FV-203", "FV-206"));
            }
            world.write(refusals, () -> change(world, id), session -> {
                var changed = session.find(Twin.class, id);
                if (!untouched) {
                    attribute.set(changed, attribute.normal(value));
                }
                if (how == How.MANAGED_FLUSHED_TWICE) {
                    changed.city = "twice";
                }
            });
        }

        private void change(World world, Long id) {
            if (how == How.STATELESS) {
                world.statelessAs(role, session -> {
                    var guarded = session.get(Guarded.class, id);
                    attribute.set(guarded, value);
                    session.update(guarded);
                    return id;
                });
                return;
            }
            world.as(role, session -> {
                var guarded = session.find(Guarded.class, id);
                attribute.set(guarded, value);
                if (how == How.MANAGED_FLUSHED_TWICE) {
                    session.flush();
                    guarded.city = "twice";
                }
                return id;
            });
        }
    }

    /** A row is read by one, changed out of any session, and merged by another. */
    record Merge(
            Role reader,
            Role writer,
            int row,
            Attribute attribute,
            @Nullable Object value) implements Operation {

        @Override
        public void run(World world) {
            Long id = world.pick(row);
            if (id == null) {
                return;
            }
            Object stored = world.stored(id, attribute);
            boolean untouched =
                    Objects.equals(value, shown(world, reader, attribute, stored)) && !attribute.searchable();
            boolean same = Objects.equals(value, stored) && world.sees(writer, attribute);
            boolean comesBack = !world.sees(writer, attribute) && Objects.equals(value, attribute.mask(stored));
            Guarded detached = world.as(reader, session -> session.find(Guarded.class, id));
            attribute.set(detached, value);
            world.write(
                    untouched || comesBack || (same && !attribute.searchable())
                            ? Set.of()
                            : refusals(world, writer, attribute, value),
                    () -> world.as(writer, session -> session.merge(detached)),
                    session -> {
                        if (!untouched && !comesBack) {
                            attribute.set(session.find(Twin.class, id), attribute.normal(value));
                        }
                    });
        }
    }

    /**
     * A row is read by one, sent through a form or JSON, and what came back is merged by another: nothing changes. Values
     * that the other may not see are no masks, and refused.
     */
    record PostBack(Role reader, Role writer, int row) implements Operation {

        @Override
        public void run(World world) {
            Long id = world.pick(row);
            if (id == null) {
                return;
            }
            var posted = new Guarded();
            world.as(reader, session -> {
                var read = session.find(Guarded.class, id);
                Attribute.copy(read, posted);
                read.places.forEach(place -> posted.places.add(Part.copy(place, new Guarded.Place())));
                posted.aliases.addAll(read.aliases);
                posted.id = id;
                posted.version = read.version;
                return id;
            });
            Set<String> refusals = new HashSet<>();
            for (Attribute attribute : Attribute.values()) {
                Object stored = world.stored(id, attribute);
                if (world.sees(reader, attribute) != world.sees(writer, attribute)
                        && !Objects.equals(stored, attribute.mask(stored))) {
                    refusals.addAll(world.sees(writer, attribute) ? Set.of("FV-202", "FV-204") : Set.of("FV-203"));
                }
            }
            for (Twin.PlainPlace place : world.twin(id).places) {
                Object stored = place.street;
                if (reader.seesAll() != writer.seesAll()
                        && !Objects.equals(stored, Part.STREET.typing().mask(stored))) {
                    refusals.addAll(writer.seesAll() ? Set.of("FV-202", "FV-204") : Set.of("FV-203"));
                }
            }
            world.write(refusals, () -> world.as(writer, session -> session.merge(posted)), session -> {});
        }
    }

    /** A token is written where another row's is expected. */
    record CopyToken(Role role, int from, int to) implements Operation {

        @Override
        public void run(World world) {
            Long source = world.pick(from);
            Long target = world.pick(to);
            if (source == null || target == null || world.stored(source, Attribute.EMAIL) == null) {
                return;
            }
            boolean same = Objects.equals(world.stored(source, Attribute.EMAIL), world.stored(target, Attribute.EMAIL));
            world.write(
                    same ? Set.of() : Set.of("FV-201"),
                    () -> world.as(role, session -> {
                        session.find(Guarded.class, target).email = session.find(Guarded.class, source).email;
                        return target;
                    }),
                    session -> {});
        }
    }

    /** A bulk statement: {@code set attribute = :value where by = :of}, or {@code delete} if nothing is to be set. */
    record Bulk(
            Role role,
            @Nullable Attribute attribute,
            @Nullable Object value,
            Attribute by,
            Object of) implements Operation {

        @Override
        public void run(World world) {
            Set<String> refusals = new HashSet<>();
            if (by == Attribute.NOTE) {
                refusals.addAll(Set.of("FV-301", "FV-302", "FV-303", "FV-304", "HIBERNATE"));
            } else if (!world.sees(role, by)) {
                refusals.add("FV-302");
            }
            if (attribute != null) {
                if (!world.sees(role, attribute)) {
                    refusals.add("FV-203");
                } else if (!attribute.storable(value)) {
                    refusals.add("FV-205");
                }
            }
            world.write(
                    refusals,
                    () -> world.as(role, session -> execute(session, "Guarded", value, of)),
                    session -> execute(
                            session, "Twin", attribute == null ? null : attribute.normal(value), by.normal(of)));
            world.recount();
        }

        private int execute(Session session, String entity, @Nullable Object set, Object compared) {
            String where = " where " + by.name + " = :of";
            if (attribute == null) {
                return session.createMutationQuery("delete " + entity + where)
                        .setParameter("of", compared)
                        .executeUpdate();
            }
            return session.createMutationQuery("update " + entity + " set " + attribute.name + " = :value" + where)
                    .setParameter("value", set)
                    .setParameter("of", compared)
                    .executeUpdate();
        }
    }

    /** One row is removed. */
    record Delete(Role role, int row) implements Operation {

        @Override
        public void run(World world) {
            Long id = world.pick(row);
            if (id == null) {
                return;
            }
            world.write(
                    Set.of(),
                    () -> world.as(role, session -> {
                        session.remove(session.find(Guarded.class, id));
                        return id;
                    }),
                    session -> session.remove(session.find(Twin.class, id)));
            world.deleted(id);
        }
    }

    /** A query of each form that an attribute and a role allow; the others are refused. */
    record Query(Role role, Form form, Attribute attribute, Object one, Object other, boolean cacheable)
            implements Operation {

        enum Form {
            EQUAL("select e.id from %s e where e.%s = :one order by e.id"),
            NOT_EQUAL("select e.id from %s e where e.%s <> :one order by e.id"),
            IN("select e.id from %s e where e.%s in (:one, :other) order by e.id"),
            NULL("select e.id from %s e where e.%s is null order by e.id"),
            COUNT_DISTINCT("select count(distinct e.%2$s) from %1$s e"),
            GROUP("select count(*) from %s e group by e.%s order by count(*)"),
            JOIN("select e.id, f.id from %1$s e join %1$s f on e.%2$s = f.%2$s order by e.id, f.id"),
            GREATER("select e.id from %s e where e.%s > :one order by e.id"),
            ORDER("select e.id from %s e where e.%2$s is not null order by e.%2$s, e.id");

            private final String hql;

            Form(String hql) {
                this.hql = hql;
            }
        }

        @Override
        public void run(World world) {
            boolean ordered = form == Form.GREATER || form == Form.ORDER;
            boolean allowed = world.sees(role, attribute)
                    && !(attribute == Attribute.NOTE && form != Form.NULL)
                    && !(attribute.searchable() && ordered);
            Runnable ours = () -> {
                var found = world.as(role, session -> list(session, "Guarded", one, other));
                var expected = world.jpa()
                        .fromTransaction(
                                session -> list(session, "Twin", attribute.normal(one), attribute.normal(other)));
                assertThat(found).as("%s", this).isEqualTo(expected);
            };
            if (allowed) {
                ours.run();
            } else {
                world.refused(Set.of("FV-301", "FV-302", "FV-303", "FV-304", "FV-305", "HIBERNATE"), ours);
            }
        }

        private List<List<Object>> list(
                Session session, String entity, @Nullable Object first, @Nullable Object second) {
            var query = session.createQuery(form.hql.formatted(entity, attribute.name), Object[].class)
                    .setCacheable(cacheable);
            if (form.hql.contains(":one")) {
                query.setParameter("one", first);
            }
            if (form.hql.contains(":other")) {
                query.setParameter("other", second);
            }
            List<List<Object>> rows = new ArrayList<>();
            query.getResultList().forEach(row -> rows.add(List.of(row)));
            return rows;
        }
    }

    /** All rows, read in one of the ways there are. */
    record Read(Role role, Way way) implements Operation {

        enum Way {
            QUERY(session -> session.createQuery("from Guarded", Guarded.class).getResultList()),
            CACHED_QUERY(session -> session.createQuery("from Guarded", Guarded.class)
                    .setCacheable(true)
                    .getResultList()),
            FIND(session -> session.createQuery("select id from Guarded", Long.class).getResultList().stream()
                    .map(id -> session.find(Guarded.class, id))
                    .toList()),
            REFRESH(session -> {
                var rows = session.createQuery("from Guarded", Guarded.class).getResultList();
                rows.forEach(session::refresh);
                return rows;
            });

            private final Function<Session, List<Guarded>> load;

            Way(Function<Session, List<Guarded>> load) {
                this.load = load;
            }
        }

        @Override
        public void run(World world) {
            world.compare(role, way.load);
        }
    }

    /** Everything leaves through the last mile. */
    record Deliver(Role role) implements Operation {

        private static final DisclosureRequest REQUEST =
                DisclosureRequest.of(new Purpose("CAMPAIGN"), "mail server", "email", "phone");

        @Override
        public void run(World world) {
            Map<Long, Map<Attribute, Object>> delivered = new java.util.HashMap<>();
            try (@SuppressWarnings("try")
                    var scope = AccessScope.open(role.context)) {
                world.jpa()
                        .inTransaction(session -> Fieldveil.runtime(session.getSessionFactory())
                                .lastMile()
                                .many(
                                        REQUEST,
                                        session.createQuery("from Guarded", Guarded.class)
                                                .getResultList(),
                                        chunk -> chunk.forEach(row -> {
                                            Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
                                            row.text("email").ifPresent(value -> values.put(Attribute.EMAIL, value));
                                            row.text("phone").ifPresent(value -> values.put(Attribute.PHONE, value));
                                            delivered.put(row.row().id, values);
                                        })));
            }
            Map<Long, Map<Attribute, Object>> expected = new java.util.HashMap<>();
            world.jpa()
                    .inTransaction(session -> session.createQuery("from Twin", Twin.class)
                            .getResultList()
                            .forEach(twin -> {
                                Map<Attribute, Object> values = new EnumMap<>(Attribute.class);
                                for (Attribute attribute : List.of(Attribute.EMAIL, Attribute.PHONE)) {
                                    Object value = attribute.get(twin);
                                    if (value != null) {
                                        values.put(attribute, value);
                                    }
                                }
                                expected.put(twin.id, values);
                            }));
            assertThat(delivered).isEqualTo(expected);
        }
    }

    /** Empties the caches. */
    record Evict() implements Operation {

        @Override
        public void run(World world) {
            world.jpa().sessionFactory().getCache().evictAllRegions();
        }
    }
}
