package io.fieldveil.hibernate.matrix.data;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

@Entity(name = "RevealedRow")
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
