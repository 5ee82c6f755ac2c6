package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.matrix.data.ClientRow;
import io.fieldveil.hibernate.matrix.data.ContentRow;
import io.fieldveil.hibernate.matrix.data.CoveredRow;
import io.fieldveil.hibernate.matrix.data.EncryptedRow;
import io.fieldveil.hibernate.matrix.data.HashedRow;
import io.fieldveil.hibernate.matrix.data.MaskedRow;
import io.fieldveil.hibernate.matrix.data.RevealedRow;
import io.fieldveil.hibernate.testing.JpaFixture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same four rows, for each protection in an entity of its own, whose attribute is called {@code content}. */
class ContentWorld extends QueryWorld {

    ContentWorld(JpaFixture jpa) {
        super(jpa);
    }

    static Class<? extends ContentRow> entityOf(Protection protection) {
        return switch (protection) {
            case HASHED -> HashedRow.class;
            case REVEALED -> RevealedRow.class;
            case COVERED -> CoveredRow.class;
            case MASKED -> MaskedRow.class;
            case ENCRYPTED -> EncryptedRow.class;
            case CLIENT -> ClientRow.class;
        };
    }

    static ContentRow row(Protection protection, String note, @Nullable String value) {
        var row = (ContentRow) FieldShape.make(entityOf(protection));
        row.note = note;
        row.setContent(value == null ? null : protection.text(value));
        return row;
    }

    @Override
    Class<?> entity(Protection protection) {
        return entityOf(protection);
    }

    @Override
    String attribute(Protection protection) {
        return "content";
    }

    @Override
    void fill() {
        MatrixSuite.run(MatrixSuite.VIEWER, jpa(), session -> {
            for (Protection protection : Protection.values()) {
                session.createMutationQuery("delete from " + entity(protection).getSimpleName())
                        .executeUpdate();
                rows(protection).forEach(session::persist);
            }
        });
    }

    private static List<ContentRow> rows(Protection protection) {
        var rows = new ArrayList<ContentRow>();
        rows.add(row(protection, "a", ANN));
        rows.add(row(protection, "b", BOB));
        rows.add(row(protection, "c", ANN));
        rows.add(row(protection, "d", null));
        return rows;
    }
}
