package io.fieldveil.hibernate.matrix.data;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

@Entity(name = "HashedRow")
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
