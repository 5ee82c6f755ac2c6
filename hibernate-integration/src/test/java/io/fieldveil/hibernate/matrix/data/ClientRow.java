package io.fieldveil.hibernate.matrix.data;

import io.fieldveil.annotations.ClientEncrypted;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

@Entity(name = "ClientRow")
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
