package io.fieldveil.hibernate.oracle;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The same without annotations. It holds what the other one would hold if nothing were protected, normalised. */
@Entity
@Cacheable
class Twin {

    @Id
    Long id = 0L;

    @Version
    int version;

    @Nullable
    String city;

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String lastName;

    @Nullable
    Integer income;

    @Nullable
    String note;
}
