package io.fieldveil.sample.contact;

import io.fieldveil.normalize.Normalizer;
import io.fieldveil.normalize.Normalizers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The normal forms that addresses and numbers are stored in, for what is to be told before they are asked for or stored. */
@Component
public class Spellings {

    private final Normalizer emails = Normalizers.email();
    private final Normalizer phones;

    Spellings(@Value("${fieldveil.phone-region}") String phoneRegion) {
        this.phones = Normalizers.phone(phoneRegion);
    }

    /** Of addresses. */
    public Normalizer emails() {
        return emails;
    }

    /** Of telephone numbers. */
    public Normalizer phones() {
        return phones;
    }
}
