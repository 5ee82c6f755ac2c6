package io.fieldveil.hibernate.matrix.data;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.StoredProcedureParameter;
import org.jspecify.annotations.Nullable;

@Entity(name = "CoveredRow")
@NamedNativeQuery(
        name = "CoveredRow.named",
        query = "select * from CoveredRow where note = 'a'",
        resultClass = CoveredRow.class)
@NamedStoredProcedureQuery(
        name = "CoveredRow.called",
        procedureName = "rows_of_covered",
        resultClasses = CoveredRow.class,
        parameters = @StoredProcedureParameter(type = String.class))
@SqlResultSetMapping(name = "CoveredRow", entities = @EntityResult(entityClass = CoveredRow.class))
public class CoveredRow extends ContentRow {

    @AutoHashed(value = PiiType.TEXT, domain = "matrix-covered")
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
