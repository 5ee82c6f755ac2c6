package io.fieldveil.hibernate.matrix.data;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.StoredProcedureParameter;
import org.jspecify.annotations.Nullable;

@Entity(name = "RevealedRow")
@NamedNativeQuery(
        name = "RevealedRow.named",
        query = "select * from RevealedRow where note = 'a'",
        resultClass = RevealedRow.class)
@NamedStoredProcedureQuery(
        name = "RevealedRow.called",
        procedureName = "rows_of_revealed",
        resultClasses = RevealedRow.class,
        parameters = @StoredProcedureParameter(type = String.class))
@SqlResultSetMapping(name = "RevealedRow", entities = @EntityResult(entityClass = RevealedRow.class))
public class RevealedRow extends ContentRow {

    @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED)
    @Nullable
    public String content;

    @Override
    public @Nullable String getContent() {
        return content;
    }

    @Override
    public void setContent(@Nullable String content) {
        this.content = content;
    }
}
