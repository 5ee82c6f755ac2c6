package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.Purpose;
import io.fieldveil.hibernate.QueryEntities.Login;
import io.fieldveil.hibernate.QueryEntities.Member;
import io.fieldveil.hibernate.QueryEntities.Plain;
import io.fieldveil.hibernate.QueryEntities.Prospect;
import io.fieldveil.hibernate.QueryEntities.VipProspect;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.query.KeyedPage;
import org.hibernate.query.Order;
import org.hibernate.query.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries compute from masked attributes, order by, and store, in places where it is easily overlooked. */
@SuppressWarnings("deprecation") // what applications still call
abstract class ComputedQuerySuite extends ProtectedSuite {

    static final AccessContext SEGMENTATION = VIEWER.withPurpose(Purpose.SEGMENTATION);

    ComputedQuerySuite(TestDatabase server) {
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

    /** What HQL can name: native SQL in a constant. */
    public static final class Fragments {

        public static final String NAMES = "(select max(lastName) from Contact)";

        private Fragments() {}
    }

    @Override
    JpaFixtureBuilder describe() {
        return super.describe()
                .setting("hibernate.query.hql.json_functions_enabled", "true")
                .setting("hibernate.query.hql.xml_functions_enabled", "true");
    }

    @BeforeEach
    void fill() {
        run(VIEWER, session -> {
            session.persist(contact("Jansen", 47_100, "Mauer"));
            session.persist(contact("Aalto", 49_900, "Unter den Linden"));
            session.persist(contact("Zorn", 41_900, "Aachener"));
            session.persist(new Plain(1L, "nothing"));
        });
    }

    private static Contact contact(String name, int income, String street) {
        var contact = new Contact(name + "@example.org", null, name);
        contact.income = income;
        contact.city = "Bonn";
        contact.home = new Home(street, "10117");
        return contact;
    }

    List<Object> list(AccessContext reader, String hql) {
        return as(
                reader,
                session -> session.createSelectionQuery(hql, Object.class).getResultList());
    }

    private int update(AccessContext writer, String hql) {
        return as(writer, session -> session.createMutationQuery(hql).executeUpdate());
    }

    void assertCopiesNothing(String hql) {
        for (AccessContext writer : List.of(VIEWER, SEGMENTATION, ADMIN)) {
            assertRefused("FV-305", () -> update(writer, hql));
        }
        assertThat(jpa.rows("select text, amount from Plain"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).containsEntry("text", "nothing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select max(c.income) over () from Contact c",
                "select sum(c.income) over (partition by c.id) from Contact c",
                "select first_value(c.lastName) over (order by c.id) from Contact c",
                "select lag(c.lastName) over (order by c.id) from Contact c",
                "select rank() over (order by c.income) from Contact c",
                "with m as (select max(c.income) over () as n from Contact c) select x.n from m x",
                "select d.n from (select first_value(c.lastName) over (order by c.id) as n from Contact c) d",
                "select c.id, c.income > 47000 from Contact c",
                "select c.id, c.income = 47100 from Contact c",
                "select c.id, c.income in (47100, 1) from Contact c",
                "select c.id, case when c.income = 47100 then 1 else 0 end from Contact c",
            })
    void value_computedForASelection_isNotShownToSegmentation(String hql) {
        assertRefused("FV-311", () -> list(SEGMENTATION, hql));
        assertRefused("FV-302", () -> list(VIEWER, hql));
        assertThat(list(ADMIN, hql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from Contact c join Contact d on c.income = d.income",
                "select c.id from Contact c join Contact d on d.income > c.income",
                "select count(*) from Contact c group by c.city having max(c.income) > 47000",
                "select c.city, count(distinct c.lastName) from Contact c group by c.city",
                "select (select count(*) from Contact d where d.income = 47100) from Plain p",
                "select c.id from Contact c order by case when c.income > 47000 then 1 else 2 end",
            })
    void value_thatMerelyDecides_staysOpenToSegmentation(String hql) {
        assertThat(list(SEGMENTATION, hql)).isNotEmpty();
        assertRefused("FV-302", () -> list(VIEWER, hql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Plain p set p.text = (select max(c.lastName) over () from Contact c order by c.id limit 1)",
                "update Plain p set p.amount = case when exists (select 1 from Contact c) then"
                        + " (select max(c.income) from Contact c) else 0 end",
                "insert into Plain (id, text) select 50 + c.id, first_value(c.lastName) over (order by c.id) from Contact c",
                "insert into Plain (id, amount) select 50 + c.id, max(c.income) over () from Contact c",
                "insert into Plain (id, text) values (5, cast(sql('(select max(lastName) from Contact)') as String))",
                "insert into Plain (id, text) values (1, 'x') on conflict (id) do update set text ="
                        + " cast(sql('(select max(lastName) from Contact)') as String)",
                "update Contact c set c.lastName = 'x', c.city = c.lastName",
                "update Contact c set c.income = 1, c.city = concat(c.lastName, '')",
                "insert into Contact (version, lastName, city) select 0, c.city, c.lastName from Contact c",
                "insert into Prospect (source, agent) select c.city, c.lastName from Contact c"
                        + " union all select c.lastName, c.city from Contact c",
            })
    void value_storedWithoutItsMask_isRefusedToEverybody(String hql) {
        assertCopiesNothing(hql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Contact c set c.income = c.income + 1",
                "update Contact c set c.city = 'Ulm', c.lastName = concat(c.lastName, ' jr.')",
                "update Contact c set c.lastName = coalesce(c.lastName, 'none')",
                "insert into Prospect (source, mail, agent) select c.city, c.email, c.lastName from Contact c",
                "insert into Contact (id, version, lastName) select 1000 + c.id, 0, c.lastName from Contact c where"
                        + " c.income > 47000 union all (select 1000 + c.id, 0, c.lastName from Contact c where"
                        + " c.income <= 47000 union all select c.id, 0, c.lastName from Contact c where 1 = 0)",
            })
    void value_storedUnderTheSameMask_needsThePermission(String hql) {
        assertThatThrownBy(() -> update(VIEWER, hql))
                .satisfies(thrown -> assertThat(Refusals.find(thrown)).isNotNull());
        assertThat(update(ADMIN, hql)).isEqualTo(3);
    }

    @Test
    void insertValues_countingByAnEncryptedAttribute_storesTheCount() {
        as(
                VIEWER,
                session -> session.createMutationQuery("insert into Plain (id, amount) values (7, (select"
                                + " cast(count(*) as Integer) from Contact c where c.email = :email))")
                        .setParameter("email", "Zorn@example.org")
                        .executeUpdate());
        assertThat(jpa.rows("select amount from Plain where id = 7")).containsExactly(java.util.Map.of("amount", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select c.home as h from Contact c order by h",
                "select c.id, c.home from Contact c order by 2",
                "select new list(c.id, c.home) from Contact c order by 2 desc",
                "select c.home as h, count(*) from Contact c group by h having count(*) > 1",
                "select c.id from Contact c where c.home is null",
            })
    void embeddable_withAProtectedAttribute_isNeitherOrderedNorGroupedBy(String hql) {
        for (AccessContext reader : List.of(VIEWER, SEGMENTATION, ADMIN)) {
            assertThatThrownBy(() -> list(reader, hql))
                    .satisfies(Refusals.with("FV-301", "street", "embeddable", "one by one"));
        }
    }

    @Test
    void embeddable_inCriteria_isNeitherOrderedNorGroupedBy() {
        run(VIEWER, session -> {
            var builder = session.getCriteriaBuilder();
            var ordered = builder.createQuery(Home.class);
            var home = ordered.from(Contact.class).<Home>get("home");
            ordered.select(home).orderBy(builder.asc(home));
            assertRefused("FV-301", () -> session.createQuery(ordered).getResultList());

            var grouped = builder.createQuery(Object[].class);
            var root = grouped.from(Contact.class);
            var group = root.<Home>get("home");
            grouped.multiselect(group, builder.count(root)).groupBy(group);
            assertRefused("FV-301", () -> session.createQuery(grouped).getResultList());
        });
    }

    /** A mask would be bound as the key from which the next page starts. */
    @Test
    void keyedPages_byMasked_areForThoseWhoSeeTheKey() {
        assertRefused("FV-311", () -> paged(SEGMENTATION, "income"));
        assertRefused("FV-302", () -> paged(VIEWER, "lastName"));
        assertRefused("FV-301", () -> paged(VIEWER, "home"));
        assertThat(paged(ADMIN, "income")).containsExactly("Zorn", "Jansen", "Aalto");
    }

    private List<String> paged(AccessContext reader, String attribute) {
        return as(reader, session -> {
            var seen = new ArrayList<String>();
            KeyedPage<Contact> page = Page.first(1).keyedBy(Order.asc(Contact.class, attribute));
            for (int i = 0; i < 9 && page != null; i++) {
                var result = session.createSelectionQuery("from Contact", Contact.class)
                        .getKeyedResultList(page);
                result.getResultList().forEach(contact -> seen.add(contact.lastName));
                page = result.getResultList().isEmpty() ? null : result.getNextPage();
            }
            return seen;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select sql('c1_0.*') from Contact c",
                "select sql('*') from Contact c",
                "select sql('c1_0 . *'), 1 from Contact c",
                "select sql(io.fieldveil.hibernate.ComputedQuerySuite$Fragments.NAMES) from Plain p",
                "select p.id from Plain p where cast(sql(io.fieldveil.hibernate.ComputedQuerySuite$Fragments.NAMES) as"
                        + " String) like 'Z%'",
            })
    void sqlFragment_ofAWholeRowOrUnknown_needsThePermission(String hql) {
        for (AccessContext reader : List.of(VIEWER, AccessContext.nobody(), SEGMENTATION)) {
            assertThatThrownBy(() -> list(reader, hql))
                    .satisfies(thrown -> assertThat(Refusals.find(thrown))
                            .as(thrown.toString())
                            .isNotNull());
        }
    }

    @Test
    void jsonFunction_whosePathIsAParameter_worksAsWithoutUs() {
        run(
                VIEWER,
                session -> assertThat(
                                session.createQuery("select json_value('{\"a\": 7}', :path) from Plain p", String.class)
                                        .setParameter("path", "$.a")
                                        .getResultList())
                        .containsExactly("7"));
    }

    @Test
    void sqlFragment_ofACountOrAnOtherColumn_staysFree() {
        assertThat(list(VIEWER, "select sql('count(*)') from Contact c")).hasSize(1);
        assertThat(list(VIEWER, "select sql('upper(p1_0.text)') from Plain p")).hasSize(1);
    }
}
