package io.fieldveil.hibernate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** A query by what an element holds. */
record ElementQuery(Role role, Form form, Object value) implements Operation {

    enum Form {
        TOWN("join e.places p where p.town = :value", Part.TOWN.typing()),
        CODE("join e.places p where p.code = :value", Part.CODE.typing()),
        STREET("join e.places p where p.street = :value", Part.STREET.typing()),
        INDEXED("where e.places[0].code = :value", Part.CODE.typing()),
        MEMBER("where :value member of e.aliases", Aliases.TYPING),
        ELEMENT("join e.aliases a where a = :value", Aliases.TYPING);

        private final String hql;
        private final Typing typing;

        Form(String hql, Typing typing) {
            this.hql = hql;
            this.typing = typing;
        }

        List<Object> typed() {
            return typing.values();
        }
    }

    @Override
    public void run(World world) {
        Runnable ours = () -> {
            var found = world.as(role, session -> list(session, "Guarded", value));
            var expected = world.jpa().fromTransaction(session -> list(session, "Twin", form.typing.normal(value)));
            assertThat(found).as("%s", this).isEqualTo(expected);
        };
        if (role.seesAll() || !form.typing.masked()) {
            ours.run();
        } else {
            world.refused(Set.of("FV-302"), ours);
        }
    }

    private List<Long> list(Session session, String entity, @Nullable Object compared) {
        return session.createQuery("select e.id from " + entity + " e " + form.hql + " order by e.id", Long.class)
                .setParameter("value", compared)
                .getResultList();
    }
}
