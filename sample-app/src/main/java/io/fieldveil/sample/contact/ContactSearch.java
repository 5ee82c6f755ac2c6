package io.fieldveil.sample.contact;

import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to. Equality is all that ciphertext offers, so there is no "begins with".
 *
 * @param email an address in any spelling, or blank
 * @param phone a number in any spelling, or blank
 */
record ContactSearch(@Nullable String email, @Nullable String phone) {

    static final ContactSearch EVERYONE = new ContactSearch(null, null);

    boolean byEmail() {
        return email != null && !email.isBlank();
    }

    boolean byPhone() {
        return phone != null && !phone.isBlank();
    }

    @Override
    public String toString() {
        return "ContactSearch[]";
    }
}
