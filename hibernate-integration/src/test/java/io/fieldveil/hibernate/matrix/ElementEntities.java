package io.fieldveil.hibernate.matrix;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.ClientEncrypted;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.EmbeddedTable;
import org.jspecify.annotations.Nullable;

/** The classes of the rows on records, elements of collections, and tables beside the entity's own. */
final class ElementEntities {

    private ElementEntities() {}

    /** The attributes in a record. */
    @Embeddable
    record Values(
            @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed") @Nullable
            String hashed,

            @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED) @Nullable
            String revealed,

            @AutoHashed(value = PiiType.TEXT, domain = "matrix-covered") @Masked @Nullable
            String covered,

            @Masked @Nullable String masked,

            @Masked(encryptedAtRest = true, domain = "matrix-encrypted") @Nullable
            String encrypted,

            @ClientEncrypted @Nullable String client) {}

    @Entity(name = "OfRecord")
    static class OfRecord {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @Nullable
        Values part;
    }

    /** The attributes that elements of a collection can have. */
    @Embeddable
    static class Element {
        @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed")
        @Nullable
        String hashed;

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
    }

    /** The one that they cannot have. */
    @Embeddable
    static class Revealing {
        @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED)
        @Nullable
        String revealed;
    }

    @Entity(name = "OfRevealing")
    static class OfRevealing {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ElementCollection
        @OrderColumn(name = "place")
        List<Revealing> listed = new ArrayList<>();

        @ElementCollection
        Map<String, Revealing> mapped = new HashMap<>();
    }

    @Entity(name = "OfList")
    static class OfList {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @ElementCollection
        @CollectionTable(name = "listed")
        @OrderColumn(name = "place")
        List<Element> listed = new ArrayList<>();
    }

    /** The attributes that elements of a bag can have. */
    @Embeddable
    static class BagElement {
        @AutoHashed(value = PiiType.TEXT, domain = "matrix-hashed")
        @Nullable
        String hashed;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-covered")
        @Masked
        @Nullable
        String covered;

        @Masked
        @Nullable
        String masked;

        @ClientEncrypted
        @Nullable
        String client;
    }

    @Entity(name = "OfBag")
    static class OfBag {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @ElementCollection
        @CollectionTable(name = "bagged")
        List<BagElement> bagged = new ArrayList<>();
    }

    /** Those that they cannot have. */
    @Embeddable
    static class NoBagElement {
        @AutoHashed(value = PiiType.TEXT, domain = "matrix-revealed", reveal = Reveal.PERMITTED)
        @Nullable
        String revealed;

        @Masked(encryptedAtRest = true, domain = "matrix-encrypted")
        @Nullable
        String encrypted;
    }

    @Entity(name = "OfNoBag")
    static class OfNoBag {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ElementCollection
        List<NoBagElement> bagged = new ArrayList<>();
    }

    @Entity(name = "OfMap")
    static class OfMap {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @ElementCollection
        @CollectionTable(name = "mapped")
        Map<String, Element> mapped = new HashMap<>();
    }

    @Entity(name = "OfSide")
    @SecondaryTable(name = "side")
    static class OfSide {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @Embedded
        @EmbeddedTable("side")
        Six.@Nullable Part part;
    }
}
