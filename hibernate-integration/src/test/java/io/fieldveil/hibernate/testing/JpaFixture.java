package io.fieldveil.hibernate.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate on an empty database of its own, and a way past it: {@link #rows} reads through a plain connection what the
 * columns really hold. Closing closes the session factory and drops the database.
 *
 * <pre>{@code
 * try (var jpa = JpaFixture.on(TestDatabase.MARIADB).entities(Contact.class).open()) {
 *     jpa.inTransaction(session -> session.persist(contact));
 *     assertThat(jpa.rows("select email from contact")).hasSize(1);
 * }
 * }</pre>
 */
public final class JpaFixture implements AutoCloseable {

    private final Database database;
    private final HikariDataSource pool;
    private final StatementLog statements;
    private final SessionFactory sessionFactory;

    JpaFixture(Database database, HikariDataSource pool, StatementLog statements, SessionFactory sessionFactory) {
        this.database = database;
        this.pool = pool;
        this.statements = statements;
        this.sessionFactory = sessionFactory;
    }

    /** Starts a description of a fixture on an empty database of this server. */
    public static JpaFixtureBuilder on(TestDatabase server) {
        return new JpaFixtureBuilder(server);
    }

    /** The session factory under test. */
    public SessionFactory sessionFactory() {
        return sessionFactory;
    }

    /** The database below the session factory. */
    public Database database() {
        return database;
    }

    /** What Hibernate has sent to the database; {@link #rows} and {@link #execute} do not count. */
    public StatementLog statements() {
        return statements;
    }

    /** Every key and entry of the second-level and query cache, in Java's serialised form. */
    public List<byte[]> cacheContents() {
        return JpaFixtureCaches.contents(database);
    }

    /** Runs the work in a session without a transaction. */
    public <T extends @Nullable Object> T fromSession(Function<Session, T> work) {
        return sessionFactory.fromSession(work);
    }

    /** Runs the work in a session without a transaction. */
    public void inSession(Consumer<Session> work) {
        sessionFactory.inSession(work);
    }

    /** Runs the work in a new session and a transaction that is committed, or rolled back on an exception. */
    public <T extends @Nullable Object> T fromTransaction(Function<Session, T> work) {
        return sessionFactory.fromTransaction(work);
    }

    /** Runs the work in a new session and a transaction that is committed, or rolled back on an exception. */
    public void inTransaction(Consumer<Session> work) {
        sessionFactory.inTransaction(work);
    }

    /** Empties every mapped table and the second-level cache. */
    public void truncate() {
        sessionFactory.getSchemaManager().truncate();
        sessionFactory.getCache().evictAllRegions();
        statements.clear();
    }

    /** Where in the database this text stands, in whatever table; as {@code table.column}. */
    public Set<String> placesOf(String text) {
        var places = new TreeSet<String>();
        try {
            DatabaseCells.forEach(database, (place, bytes) -> {
                if (new String(bytes, StandardCharsets.UTF_8).contains(text)) {
                    places.add(place);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("tables cannot be read", e);
        }
        return places;
    }

    /** Reads rows by raw JDBC, each a map from the column's label in lower case to what {@code getObject} gives. */
    public List<Map<String, @Nullable Object>> rows(String sql, Object... parameters) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet results = statement.executeQuery()) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(row(results));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("raw query failed", e);
        }
    }

    /** Executes one statement by raw JDBC and gives the number of changed rows. */
    public int execute(String sql, Object... parameters) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("raw statement failed", e);
        }
    }

    @Override
    public void close() throws SQLException {
        sessionFactory.close();
        pool.close();
        database.close();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static Map<String, @Nullable Object> row(ResultSet results) throws SQLException {
        ResultSetMetaData columns = results.getMetaData();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), held(results.getObject(i)));
        }
        return row;
    }

    /** Large objects are read at once: they end with the connection. */
    private static @Nullable Object held(@Nullable Object value) throws SQLException {
        if (value instanceof Blob blob) {
            return blob.getBytes(1, Math.toIntExact(blob.length()));
        }
        return value instanceof Clob clob ? clob.getSubString(1, Math.toIntExact(clob.length())) : value;
    }
}
