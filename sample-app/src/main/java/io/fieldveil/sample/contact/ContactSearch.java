package io.fieldveil.sample.contact;

import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to. Equality is all that ciphertext offers, so there is no "begins with".
 *
 * @param email an address in any spelling; null, or blank at first, for every one
 * @param phone a number in any spelling; null, or blank at first, for every one
 */
record ContactSearch(@Nullable String email, @Nullable String phone) {

    static final ContactSearch EVERYONE = new ContactSearch(null, null);

    ContactSearch {
        email = email == null || email.isBlank() ? null : email;
        phone = phone == null || phone.isBlank() ? null : phone;
    }

    /** Whether it narrows nothing. */
    public boolean everyone() {
        return equals(EVERYONE);
    }

    @Override
    public String toString() {
        return "ContactSearch[]";
    }
}
