package io.fieldveil.hibernate.internal;

import io.fieldveil.jdbc.ConnectionSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.context.spi.MultiTenancy;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.hibernate.service.ServiceRegistry;

/** Connections of the persistence unit's own pool, outside its transactions, given back to the pool when closed. */
final class HibernateConnections {

    private HibernateConnections() {}

    /** Where each tenant has connections of its own, those that belong to none. */
    static ConnectionSource of(ServiceRegistry services) {
        return () -> {
            if (MultiTenancy.isMultiTenancyEnabled(services)) {
                MultiTenantConnectionProvider<?> provider =
                        services.requireService(MultiTenantConnectionProvider.class);
                return returning(provider.getAnyConnection(), provider::releaseAnyConnection);
            }
            var provider = services.requireService(ConnectionProvider.class);
            return returning(provider.getConnection(), provider::closeConnection);
        };
    }

    /** Takes a connection back. */
    @FunctionalInterface
    private interface Return {
        void accept(Connection connection) throws SQLException;
    }

    /** Hibernate's own pool wants its connections back by a call of its own; closing one would end it. */
    private static Connection returning(Connection connection, Return back) {
        return (Connection) Proxy.newProxyInstance(
                HibernateConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, args) -> {
                    if (method.getName().equals("close")) {
                        back.accept(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
