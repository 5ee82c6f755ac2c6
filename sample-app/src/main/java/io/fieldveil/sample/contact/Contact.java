package io.fieldveil.sample.contact;

import io.fieldveil.access.Decision;
import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.hibernate.Fieldveil;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone whom campaigns reach, with all three protections.
 *
 * <p>{@code toString} names the id only. Protected attributes stay out of {@code equals} and {@code hashCode}, which are
 * {@code Object}'s.
 */
@Entity
public class Contact {

    /** Stands for a masked value that has no text of its own. It is no date, and what marks a mask is in it. */
    static final String HIDDEN = "•••••";

    @Id
    @GeneratedValue
    private @Nullable Long id;

    @Version
    private int version;

    /** The client's own name for this person; never changes, and is no address. */
    @NotBlank
    @Size(max = 100)
    @Column(unique = true, nullable = false, updatable = false, length = 100)
    private String userId;

    @AutoHashed(PiiType.EMAIL)
    @Email
    @NotBlank
    @Column(unique = true, nullable = false)
    private String email;

    @AutoHashed(PiiType.PHONE)
    private @Nullable String phone;

    @Masked(MaskStyle.NAME)
    private @Nullable String firstName;

    @Masked(MaskStyle.NAME)
    private @Nullable String lastName;

    @Masked
    private @Nullable LocalDate birthDate;

    private @Nullable String gender;
    private @Nullable String company;
    private @Nullable String city;

    @ClientEncrypted
    @Column(length = 512)
    private @Nullable String passportNumber;

    private boolean emailOptIn = true;
    private boolean smsOptIn = true;
    private boolean whatsappOptIn;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    public Contact(String userId, String email) {
        this.userId = userId;
        this.email = email;
    }

    /** A new contact with the same content, as typed or as read. */
    public Contact copy() {
        var copy = new Contact(userId, email);
        copy.phone = phone;
        copy.firstName = firstName;
        copy.lastName = lastName;
        copy.birthDate = birthDate;
        copy.gender = gender;
        copy.company = company;
        copy.city = city;
        copy.passportNumber = passportNumber;
        copy.setOptIns(emailOptIn, smsOptIn, whatsappOptIn);
        return copy;
    }

    /**
     * The id.
     *
     * @throws IllegalStateException before the contact is stored
     */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("The contact is not stored yet");
        }
        return id;
    }

    public String getUserId() {
        return userId;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getFirstName() {
        return firstName;
    }

    public void setFirstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public @Nullable String getLastName() {
        return lastName;
    }

    public void setLastName(@Nullable String lastName) {
        this.lastName = lastName;
    }

    public @Nullable LocalDate getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(@Nullable LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    public @Nullable String getGender() {
        return gender;
    }

    public void setGender(@Nullable String gender) {
        this.gender = gender;
    }

    public @Nullable String getCompany() {
        return company;
    }

    public void setCompany(@Nullable String company) {
        this.company = company;
    }

    public @Nullable String getCity() {
        return city;
    }

    public void setCity(@Nullable String city) {
        this.city = city;
    }

    public @Nullable String getPassportNumber() {
        return passportNumber;
    }

    public void setPassportNumber(@Nullable String passportNumber) {
        this.passportNumber = passportNumber;
    }

    /** Whether the current caller reads a mask of this attribute instead of what it holds. */
    public boolean isMasked(String attribute) {
        return Fieldveil.shown(this, attribute) != Decision.REVEAL;
    }

    /** The birth date for pages and files. Its mask is a date and would be taken for one, so that it shows as hidden. */
    public @Nullable String getBirthDateText() {
        if (birthDate == null) {
            return null;
        }
        return isMasked("birthDate") ? HIDDEN : birthDate.toString();
    }

    public boolean isEmailOptIn() {
        return emailOptIn;
    }

    public boolean isSmsOptIn() {
        return smsOptIn;
    }

    public boolean isWhatsappOptIn() {
        return whatsappOptIn;
    }

    public void setOptIns(boolean byEmail, boolean bySms, boolean byWhatsapp) {
        this.emailOptIn = byEmail;
        this.smsOptIn = bySms;
        this.whatsappOptIn = byWhatsapp;
    }

    @Override
    public String toString() {
        return "Contact[" + id + "]";
    }
}
