package io.fieldveil.hibernate.matrix.data;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** An entity whose one protected attribute is called {@code content}. */
@MappedSuperclass
public abstract class ContentRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @Nullable
    public Long id;

    /** Names the row in every test. */
    @Nullable
    public String note;

    public @Nullable String getNote() {
        return note;
    }

    public abstract @Nullable String getContent();

    public abstract void setContent(@Nullable String content);
}
