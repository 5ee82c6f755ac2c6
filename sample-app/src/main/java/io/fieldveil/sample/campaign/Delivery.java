package io.fieldveil.sample.campaign;

import io.fieldveil.sample.contact.Contact;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a campaign's mail to one contact. Holds no address and nothing that a mail server said. */
@Entity
public class Delivery {

    @Id
    @GeneratedValue
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Campaign campaign;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Contact contact;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DeliveryStatus status;

    private @Nullable String reason;

    @Column(nullable = false)
    private Instant at;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    Delivery(Campaign campaign, Contact contact, @Nullable String failure) {
        this.campaign = campaign;
        this.contact = contact;
        this.status = failure == null ? DeliveryStatus.SENT : DeliveryStatus.FAILED;
        this.reason = failure;
        this.at = Instant.now();
    }

    public Campaign getCampaign() {
        return campaign;
    }

    public Contact getContact() {
        return contact;
    }

    public DeliveryStatus getStatus() {
        return status;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public Instant getAt() {
        return at;
    }

    @Override
    public String toString() {
        return "Delivery[" + id + ", " + status + "]";
    }
}
