package io.fieldveil.hibernate.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReadingTest {

    private static final SqlTable CONTACT = new SqlTable(
            "Contact",
            null,
            null,
            Set.of("id", "city", "email", "lastName", "income"),
            Set.of("email", "lastName", "income"),
            Map.of());
    private static final SqlTable TRAIT = new SqlTable(
            "Trait", null, null, Set.of("id", "name", "content", "city"), Set.of("content"), Map.of("content", "name"));
    private static final SqlTable PLAIN =
            new SqlTable("Plain", "app", null, Set.of("id", "text", "lastName", "contact_id"), Set.of(), Map.of());
    private static final SqlReading READING = new SqlReading(new SqlTables(List.of(CONTACT, PLAIN)));
    private static final SqlReading NAMED_READING = new SqlReading(new SqlTables(List.of(CONTACT, PLAIN, TRAIT)));

    private static String names(Collection<SqlColumn> columns) {
        return columns.stream().map(SqlColumn::name).sorted().collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id, city from Contact",
                "select c.city from Contact c where c.id = ? and c.city in ('lastName', 'Contact', 'x')",
                "select \"c\".\"city\" from \"Contact\" \"c\"",
                "select `c`.`city` from `app`.`Contact` as `c`",
                "select count(*) from Contact where city = 'from Contact select lastName'",
                "select count(*) filter (where city = 'x') from Contact",
                "select city, count(*) as n from Contact group by city having count(*) > 1 order by n desc",
                "select /* lastName */ city -- income\n from Contact",
                "select /*+ index(Contact email) */ city from Contact",
                "select p.lastName from Plain p join Contact c on c.id = p.contact_id where c.city = 'x'",
                "select p.lastName as income from Plain p, Contact c where c.id = p.id",
                "select lastName from Plain where contact_id in (select id from Contact)",
                "select p.* from Plain p join Contact c on p.contact_id = c.id",
                "select * from Plain p where exists (select 1 from Contact c where c.id = p.contact_id)",
                "select x.lastName from (select p.lastName from Plain p) x join Contact c on c.id = 1",
                "with x as (select id, city from Contact) select * from x",
                "with x(a, b) as (select id, city from Contact) select x.a, x.b from x order by x.b",
                "select city from Contact union all select text from Plain order by city",
                "select c.city::text from Contact c limit 5 offset 2",
                "select c.id * 2 from Contact c for update",
                "select c.city from Contact c for update of c",
                "select row_number() over (partition by c.city order by c.id) from Contact c",
                "select case when c.city is null then 1 else 2 end, coalesce(c.city, '-'), cast(c.id as char) from Contact c",
                "select current_date, c.id from Contact c where c.id between 1 and 5 or not c.city like 'B%'",
                "delete from Contact where id = 1",
                "update Contact set city = ? where id = ?",
                "update Contact c set c.city = upper(c.city) where c.id = ?",
                "insert into Contact (id, city) values (1, 'x')",
                "insert into Contact (id, city) select id, text from Plain returning id",
                "insert into Plain (id, lastName) select id, city from Contact",
                "insert into Plain values (1, 'a', 'b', 2)",
                "merge into Contact c using Plain p on (c.id = p.contact_id)"
                        + " when matched then update set city = p.lastName"
                        + " when not matched then insert (id, city) values (p.id, p.lastName)",
                "select lastName from Plain where text = :income",
                "select 1",
                "select * from Contacts",
                "select * from other.Plain, app.Plain",
                "update Contact c join Plain p on p.contact_id = c.id set p.lastName = 'x'",
                "delete c from Contact c join Plain p on p.contact_id = c.id where p.lastName = 'x'",
                "select t.n from (select city as n from Contact) t where n = 'x'",
                "select date_add(now(), interval 1 day), extract(year from now()), c.id from Contact c",
                "select c.id, now() - interval '1 day', date '2020-01-01', trim(both 'x' from c.city) from Contact c",
                "select string_agg(c.city, ',' order by c.city), group_concat(distinct c.city order by c.city separator ';') from Contact c",
                "select substring(c.city, 1, 2), position('x' in c.city) from Contact c",
                "select c.city from Contact c where c.city ~ '^B' and c.city ilike any (array['x', 'y'])",
                "select c.city ->> 'lastName', c.city #>> '{income}' from Plain c",
                "select c.city from Contact c fetch first 5 rows only",
                "select c.city from Contact c where (c.id, c.city) in (select p.id, p.text from Plain p)",
                "select nextval('seq'), c.id from Contact c where c.id = any(?)",
                "select c.city from Contact c window w as (partition by c.city)",
                "select max(c.id) keep (dense_rank first order by c.city) from Contact c",
                "select c.city from Contact c left outer join Plain p using (id) where p.id is null",
                "select c.city collate \"de\" from Contact c offset 1 rows",
                "select c.city, (select count(*) from Plain p where p.contact_id = c.id) n from Contact c order by n, 1",
            })
    void statement_thatTouchesNothingProtected_isFree(String sql) {
        var use = READING.statement(sql);
        assertThat(List.of(use.used(), use.selected(), use.changed())).as(sql).allMatch(Set::isEmpty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 from Contact where lastName = 'x'",
                "select upper(lastName) from Contact",
                "select lastName x from Contact",
                "select c.\"LASTNAME\" || 'x' from Contact c",
                "select `c`.`lastName` = 1 from `Contact` `c`",
                "select Contact.lastName || '' from app.Contact",
                "select app.Contact.lastName || '' from app.Contact",
                "select city from Contact order by lastName",
                "select city as lastName from Contact order by lastName",
                "select city from Contact group by city, lastName",
                "select count(distinct lastName) from Contact",
                "select city from Contact c where exists (select 1 from Plain p where p.text = c.lastName)",
                "select p.text from Plain p where p.text in (select lastName from Contact)",
                "with x as (select lastName as a from Contact) select a from x",
                "with Plain as (select lastName from Contact) select lastName from Plain",
                "select a from (select lastName as a from Contact) x",
                "select city from Contact union select lastName from Contact",
                "select city from Contact where id = 1 union select text from Plain order by (select max(lastName) from Contact)",
                "select lastName(c.*) from Plain c, Contact",
                "select sum(id) over (partition by lastName) from Contact",
                "select xmlforest(lastName) from Contact",
                "select extract(year from lastName) from Contact",
                "select p.text from Plain p join Contact c using (lastName)",
                "select p.text from Plain p join Contact c on p.lastName = c.lastName",
                "select (select c.lastName from Plain p where p.id = c.id) from Contact c",
                "insert into Plain (text) select lastName from Contact",
                "update Plain set text = (select max(lastName) from Contact)",
                "update Contact set city = lastName",
                "delete from Contact where lastName like 'J%'",
                "insert into Contact (id, city) values (1, 'x') returning lastName",
                "select distinct lastName from Contact",
                "select distinct on (lastName) city from Contact",
                "select city from Contact window w as (partition by lastName)",
                "select p.text from Plain p where p.id = any(array(select length(c.lastName) from Contact c))",
                "select city from Contact c order by (c.lastName)",
                "select city from Contact group by rollup (city, lastName)",
                "select listagg(lastName, ',') within group (order by id) from Contact",
                "select json_object('a' : lastName) from Contact",
                "select json_object(key 'a' value lastName) from Contact",
                "select sum(case when lastName = 'x' then 1 else 0 end) from Contact",
                "select cast(lastName as char) from Contact",
                "select city from Contact where lastName is null",
                "select city from Contact where lastName in ('x') or lastName between 'a' and 'b'",
                "select city from Contact where (city, lastName) = ('x', 'y')",
                "select row(city, lastName) from Contact",
                "select array[city, lastName] from Contact",
                "select city from Contact where match (lastName) against ('x')",
                "select city from Contact where lastName regexp 'x'",
                "select position('x' in lastName) from Contact",
                "select lag(lastName) over (order by id) from Contact",
                "select id from Contact where lastName = @x",
                "select 1 from Plain p left join Contact c on c.id = p.id and c.lastName = 'x'",
                "select p.text from Plain p cross join lateral (select c.lastName n from Contact c) y",
                "select interval lastName day from Contact",
                "select if(lastName = 'x', 1, 2) from Contact",
                "select lastName::text::int from Contact",
                "select -lastName, not lastName from Contact",
                "select (select lastName) from Contact",
                "select exists (select lastName) from Contact",
                "select city from Contact c where c.city = c.lastName::text",
                "select id from Contact where laſtName = 'x'",
                "select x.id from Plain x, lateral (select 1 from Contact c where c.lastName = x.text) y",
            })
    void statement_thatComputesWithOneColumn_usesThatOne(String sql) {
        assertThat(names(READING.statement(sql).used())).as(sql).isEqualTo("lastname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select c from Contact c",
                "select to_jsonb(c) from Contact c",
                "select row_to_json(c.*) from Contact c",
                "select (c).city from Contact c",
                "select (c.*).city from Contact c",
                "select Contact from Contact",
                "select c.to_jsonb from Contact c",
                "select c.unmapped from Contact c",
                "select unmapped from Contact",
                "select city from Contact where unmapped = 1",
                "table Contact",
                "table \"Contact\"",
                "select p.text from Plain p natural join Contact c",
                "select distinct * from Contact",
                "select * from (select * from Contact) x",
                "with x as (table Contact) select * from x",
                "with x as (select * from Contact) select 1 from x",
                "select 1 from Contact c where c is not null",
                "select * from Contact union select * from Contact",
                "select x.a from Contact as x(a, b, c, d, e)",
                "select x.* from (Contact c join Plain p on c.id = p.id) as x",
                "select x from (Contact c join Plain p on c.id = p.id) as x",
                "select json_object(*) from Contact",
                "select count(c) from Contact c",
                "select 1; select lastName from Contact",
                "select 'a\\', lastName, 'b' from Contact",
                "select city from Contact # '\n, lastName from Contact # '",
                "select 1--1, lastName from Contact\n",
                "select /*! lastName */ from Contact",
                "select /* /* */ lastName from Contact */ 1",
                "select $$a$$, $x$ ' $x$ from Contact",
                "select q'[it's]' from Contact",
                "select U&\"\\0063ity\" from Contact",
                "handler Contact open",
                "lock table Contact",
                "truncate table Contact",
                "explain select city from Contact",
                "create view v as select city from Contact",
                "call Contact(1)",
                "{call Contact(?)}",
                "exec sp_help 'Contact'",
                "select table_to_xml('Contact', true, false, '')",
                "select query_to_xml('select * from ' || 'Contact', true, false, '')",
                "select * from f('select lastName from Contact')",
                "select 1from Contact where 1=1and lastName='x'",
                "select city from Contact limit (select max(length(c.lastName)) from Contact c)",
                "select * from unparsable (((( Contact",
                "select [city] from [Contact]",
                "select\u00a0lastName from Contact",
                "copy Contact to stdout",
                "do $$ begin perform 1 from Contact; end $$",
                "select city from \"Contact\" where \"x\" = 1",
                "select * from Contact pivot (count(id) for city in ('a'))",
                "insert into Plain (text) select c.to_jsonb::text from Contact c",
                "insert into Plain select * from Contact",
                "update Plain set text = row_to_json(c)::text from Contact c",
                "delete from Contact returning *",
                "select city from app.Contact c, c.Contact d where d is null",
            })
    void statement_withWholeRowsOrWithoutClearColumns_usesAll(String sql) {
        assertThat(names(READING.statement(sql).used())).as(sql).isEqualTo("email income lastname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from Contact",
                "select c.* from Contact c where c.city = 'x' order by c.id",
                "select c.*, p.text from Contact c join Plain p on p.contact_id = c.id",
                "select id, lastName, email as email, income from Contact",
                "with x as (select id from Plain) select c.* from Contact c join x on x.id = c.id",
            })
    void statement_thatOnlySelects_selects(String sql) {
        var use = READING.statement(sql);
        assertThat(names(use.used()) + "/" + names(use.selected())).as(sql).isEqualTo("/email income lastname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Contact set email = ?",
                "update Contact c set c.email = ? where c.id = 1",
                "update Contact set city = 'x', email = 'y'",
                "insert into Contact (id, email) values (?, ?)",
                "insert into Contact (id, email) select id, text from Plain",
                "insert into Contact (id, city) values (1, 'x') on conflict (id) do update set email = 'x'",
                "insert into Contact (id) values (1) on duplicate key update email = 'x'",
                "merge into Contact c using Plain p on (c.id = p.id) when matched then update set email = p.text",
                "merge into Contact c using Plain p on (c.id = p.id) when not matched then insert (email) values (p.text)",
                "update Plain p join Contact c on p.id = c.id set c.email = p.text",
                "with x as (update Contact set email = 'x' returning id) select id from x",
            })
    void statement_thatWritesOneColumn_storesIt(String sql) {
        var use = READING.statement(sql);
        assertThat(names(use.changed())).as(sql).isEqualTo("email");
        assertThat(names(use.stored())).as(sql).isEqualTo("email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with Contact as (select 1) update Contact set email = 'x'",
                "insert into Contact values (1, 'x', 'y', 'z', 2)",
                "insert into Contact select * from Plain",
                "replace into Contact (id) values (1)",
                "merge into Contact (id, city) key (id) values (1, 'x')",
                "merge into Contact c using Plain p on (c.id = p.id) when not matched then insert values (1, 2, 3, 4, 5)",
                "load data infile 'x' into table Contact",
            })
    void statement_thatWritesRows_storesAll(String sql) {
        assertThat(names(READING.statement(sql).stored())).as(sql).isEqualTo("email income lastname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update Contact set email = ? where id = ?", "insert into Contact (id, email) values (?, ?)"})
    void statement_thatSetsToAParameter_binds(String sql) {
        assertThat(names(READING.statement(sql).bound())).as(sql).isEqualTo("email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update Contact set email = upper(?)", "insert into Contact (id, email) values (?, upper(?))"})
    void statement_thatSetsToAnExpression_doesNotBind(String sql) {
        assertThat(READING.statement(sql).bound()).as(sql).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update Contact set email = null", "update Contact set email = null, city = 'x'"})
    void statement_thatSetsToNull_changesWithoutStoring(String sql) {
        var use = READING.statement(sql);
        assertThat(names(use.changed())).as(sql).isEqualTo("email");
        assertThat(use.stored()).as(sql).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city = 'lastName'",
                "{alias}.city = :lastName",
                "unmapped * 2",
                "(select count(*) from Plain p where p.contact_id = id and p.lastName = 'x')",
                "city is null and id in (1, 2)",
            })
    void fragment_ofOtherColumns_isFree(String sql) {
        assertThat(READING.fragment(sql, List.of(CONTACT), true).used()).as(sql).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lastName = 'x'",
                "{alias}.lastName = :x",
                "upper(\"LASTNAME\")",
                "(select max(p.id) from Plain p where p.text = {alias}.lastName)",
                "(select c.lastName from Contact c where c.id = id)",
                "unparsable ((( lastName",
            })
    void fragment_ofAColumn_usesIt(String sql) {
        assertThat(names(READING.fragment(sql, List.of(CONTACT), true).used()))
                .as(sql)
                .isEqualTo("lastname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c1_0",
                "row_to_json(c1_0)",
                "c1_0.to_jsonb",
                "(select * from Contact)",
                "c1_0.*",
                "unparsable * ((("
            })
    void fragment_ofWholeRows_usesAll(String sql) {
        assertThat(names(READING.fragment(sql, List.of(CONTACT, PLAIN), false).used()))
                .as(sql)
                .isEqualTo("email income lastname");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Trait set name = 'other'",
                "update Trait t set city = 'x', t.name = ? where id = 1",
                "update \"Trait\" set (\"NAME\", city) = (select 'a', 'b')",
                "insert into Trait (id, name) values (1, 'x') on conflict (id) do update set name = 'other'",
                "merge into Trait t using Plain p on t.id = p.id when matched then update set name = p.text",
                "update Trait set name = name"
            })
    void nameOfMarkedValues_thatIsChanged_changesTheValues(String sql) {
        assertThat(names(NAMED_READING.statement(sql).changed())).isEqualTo("content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select name from Trait where name = 'x' order by name",
                "update Trait set city = name where name = 'x'",
                "delete from Trait where name = 'x'",
                "update Contact set city = (select name from Trait where id = 1)"
            })
    void nameOfMarkedValues_thatIsRead_isFree(String sql) {
        assertThat(NAMED_READING.statement(sql).changed()).isEmpty();
        assertThat(NAMED_READING.statement(sql).used()).isEmpty();
    }
}
