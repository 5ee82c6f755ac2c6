package io.fieldveil.hibernate.matrix.data;

import io.fieldveil.annotations.Masked;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.StoredProcedureParameter;
import org.jspecify.annotations.Nullable;

@Entity(name = "MaskedRow")
@NamedNativeQuery(
        name = "MaskedRow.named",
        query = "select * from MaskedRow where note = 'a'",
        resultClass = MaskedRow.class)
@NamedStoredProcedureQuery(
        name = "MaskedRow.called",
        procedureName = "rows_of_masked",
        resultClasses = MaskedRow.class,
        parameters = @StoredProcedureParameter(type = String.class))
@SqlResultSetMapping(name = "MaskedRow", entities = @EntityResult(entityClass = MaskedRow.class))
public class MaskedRow extends ContentRow {

    @Masked
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
