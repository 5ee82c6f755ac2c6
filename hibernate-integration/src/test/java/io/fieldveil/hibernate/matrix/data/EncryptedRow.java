package io.fieldveil.hibernate.matrix.data;

import io.fieldveil.annotations.Masked;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

@Entity(name = "EncryptedRow")
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
