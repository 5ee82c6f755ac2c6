package io.fieldveil.hibernate.internal;

import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Found by ServiceLoader: registers the event listeners, mends the widths of columns that Bean Validation shrank, and
 * compares the live schema with them.
 */
public final class ProtectionIntegrator implements Integrator {

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor sessionFactory) {
        mendWidths(metadata);
        serveTenants(metadata, sessionFactory);
        var schemaCheck = new SchemaCheck(metadata);
        if (isSet(sessionFactory, "validate")) {
            // Before Hibernate validates, which would say less.
            schemaCheck.check(sessionFactory);
        } else if (isSet(sessionFactory, "update")) {
            // Before Hibernate makes bytes of plaintext, which would look like ciphertext.
            schemaCheck.checkStorage(sessionFactory);
        }
        sessionFactory.addObserver(new SessionFactoryObserver() {
            @Override
            public void sessionFactoryCreated(SessionFactory factory) {
                var created = factory.unwrap(SessionFactoryImplementor.class);
                if (ProtectedModel.runtime(created).isPresent()) {
                    listen(created);
                    schemaCheck.check(created);
                    MarkingLife.begin(created);
                }
            }

            @Override
            public void sessionFactoryClosing(SessionFactory factory) {
                MarkingLife.end(factory.unwrap(SessionFactoryImplementor.class));
            }
        });
    }

    private static boolean isSet(SessionFactoryImplementor factory, String action) {
        var settings = factory.getProperties();
        return Stream.of("hibernate.hbm2ddl.auto", "jakarta.persistence.schema-generation.database.action")
                .anyMatch(setting -> action.equalsIgnoreCase(String.valueOf(settings.get(setting))));
    }

    /** Before anything can be sealed: whoever observes the start of the factory may open a session. */
    private static void serveTenants(Metadata metadata, SessionFactoryImplementor factory) {
        ProtectedModel.runtime(metadata).ifPresent(runtime -> runtime.serve(new HibernateTenants(factory, metadata)));
    }

    private static void mendWidths(Metadata metadata) {
        var problems = new Problems();
        for (Table table : metadata.collectTableMappings()) {
            for (Column column : table.getColumns()) {
                var width = ColumnWidths.of(table, column);
                if (width == null) {
                    continue;
                }
                column.setLength(width.length());
                if (!column.getCheckConstraints().isEmpty()) {
                    problems.add(
                            "FV-126",
                            width.place(),
                            "a constraint such as @Min became a check on its column, which holds ciphertext. Set"
                                    + " hibernate.validator.apply_to_ddl to false; the constraint is still checked when"
                                    + " an entity is flushed.");
                }
            }
        }
        problems.throwIfAny();
    }

    private static void listen(SessionFactoryImplementor factory) {
        var runtime = ProtectedModel.runtime(factory).orElseThrow();
        var model = ProtectedModel.of(factory);
        var registry = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
        if (OptionalClasses.has(factory.getServiceRegistry(), "jakarta.validation.ConstraintViolation")) {
            UntouchedConstraints.wrap(registry, model);
        }
        var loads = new LoadGuard(model, runtime);
        var newRows = new NewRows();
        var writes = new WriteGuard(model, newRows);
        registry.getEventListenerGroup(EventType.PRE_LOAD).prependListener(loads);
        registry.getEventListenerGroup(EventType.LOAD).prependListener(loads);
        registry.getEventListenerGroup(EventType.REFRESH).prependListener(loads);
        registry.getEventListenerGroup(EventType.CLEAR).appendListener(loads);
        registry.getEventListenerGroup(EventType.CLEAR).appendListener(newRows);
        registry.getEventListenerGroup(EventType.FLUSH).appendListener(newRows);
        var guesses = new GuessGuard(model, newRows);
        var elements = new ElementGuards(model);
        registry.getEventListenerGroup(EventType.DIRTY_CHECK).prependListener(new DirtyGuard(guesses, elements));
        registry.getEventListenerGroup(EventType.FLUSH_ENTITY).prependListener(guesses);
        registry.getEventListenerGroup(EventType.FLUSH_ENTITY).prependListener(elements);
        registry.getEventListenerGroup(EventType.PRE_COLLECTION_RECREATE).appendListener(elements);
        registry.getEventListenerGroup(EventType.PRE_COLLECTION_UPDATE).appendListener(elements);
        registry.getEventListenerGroup(EventType.INIT_COLLECTION).prependListener(loads);
        registry.getEventListenerGroup(EventType.AUTO_FLUSH).appendListener(newRows);
        registry.getEventListenerGroup(EventType.MERGE).appendListener(new MergeSettlement(model, newRows));
        var tenants = new TenantGuard(model, runtime);
        registry.getEventListenerGroup(EventType.PERSIST).prependListener(tenants);
        registry.getEventListenerGroup(EventType.PERSIST_ONFLUSH).prependListener(tenants);
        registry.getEventListenerGroup(EventType.MERGE).prependListener(tenants);
        registry.getEventListenerGroup(EventType.PRE_COLLECTION_RECREATE).appendListener(tenants);
        registry.getEventListenerGroup(EventType.PRE_COLLECTION_UPDATE).appendListener(tenants);
        registry.getEventListenerGroup(EventType.PRE_INSERT).appendListener(tenants);
        registry.getEventListenerGroup(EventType.PRE_UPDATE).appendListener(tenants);
        registry.getEventListenerGroup(EventType.PRE_UPSERT).appendListener(tenants);
        registry.getEventListenerGroup(EventType.PRE_INSERT).appendListener(writes);
        registry.getEventListenerGroup(EventType.PRE_UPDATE).appendListener(writes);
        registry.getEventListenerGroup(EventType.PRE_UPSERT).appendListener(writes);
        registry.getEventListenerGroup(EventType.POST_LOAD).appendListener(new RevealAudit());
        if (OptionalClasses.has(factory.getServiceRegistry(), OptionalClasses.ENVERS)) {
            UnfetchedCopies.listen(registry, model, factory.getServiceRegistry());
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
        ProtectedModel.remove(sessionFactory);
    }
}
