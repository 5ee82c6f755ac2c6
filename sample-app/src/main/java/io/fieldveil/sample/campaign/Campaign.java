package io.fieldveil.sample.campaign;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One mail to everyone in a segment. A segment by address keeps the address as contacts do: sealed, in one domain. */
@Entity
public class Campaign {

    @Id
    @GeneratedValue
    private @Nullable Long id;

    @Column(nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private SegmentField segmentField;

    private @Nullable String segmentCity;

    @AutoHashed(PiiType.EMAIL)
    private @Nullable String segmentEmail;

    @Column(nullable = false)
    private String subject;

    @Lob
    @Column(nullable = false)
    private String body;

    @Column(nullable = false)
    private Instant created;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    Campaign(String name, SegmentField segmentField, String segmentValue, String subject, String body) {
        this.name = name;
        this.segmentField = segmentField;
        this.segmentCity = segmentField == SegmentField.CITY ? segmentValue : null;
        this.segmentEmail = segmentField == SegmentField.EMAIL ? segmentValue : null;
        this.subject = subject;
        this.body = body;
        this.created = Instant.now();
    }

    /**
     * The id.
     *
     * @throws IllegalStateException before the campaign is stored
     */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("The campaign is not stored yet");
        }
        return id;
    }

    public String getName() {
        return name;
    }

    public String getSubject() {
        return subject;
    }

    public String getBody() {
        return body;
    }

    public Instant getCreated() {
        return created;
    }

    /** The segment in words; an address in it reads as its token. */
    public String getSegment() {
        return segmentField == SegmentField.CITY ? "city is " + segmentCity : "e-mail address is " + segmentEmail;
    }

    @Override
    public String toString() {
        return "Campaign[" + id + "]";
    }
}
