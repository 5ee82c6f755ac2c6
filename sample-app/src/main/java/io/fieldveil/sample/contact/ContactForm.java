package io.fieldveil.sample.contact;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page's form: every field as the caller read it, sent back whole. A token or a mask that comes back as it went out
 * changes nothing.
 *
 * @param birthDate an ISO 8601 date, what stands for a masked one, or blank
 */
record ContactForm(
        String email,
        @Nullable String phone,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String birthDate,
        @Nullable String gender,
        @Nullable String company,
        @Nullable String city,
        @Nullable String passportNumber,
        @Nullable Boolean emailOptIn,
        @Nullable Boolean smsOptIn,
        @Nullable Boolean whatsappOptIn) {

    static ContactForm of(Contact contact) {
        return new ContactForm(
                contact.getEmail(),
                contact.getPhone(),
                contact.getFirstName(),
                contact.getLastName(),
                contact.getBirthDateText(),
                contact.getGender(),
                contact.getCompany(),
                contact.getCity(),
                contact.getPassportNumber(),
                contact.isEmailOptIn(),
                contact.isSmsOptIn(),
                contact.isWhatsappOptIn());
    }

    /**
     * Writes the form into a contact.
     *
     * @throws UnreadableFormException if the date is none
     */
    void writeTo(Contact contact) {
        contact.setEmail(email);
        contact.setPhone(blankToNull(phone));
        contact.setFirstName(blankToNull(firstName));
        contact.setLastName(blankToNull(lastName));
        // What stands for a masked date comes back as it went out: nobody changed it.
        if (!Objects.equals(blankToNull(birthDate), contact.getBirthDateText())) {
            contact.setBirthDate(date());
        }
        contact.setGender(blankToNull(gender));
        contact.setCompany(blankToNull(company));
        contact.setCity(blankToNull(city));
        contact.setPassportNumber(blankToNull(passportNumber));
        // A browser sends nothing for a box that is not ticked.
        contact.setOptIns(
                Boolean.TRUE.equals(emailOptIn), Boolean.TRUE.equals(smsOptIn), Boolean.TRUE.equals(whatsappOptIn));
    }

    private @Nullable LocalDate date() {
        String text = blankToNull(birthDate);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnreadableFormException("Birth date: a date looks like 1986-08-19.");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Names the kind of thing only: its fields are personal data. */
    @Override
    public String toString() {
        return "ContactForm[]";
    }
}
