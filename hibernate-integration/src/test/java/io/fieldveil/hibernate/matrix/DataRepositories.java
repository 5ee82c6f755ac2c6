package io.fieldveil.hibernate.matrix;

import io.fieldveil.access.AccessContext;
import io.fieldveil.hibernate.matrix.data.ClientRepository_;
import io.fieldveil.hibernate.matrix.data.ContentRepository;
import io.fieldveil.hibernate.matrix.data.ContentRow;
import io.fieldveil.hibernate.matrix.data.CoveredRepository_;
import io.fieldveil.hibernate.matrix.data.EncryptedRepository_;
import io.fieldveil.hibernate.matrix.data.HashedRepository_;
import io.fieldveil.hibernate.matrix.data.MaskedRepository_;
import io.fieldveil.hibernate.matrix.data.RevealedRepository_;
import io.fieldveil.hibernate.testing.JpaFixture;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The repositories that Hibernate's processor generated; each call has a stateless session of its own. */
final class DataRepositories extends ContentWorld {

    private final ThreadLocal<StatelessSession> current = new ThreadLocal<>();

    /** What the generated classes ask for their session, because Spring is on the class path. */
    private final ObjectProvider<StatelessSession> sessions = new ObjectProvider<>() {
        @Override
        public StatelessSession getObject() {
            return Objects.requireNonNull(current.get());
        }
    };

    DataRepositories(JpaFixture jpa) {
        super(jpa);
    }

    /** Does something with the repository of the protection, in a transaction. */
    <R extends @Nullable Object> R with(
            AccessContext context, Protection protection, Function<ContentRepository<ContentRow>, R> work) {
        return as(
                context,
                ignored -> jpa().sessionFactory().fromStatelessTransaction(session -> {
                    current.set(session);
                    try {
                        return work.apply(repository(protection));
                    } finally {
                        current.remove();
                    }
                }));
    }

    @SuppressWarnings("unchecked") // each repository takes the entity of its protection
    private ContentRepository<ContentRow> repository(Protection protection) {
        ContentRepository<?> repository = switch (protection) {
            case HASHED -> new HashedRepository_(sessions);
            case REVEALED -> new RevealedRepository_(sessions);
            case COVERED -> new CoveredRepository_(sessions);
            case MASKED -> new MaskedRepository_(sessions);
            case ENCRYPTED -> new EncryptedRepository_(sessions);
            case CLIENT -> new ClientRepository_(sessions);
        };
        return (ContentRepository<ContentRow>) repository;
    }
}
