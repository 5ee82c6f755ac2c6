package io.fieldveil.hibernate.matrix.data;

import io.fieldveil.annotations.ClientEncrypted;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.StoredProcedureParameter;
import org.jspecify.annotations.Nullable;

@Entity(name = "ClientRow")
@NamedNativeQuery(
        name = "ClientRow.named",
        query = "select * from ClientRow where note = 'a'",
        resultClass = ClientRow.class)
@NamedStoredProcedureQuery(
        name = "ClientRow.called",
        procedureName = "rows_of_client",
        resultClasses = ClientRow.class,
        parameters = @StoredProcedureParameter(type = String.class))
@SqlResultSetMapping(name = "ClientRow", entities = @EntityResult(entityClass = ClientRow.class))
public class ClientRow extends ContentRow {

    @ClientEncrypted
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
