package io.fieldveil.hibernate.oracle;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The annotated one. */
@Entity
@Cacheable
class Guarded {

    @Id
    Long id = 0L;

    @Version
    int version;

    @Nullable
    String city;

    @AutoHashed(PiiType.EMAIL)
    @Nullable
    String email;

    @AutoHashed(PiiType.PHONE)
    @Nullable
    String phone;

    @Masked(MaskStyle.NAME)
    @Nullable
    String lastName;

    @Masked(MaskStyle.NUMBER)
    @Nullable
    Integer income;

    @Masked(encryptedAtRest = true, domain = "note")
    @Nullable
    String note;
}
