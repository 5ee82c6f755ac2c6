package io.fieldveil.hibernate.matrix.data;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.ConstructorResult;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.StoredProcedureParameter;
import org.jspecify.annotations.Nullable;

@Entity(name = "HashedRow")
@NamedNativeQuery(
        name = "HashedRow.named",
        query = "select * from HashedRow where note = 'a'",
        resultClass = HashedRow.class)
@NamedStoredProcedureQuery(
        name = "HashedRow.called",
        procedureName = "rows_of_hashed",
        resultClasses = HashedRow.class,
        parameters = @StoredProcedureParameter(type = String.class))
@SqlResultSetMapping(name = "HashedRow", entities = @EntityResult(entityClass = HashedRow.class))
@SqlResultSetMapping(name = "content", columns = @ColumnResult(name = "content"))
@SqlResultSetMapping(
        name = "held",
        classes =
                @ConstructorResult(
                        targetClass = Held.class,
                        columns = {@ColumnResult(name = "note"), @ColumnResult(name = "content")}))
public class HashedRow extends ContentRow {

    @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed")
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
