package io.fieldveil.hibernate;

import io.fieldveil.hibernate.TenantRows.Member;
import java.nio.file.Path;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/**
 * Many tenants with many members each, written, then searched in another order. Run by {@link ManyTenantsTest} in a
 * process of its own: {@code ManyTenants url tenants members kept-keysets}.
 */
final class ManyTenants {

    private final int tenants;
    private final int members;
    private final SessionFactory factory;

    private ManyTenants(SessionFactory factory, int tenants, int members) {
        this.factory = factory;
        this.tenants = tenants;
        this.members = members;
    }

    public static void main(String[] args) {
        var configuration = new Configuration()
                .addAnnotatedClass(Member.class)
                .setProperty("jakarta.persistence.jdbc.url", args[0])
                .setProperty("jakarta.persistence.jdbc.user", "sa")
                .setProperty("jakarta.persistence.jdbc.password", "")
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .setProperty("hibernate.jdbc.batch_size", "50")
                .setProperty(FieldveilSettings.KEY_SOURCE, "development")
                .setProperty(FieldveilSettings.KEPT_KEYSETS, args[3]);
        configuration
                .getProperties()
                .put(FieldveilSettings.DEVELOPMENT_DIRECTORY, Path.of("target", "development-key"));
        configuration.getProperties().put("hibernate.tenant_identifier_resolver", new CurrentTenant());
        try (var factory = configuration.buildSessionFactory()) {
            new ManyTenants(factory, Integer.parseInt(args[1]), Integer.parseInt(args[2])).run();
        }
    }

    private void run() {
        long start = System.nanoTime();
        for (int i = 0; i < tenants; i++) {
            write(i);
        }
        long written = System.nanoTime();
        int found = 0;
        for (int i = 0; i < tenants; i++) {
            found += find((i * 7919) % tenants) ? 1 : 0;
        }
        long searched = System.nanoTime();
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf(
                "found %d of %d, written in %.1f s, searched in %.1f s, heap in use %d MiB of %d MiB%n",
                found,
                tenants,
                (written - start) / 1e9,
                (searched - written) / 1e9,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
    }

    private void write(int tenant) {
        CurrentTenant.with("tenant-" + tenant, () -> {
            factory.inTransaction(session -> {
                for (int i = 0; i < members; i++) {
                    session.persist(new Member("person" + i + "@example.org", "note " + i));
                }
            });
            return true;
        });
    }

    private boolean find(int tenant) {
        return CurrentTenant.with(
                "tenant-" + tenant,
                () -> factory.fromTransaction(
                        session -> session.createQuery("from Member m where m.email = :e", Member.class)
                                        .setParameter("e", "person" + members / 2 + "@example.org")
                                        .getResultList()
                                        .size()
                                == 1));
    }
}
