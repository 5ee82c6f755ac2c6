package io.fieldveil.hibernate.matrix;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What queries are asked about: an attribute for each protection, one without, and other rows around it. */
@Entity(name = "QueryRow")
@NamedQuery(
        name = "of hashed by its name",
        query = "select r.note from QueryRow r where r.hashed = :first order by r.note",
        resultClass = String.class)
@NamedQuery(
        name = "of revealed by its name",
        query = "select r.note from QueryRow r where r.revealed = :first order by r.note",
        resultClass = String.class)
@NamedQuery(
        name = "of covered by its name",
        query = "select r.note from QueryRow r where r.covered = :first order by r.note",
        resultClass = String.class)
@NamedQuery(
        name = "of masked by its name",
        query = "select r.note from QueryRow r where r.masked = :first order by r.note",
        resultClass = String.class)
@NamedQuery(
        name = "of encrypted by its name",
        query = "select r.note from QueryRow r where r.encrypted = :first order by r.note",
        resultClass = String.class)
@NamedQuery(
        name = "of client by its name",
        query = "select r.note from QueryRow r where r.client = :first order by r.note",
        resultClass = String.class)
class QueryRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @Nullable
    Long id;

    @Version
    int version;

    /** Names the row in every test. */
    @Nullable
    String note;

    @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed")
    @Nullable
    String hashed;

    @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED)
    @Nullable
    String revealed;

    @AutoHashed(value = PiiType.TEXT, domain = "matrix-covered")
    @Masked
    @Nullable
    String covered;

    @Masked
    @Nullable
    String masked;

    @Masked(encryptedAtRest = true, domain = "matrix-encrypted")
    @Nullable
    String encrypted;

    @ClientEncrypted
    @Nullable
    String client;

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable
    QueryTeam team;

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable
    QueryRow parent;

    @OneToMany(mappedBy = "parent")
    List<QueryRow> children = new ArrayList<>();

    @ElementCollection
    Set<String> labels = new HashSet<>();

    QueryRow() {}

    /** The note, also of a proxy. */
    @Nullable
    String note() {
        return note;
    }

    QueryRow(String note) {
        this.note = note;
    }
}
