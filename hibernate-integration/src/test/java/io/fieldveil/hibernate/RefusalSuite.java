package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.hibernate.QueryEntities.Login;
import io.fieldveil.hibernate.QueryEntities.Member;
import io.fieldveil.hibernate.QueryEntities.Plain;
import io.fieldveil.hibernate.QueryEntities.Prospect;
import io.fieldveil.hibernate.QueryEntities.VipProspect;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.function.BiConsumer;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be asked of ciphertext, by anyone: refused, never answered wrongly. */
abstract class RefusalSuite extends ProtectedSuite {

    RefusalSuite(TestDatabase server) {
        super(
                server,
                Contact.class,
                Home.class,
                Prospect.class,
                VipProspect.class,
                Login.class,
                Member.class,
                Plain.class);
    }

    @BeforeEach
    void fill() {
        run(VIEWER, session -> {
            session.persist(new Contact("alice@example.org", "+4930901820", "Jansen"));
            session.persist(new Prospect("fair", "alice@example.org"));
            session.persist(new Plain(1L, "x"));
        });
    }

    /** Ours comes first, with its reason. {@code #} stands for each attribute in turn. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select concat(#, '') from Contact c",
                "select # || '' from Contact c",
                "select cast(# as String) from Contact c",
                "select str(#) from Contact c",
                "select coalesce(#, 'x') from Contact c",
                "select nullif(#, 'x') from Contact c",
                "select coalesce(null, #) from Contact c",
                "select case when 1 = 1 then # else 'x' end from Contact c",
                "select case # when 'x' then 1 else 2 end from Contact c",
                "select c.id from Contact c order by #",
                "select c.id from Contact c order by # desc nulls last",
                "select # as e from Contact c order by e",
                "select #, c.id from Contact c order by 1",
                "select c.id, # from Contact c order by 2",
                "select c.id, # as e from Contact c order by c.id, e",
                "select new map(upper(c.city) as u, # as e) from Contact c order by e",
                "select new map(c.id as i, # as e), c.city from Contact c order by 2",
                "select distinct # from Contact c order by #",
                "select c.id from Contact c where # < 'x'",
                "select c.id from Contact c where 'x' >= #",
                "select c.id from Contact c where # between 'a' and 'b'",
                "select c.id from Contact c where 'b' between # and 'c'",
                "select c.id from Contact c where (#, c.city) = ('a', 'b')",
                "select c.id from Contact c where (#, c.city) in (('a', 'b'))",
                "select c.id from Contact c where # = upper('x')",
                "select c.id from Contact c where # = 'a' || 'b'",
                "select c.id from Contact c where # = coalesce(:p, 'b')",
                "select c.id from Contact c where # = cast(:p as String)",
                "select c.id from Contact c where # = nullif(:p, '')",
                "select c.id from Contact c where # = c.city",
                "select c.id from Contact c where c.city = #",
                "select c.id from Contact c where # in (c.city, 'x')",
                "select c.id from Contact c where # in (select p.text from Plain p)",
                "select c.id from Contact c where c.city in (select # from Contact c)",
                "select c.id from Contact c where # = (select p.text from Plain p)",
                "select c.id from Contact c where # > (select min(p.text) from Plain p)",
                "select c.id from Contact c where # = any (select p.text from Plain p)",
                "select c.id from Contact c where # > all (select d.email from Contact d)",
                "select c.id from Contact c join Plain p on p.text = #",
                "select row_number() over (partition by # order by c.id) from Contact c",
                "select row_number() over (order by #) from Contact c",
                "select first_value(#) over (order by c.id) from Contact c",
                "select # from Contact c union all select # from Contact c",
                "select c.id from Contact c where c.city in (select p.text from Plain p union select # from Contact c)",
                "select sql('upper(?)', #) from Contact c",
                "select (select # from Contact d where d.id = c.id) from Contact c",
                "select c.id from Contact c group by #, c.id order by #",
                "select d.e from (select # as e from Contact c) d order by d.e",
                "select concat(d.e, '') from (select # as e from Contact c) d",
                "with d as (select # as e from Contact c) select x.e || 'x' from d x",
                "with d as (select # as e from Contact c) select x.e from d x order by x.e",
                "with d as (select # as e from Contact c union all select # as e from Contact c) select x.e from d x",
                "select d.e from (select # as e from Contact c union all select # as e from Contact c) d",
                "update Contact c set # = upper('x')",
                "update Contact c set # = c.city",
                "update Contact c set # = c.lastName",
                "update Contact c set # = case when c.id > 0 then 'a' else 'b' end",
                "update Contact c set # = (select p.text from Plain p)",
                "update Contact c set # = concat('a', 'b')",
                "update Contact c set c.city = #",
                "update Contact c set c.lastName = #",
                "update Contact c set c.city = (select # from Contact d where d.id = 1)",
                "update Contact c set c.city = concat(#, '')",
                "insert into Plain (id, text) select 5, # from Contact c",
                "insert into Plain (id, text) values (5, (select # from Contact c))",
                "insert into Plain (id, text) select 5, concat(#, '') from Contact c",
                "delete from Contact c where # < 'x'",
            })
    void statement_onCiphertext_isRefusedByUs(String template) {
        for (String attribute : List.of("email", "note", "passport")) {
            String hql = template.replace("#", "c." + attribute);
            for (var reader : List.of(ADMIN, VIEWER)) {
                assertRefused(hql, attribute, reader, false);
            }
        }
    }

    /** Hibernate may come first, because the column is binary; nobody gets an answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select c.id from Contact c where # like 'a%'",
                "select c.id from Contact c where # ilike 'a%'",
                "select c.id from Contact c where # like :p",
                "select upper(#) from Contact c",
                "select lower(#) from Contact c",
                "select length(#) from Contact c",
                "select substring(#, 1, 2) from Contact c",
                "select trim(#) from Contact c",
                "select max(#) from Contact c",
                "select max(distinct #) from Contact c",
                "select min(#) from Contact c",
                "select sum(#) from Contact c",
                "select avg(#) from Contact c",
                "select listagg(#, ',') within group (order by c.id) from Contact c",
                "select # + 1 from Contact c",
                "select # from Contact c union select p.text from Plain p",
                "select p.text from Plain p union select # from Contact c",
                "select # from Contact c except select p.text from Plain p",
                "select function('upper', #) from Contact c",
                "select locate('a', #) from Contact c",
                "select replace(#, 'a', 'b') from Contact c",
                "select c.id from Contact c where # = 25 * 2",
                "select c.id from Contact c where upper(#) = #",
                "select c.id from Contact c where # = lower(#)",
            })
    void function_onCiphertext_isRefusedByUsOrHibernate(String template) {
        for (String attribute : List.of("email", "note", "passport")) {
            String hql = template.replace("#", "c." + attribute);
            for (var reader : List.of(ADMIN, VIEWER)) {
                assertRefused(hql, attribute, reader, true);
            }
        }
    }

    /** Stored as text, Hibernate would let everything through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select l.id from Prospect l where l.nick like 'a%'",
                "select l.id from Prospect l where l.nick ilike 'a%'",
                "select upper(l.nick) from Prospect l",
                "select length(l.nick) from Prospect l",
                "select substring(l.nick, 1, 2) from Prospect l",
                "select max(l.nick) from Prospect l",
                "select max(distinct l.nick) from Prospect l",
                "select listagg(distinct l.nick, ',') from Prospect l",
                "select listagg(l.nick, ',') within group (order by l.id) from Prospect l",
                "select concat(l.nick, '') from Prospect l",
                "select l.id from Prospect l order by l.nick",
                "select l.id from Prospect l where l.nick > 'a'",
                "select l.id from Prospect l where l.nick = l.source",
                "select l.id from Prospect l where l.nick = l.mail",
                "select l.id from Prospect l where upper(l.nick) = l.nick",
                "update Prospect l set l.nick = l.source",
                "update Prospect l set l.source = l.nick",
                "update Prospect l set l.nick = upper('x')",
                "insert into Plain (id, text) select l.id, l.nick from Prospect l",
                "insert into Prospect (source, nick) values ('x', upper('x'))",
                "insert into Prospect (source, nick) values ('x', (select p.text from Plain p))",
                "insert into Prospect (source, nick) select 'x', p.text from Plain p",
                "insert into Prospect (source, nick) select 'x', upper('x') from Plain p",
            })
    void textStorage_isGuardedAlike(String hql) {
        assertRefused(hql, "nick", ADMIN, false);
    }

    private void assertRefused(
            String hql, String attribute, io.fieldveil.access.AccessContext reader, boolean orHibernate) {
        run(reader, session -> {
            Throwable thrown = catchThrowable(() -> execute(session, hql));
            assertThat(thrown).as(hql).isNotNull();
            var ours = Refusals.find(thrown);
            if (ours == null && orHibernate) {
                System.getLogger("refusals").log(System.Logger.Level.INFO, "Hibernate first: " + hql + " " + thrown);
                return;
            }
            assertThat(ours).as(hql + " " + thrown).isNotNull();
            assertThat(ours.getMessage()).as(hql).containsPattern("^FV-3\\d\\d .*'(" + attribute + "|email)'");
        });
        assertThat(jpa.rows("select * from Plain")).hasSize(1);
    }

    private static void execute(Session session, String hql) {
        if (hql.startsWith("select") || hql.startsWith("with")) {
            var query = session.createSelectionQuery(hql, Object.class);
            if (hql.contains(":p")) {
                query.setParameter("p", "a");
            }
            query.getResultList();
        } else {
            session.createMutationQuery(hql).executeUpdate();
        }
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void criteria_onCiphertext_isRefused(BiConsumer<CriteriaBuilder, CriteriaAndRoot> shape) {
        run(ADMIN, session -> {
            var builder = session.getCriteriaBuilder();
            var query = builder.createQuery(Object.class);
            var root = query.from(Contact.class);
            assertThatThrownBy(() -> {
                        shape.accept(builder, new CriteriaAndRoot(query, root));
                        session.createQuery(query).getResultList();
                    })
                    .isInstanceOf(RuntimeException.class);
        });
    }

    record CriteriaAndRoot(CriteriaQuery<Object> query, Root<Contact> root) {}

    static List<BiConsumer<CriteriaBuilder, CriteriaAndRoot>> criteria() {
        return List.of(
                (b, c) -> c.query.select(b.upper(c.root.get("email"))),
                (b, c) -> c.query.select(b.concat(c.root.get("email"), "")),
                (b, c) -> c.query.select(c.root.get("email")).orderBy(b.asc(c.root.get("email"))),
                (b, c) -> {
                    var email = c.root.get("email");
                    c.query.select(email).orderBy(b.desc(email));
                },
                (b, c) -> c.query.select(b.greatest(c.root.<String>get("email"))),
                (b, c) -> c.query.select(b.coalesce(c.root.get("email"), "x")),
                (b, c) -> c.query.select(c.root.get("email").as(String.class)).where(b.like(c.root.get("email"), "a%")),
                (b, c) -> c.query.select(c.root.get("id")).where(b.like(c.root.get("email"), "a%")),
                (b, c) -> c.query.select(c.root.get("id")).where(b.greaterThan(c.root.get("email"), "a")),
                (b, c) -> c.query.select(c.root.get("id")).where(b.between(c.root.get("email"), "a", "b")),
                (b, c) -> c.query.select(c.root.get("id")).where(b.equal(c.root.get("email"), c.root.get("city"))),
                (b, c) -> c.query.select(
                        b.selectCase(c.root.get("email")).when("x", 1).otherwise(2)),
                (b, c) -> c.query.select(c.root.get("id")).orderBy(b.asc(c.root.get("note"))),
                (b, c) -> c.query.select(b.function("upper", String.class, c.root.get("email"))));
    }

    @Test
    void atRandomEncrypted_comparedOrGrouped_isRefusedWithTheReason() {
        for (String hql : List.of(
                "select c.id from Contact c where c.note = 'x'",
                "select c.id from Contact c where c.note in ('x')",
                "select c.note, count(*) from Contact c group by c.note",
                "select c.note as n, count(*) from Contact c group by n",
                "select c.note, count(*) from Contact c group by 1",
                "select count(distinct c.note) from Contact c",
                "select distinct c.note from Contact c",
                "insert into Contact (version, note) select 0, c.note from Contact c",
                "select c.id from Contact c where c.birthDate = local date",
                "select c.id from Contact c where c.birthDate > {d '1990-01-01'}",
                "select c.id from Contact c order by c.birthDate")) {
            run(
                    ADMIN,
                    session -> assertThatThrownBy(() -> execute(session, hql))
                            .as(hql)
                            .satisfies(Refusals.with(hql.startsWith("insert") ? "FV-304" : "FV-301")));
        }
    }

    @Test
    void wholeEmbeddable_inQueries_isRefused() {
        for (String hql : List.of(
                "select c.id from Contact c order by c.home",
                "select c.id from Contact c where c.home = :p",
                "select c.home, count(*) from Contact c group by c.home",
                "select c.home from Contact c union all select d.home from Contact d",
                "select count(distinct c.home) from Contact c")) {
            run(
                    ADMIN,
                    session -> assertThatThrownBy(() -> {
                                var query = session.createSelectionQuery(hql, Object.class);
                                if (hql.contains(":p")) {
                                    query.setParameter("p", new Home("a", "b"));
                                }
                                query.getResultList();
                            })
                            .as(hql)
                            .satisfies(Refusals.with("FV-301", "home.street")));
        }
    }

    @Test
    void rightUses_besideRefusedOnes_doNotLendTheirPermit() {
        for (String hql : List.of(
                "select c.email, upper(c.email) from Contact c",
                "select concat(c.email, ''), c.email from Contact c",
                "select c.email from Contact c where c.email = 'a@b.de' order by c.email",
                "select count(c.email), concat(c.email, '') from Contact c group by c.email",
                "select c.email from Contact c where c.email = c.email || 'x'",
                "select c.email from Contact c group by c.email order by c.email",
                "select c.email from Contact c group by c.email having c.email > 'a'")) {
            run(
                    ADMIN,
                    session -> assertThatThrownBy(() -> session.createSelectionQuery(hql, Object.class)
                                    .getResultList())
                            .as(hql)
                            .isInstanceOf(RuntimeException.class));
        }
    }
}
