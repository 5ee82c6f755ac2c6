package io.fieldveil.hibernate.matrix.data;

import io.fieldveil.annotations.Masked;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.StoredProcedureParameter;
import org.jspecify.annotations.Nullable;

@Entity(name = "EncryptedRow")
@NamedNativeQuery(
        name = "EncryptedRow.named",
        query = "select * from EncryptedRow where note = 'a'",
        resultClass = EncryptedRow.class)
@NamedStoredProcedureQuery(
        name = "EncryptedRow.called",
        procedureName = "rows_of_encrypted",
        resultClasses = EncryptedRow.class,
        parameters = @StoredProcedureParameter(type = String.class))
@SqlResultSetMapping(name = "EncryptedRow", entities = @EntityResult(entityClass = EncryptedRow.class))
public class EncryptedRow extends ContentRow {

    @Masked(encryptedAtRest = true, domain = "matrix-encrypted")
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
