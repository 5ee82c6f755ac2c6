package io.fieldveil.hibernate;

import io.fieldveil.annotations.Masked;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.annotations.Formula;
import org.junit.jupiter.api.Test;

/** What the element {@code by} of {@code @Masked} may name. */
abstract class NameRulesSuite extends StartSuite {

    NameRulesSuite(TestDatabase server) {
        super(server);
    }

    @Test
    void by_thatNamesNoAttribute_orOneThatCannotBeTheName_isRefused() {
        assertRefused("FV-541", "absent", Misnamed.class);
        assertRefused("FV-541", "itself", Misnamed.class);
        assertRefused("FV-541", "identifier", Misnamed.class);
        assertRefused("FV-541", "versioned", Misnamed.class);
        assertRefused("FV-541", "number", Misnamed.class);
        assertRefused("FV-541", "protectedOne", Misnamed.class);
        assertRefused("FV-541", "computed", Misnamed.class);
        assertRefused("FV-541", "part.content", Misnamed.class);
    }

    @Test
    void by_thatNamesAnInheritedAttribute_starts() {
        assertStarts(Inheriting.class);
    }

    @Entity(name = "Misnamed")
    static class Misnamed {
        @Id
        String id;

        @Version
        int version;

        Integer rank;

        @Masked
        String secret;

        @Formula("upper(id)")
        String formula;

        @Masked(by = "nothing")
        String absent;

        @Masked(by = "itself")
        String itself;

        @Masked(by = "id")
        String identifier;

        @Masked(by = "version")
        String versioned;

        @Masked(by = "rank")
        String number;

        @Masked(by = "secret")
        String protectedOne;

        @Masked(by = "formula")
        String computed;

        @Embedded
        Part part;
    }

    @Embeddable
    static class Part {
        @Masked(by = "formula")
        String content;
    }

    @Embeddable
    record Pair(String title, @Masked(by = "title") String content) {}

    @Entity(name = "OfPair")
    static class OfPair {
        @Id
        Long id;

        Pair pair;
    }

    @Embeddable
    static class Piece {
        String title;

        @Masked(by = "title")
        String content;
    }

    @Entity(name = "OfParts")
    static class OfParts {
        @Id
        Long id;

        @ElementCollection
        List<Piece> parts;
    }

    @Test
    void value_thatHasNoMomentOfItsOwn_cannotBeMarkedByName() {
        assertRefused("FV-541", "pair.content", OfPair.class, Pair.class);
        assertRefused("FV-541", "parts.content", OfParts.class, Piece.class);
    }

    @MappedSuperclass
    static class Named {
        String title;
    }

    @Entity(name = "Inheriting")
    static class Inheriting extends Named {
        @Id
        Long id;

        @Masked(by = "title")
        String content;
    }
}
