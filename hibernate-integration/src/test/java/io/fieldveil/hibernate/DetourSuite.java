package io.fieldveil.hibernate;

import io.fieldveil.annotations.Masked;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mappings that reach a protected value by another way than its attribute: none may start. */
@SuppressWarnings({"unused", "UnusedVariable"}) // entities that nobody reads
abstract class DetourSuite extends StartSuite {

    DetourSuite(TestDatabase server) {
        super(server);
    }

    @Entity(name = "Item")
    static class Item {
        @Id
        Long id;

        @Masked
        String name;

        String city;

        @ManyToOne
        OwnerOfMapped owner;
    }

    @Entity(name = "Owner")
    static class OwnerOfMapped {
        @Id
        Long id;
    }

    // ---- embeddables within collections and identifiers ---------------------------------------------------------

    @Embeddable
    static class Shell {
        @Embedded
        Home home;

        String other;
    }

    @Entity(name = "E")
    static class ListOfShells {
        @Id
        Long id;

        /** Covered here, which does not cover the same class in the list. */
        @Embedded
        Home own;

        @ElementCollection
        List<Shell> shells;
    }

    @Entity(name = "E")
    static class MapOfShells {
        @Id
        Long id;

        @ElementCollection
        Map<String, Shell> named;
    }

    @Embeddable
    static class ByHome implements Serializable {
        @Embedded
        Home home;

        @Override
        public boolean equals(Object other) {
            return other instanceof ByHome;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Embeddable
    static class Secret {
        @Masked
        String word;

        @Override
        public boolean equals(Object other) {
            return other instanceof Secret;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Entity(name = "E")
    static class KeyedBySecret {
        @Id
        Long id;

        @ElementCollection
        Map<Secret, String> words;
    }

    @Entity(name = "E")
    static class IdentifiedByHome {
        @EmbeddedId
        ByHome id;
    }

    @Test
    void attribute_deepWithinACollectionOrAnIdentifier_isRefused() {
        assertRefused("FV-104", "home.street", ListOfShells.class, Shell.class, Home.class);
        assertRefused("FV-104", "home.street", MapOfShells.class, Shell.class, Home.class);
        assertRefused("FV-104", "word", KeyedBySecret.class, Secret.class);
        assertRefused("FV-103", "id.home.street", IdentifiedByHome.class, ByHome.class, Home.class);
    }

    // ---- members that no mapping reads --------------------------------------------------------------------------

    interface Named {
        @Masked
        String getName();
    }

    @Entity(name = "E")
    @Access(AccessType.PROPERTY)
    static class Implementing implements Named {
        private Long id;
        private String name;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        @Override
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    @Embeddable
    static class NamedPart implements Named {
        String name;

        @Override
        public String getName() {
            return name;
        }
    }

    @Entity(name = "E")
    static class WithNamedPart {
        @Id
        Long id;

        NamedPart part;
    }

    interface Valued<T> {
        T getWorth();
    }

    @Entity(name = "E")
    @Access(AccessType.PROPERTY)
    static class Bridged implements Valued<String> {
        private Long id;
        private String worth;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        @Override
        @Masked
        public String getWorth() {
            return worth;
        }

        public void setWorth(String worth) {
            this.worth = worth;
        }
    }

    @Test
    void annotation_onAMemberThatNothingMaps_isRefused() {
        assertRefused("FV-105", "getName", Implementing.class);
        assertRefused("FV-105", "getName", WithNamedPart.class, NamedPart.class);
        assertStarts(Bridged.class);
    }
}
