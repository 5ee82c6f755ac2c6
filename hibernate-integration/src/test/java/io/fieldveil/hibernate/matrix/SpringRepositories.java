package io.fieldveil.hibernate.matrix;

import io.fieldveil.access.AccessContext;
import io.fieldveil.hibernate.matrix.SpringRepository.ForClient;
import io.fieldveil.hibernate.matrix.SpringRepository.ForCovered;
import io.fieldveil.hibernate.matrix.SpringRepository.ForEncrypted;
import io.fieldveil.hibernate.matrix.SpringRepository.ForHashed;
import io.fieldveil.hibernate.matrix.SpringRepository.ForMasked;
import io.fieldveil.hibernate.matrix.SpringRepository.ForRevealed;
import io.fieldveil.hibernate.matrix.data.ContentRow;
import io.fieldveil.hibernate.testing.JpaFixture;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Spring Data's repositories without Spring's context: they use the session of the current call. */
final class SpringRepositories extends ContentWorld {

    private final ThreadLocal<Session> current = new ThreadLocal<>();
    private final Map<Protection, SpringRepository<ContentRow>> repositories = new EnumMap<>(Protection.class);

    SpringRepositories(JpaFixture jpa) {
        super(jpa);
        as(AccessContext.nobody(), session -> {
            var factory = new JpaRepositoryFactory(shared());
            for (Protection protection : Protection.values()) {
                repositories.put(protection, repository(factory, protection));
            }
            return true;
        });
    }

    @Override
    <R extends @Nullable Object> R as(AccessContext context, Function<Session, R> work) {
        return super.as(context, session -> {
            current.set(session);
            TransactionSynchronizationManager.setActualTransactionActive(true);
            try {
                return work.apply(session);
            } finally {
                TransactionSynchronizationManager.setActualTransactionActive(false);
                current.remove();
            }
        });
    }

    /** Does something with the repository of the protection, in a transaction. */
    <R extends @Nullable Object> R with(
            AccessContext context, Protection protection, Function<SpringRepository<ContentRow>, R> work) {
        return as(context, session -> work.apply(Objects.requireNonNull(repositories.get(protection))));
    }

    private Session shared() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(current.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked") // each repository takes the entity of its protection
    private static SpringRepository<ContentRow> repository(JpaRepositoryFactory factory, Protection protection) {
        SpringRepository<?> repository = factory.getRepository(type(protection));
        return (SpringRepository<ContentRow>) repository;
    }

    private static Class<? extends SpringRepository<?>> type(Protection protection) {
        return switch (protection) {
            case HASHED -> ForHashed.class;
            case REVEALED -> ForRevealed.class;
            case COVERED -> ForCovered.class;
            case MASKED -> ForMasked.class;
            case ENCRYPTED -> ForEncrypted.class;
            case CLIENT -> ForClient.class;
        };
    }
}
