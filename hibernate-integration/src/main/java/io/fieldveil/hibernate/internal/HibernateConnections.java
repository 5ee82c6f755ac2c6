package io.fieldveil.hibernate.internal;

import io.fieldveil.jdbc.ConnectionSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.service.ServiceRegistry;

/** Connections of the persistence unit's own pool, outside its transactions, given back to the pool when closed. */
final class HibernateConnections {

    private HibernateConnections() {}

    static ConnectionSource of(ServiceRegistry services) {
        return () -> {
            var provider = services.requireService(ConnectionProvider.class);
            return returning(provider, provider.getConnection());
        };
    }

    /** Hibernate's own pool wants its connections back by a call of its own; closing one would end it. */
    private static Connection returning(ConnectionProvider provider, Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                HibernateConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, args) -> {
                    if (method.getName().equals("close")) {
                        giveBack(provider, connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private static void giveBack(ConnectionProvider provider, Connection connection) throws SQLException {
        provider.closeConnection(connection);
    }
}
