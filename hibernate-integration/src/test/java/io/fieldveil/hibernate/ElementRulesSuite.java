package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SortNatural;
import org.junit.jupiter.api.Test;

/** Collections with protected elements that stop a start, and the mappings next to them that start. */
@SuppressWarnings("unused") // entities that nobody reads
abstract class ElementRulesSuite extends StartSuite {

    ElementRulesSuite(TestDatabase server) {
        super(server);
    }

    @Embeddable
    record Named(@Masked String name, String town) {}

    @Embeddable
    record Mailed(@AutoHashed(PiiType.EMAIL) String mail) {}

    @Embeddable
    record Shown(
            @AutoHashed(value = PiiType.TEXT, domain = "card", reveal = Reveal.PERMITTED)
            String card) {}

    @Embeddable
    record AtRandom(
            @Masked(encryptedAtRest = true, domain = "door") String door) {}

    @Entity(name = "E")
    static class SetOfEmbeddables {
        @Id
        Long id;

        @ElementCollection
        Set<Mailed> mails;
    }

    @Entity(name = "E")
    static class ShownElements {
        @Id
        Long id;

        @ElementCollection
        List<Shown> cards;
    }

    @Entity(name = "E")
    static class RandomBag {
        @Id
        Long id;

        @ElementCollection
        List<AtRandom> doors;
    }

    @Entity(name = "E")
    static class RandomList {
        @Id
        Long id;

        @ElementCollection
        @OrderColumn
        List<AtRandom> doors;
    }

    @Entity(name = "E")
    static class ProtectedKeys {
        @Id
        Long id;

        @ElementCollection
        Map<Mailed, String> notes;
    }

    @Entity(name = "E")
    static class MaskedTexts {
        @Id
        Long id;

        @ElementCollection
        @Masked
        Set<String> names;
    }

    @Entity(name = "E")
    static class MaskedBag {
        @Id
        Long id;

        @ElementCollection
        @AutoHashed(PiiType.EMAIL)
        @Masked(MaskStyle.EMAIL)
        List<String> mails;
    }

    @Entity(name = "E")
    static class MaskedConverted {
        @Id
        Long id;

        @ElementCollection
        @OrderColumn
        @Masked
        @Convert(converter = Reversed.class)
        List<String> names;
    }

    static class Reversed implements AttributeConverter<String, String> {

        @Override
        public String convertToDatabaseColumn(String value) {
            return new StringBuilder(value).reverse().toString();
        }

        @Override
        public String convertToEntityAttribute(String column) {
            return new StringBuilder(column).reverse().toString();
        }
    }

    @Entity(name = "E")
    static class MaskedDates {
        @Id
        Long id;

        @ElementCollection
        @Masked
        Map<String, LocalDate> dates;
    }

    @Entity(name = "E")
    static class MaskedSorted {
        @Id
        Long id;

        @ElementCollection
        @OrderBy
        @Masked
        Map<String, String> names;
    }

    @Entity(name = "E")
    static class MaskedByName {
        @Id
        Long id;

        String kind;

        @ElementCollection
        @OrderColumn
        @Masked(by = "kind")
        List<String> names;
    }

    @Entity(name = "E")
    static class MaskedInOrder {
        @Id
        Long id;

        @ElementCollection
        @OrderColumn
        @Masked
        List<String> names;

        @ElementCollection
        @Masked(encryptedAtRest = true, domain = "note")
        Map<String, String> notes;
    }

    @Entity(name = "E")
    static class MaskedNumbers {
        @Id
        Long id;

        @ElementCollection
        @Masked(encryptedAtRest = true, domain = "number")
        @OrderColumn
        List<Integer> numbers;
    }

    @Entity(name = "E")
    static class HashedNumbers {
        @Id
        Long id;

        @ElementCollection
        @AutoHashed(PiiType.EMAIL)
        List<Integer> numbers;
    }

    @Entity(name = "E")
    static class ShownTexts {
        @Id
        Long id;

        @ElementCollection
        @AutoHashed(value = PiiType.TEXT, domain = "card", reveal = Reveal.PERMITTED)
        List<String> cards;
    }

    @Entity(name = "E")
    static class SortedTexts {
        @Id
        Long id;

        @ElementCollection
        @SortNatural
        @AutoHashed(PiiType.EMAIL)
        SortedSet<String> mails;
    }

    @Entity(name = "E")
    static class ArrayOfTexts {
        @Id
        Long id;

        @ElementCollection
        @OrderColumn
        @AutoHashed(PiiType.EMAIL)
        String[] mails;
    }

    @Entity(name = "E")
    static class OrderedByAttribute {
        @Id
        Long id;

        @ElementCollection
        @OrderBy("name")
        List<Named> names;
    }

    @Entity(name = "E")
    static class OrderedByAnother {
        @Id
        Long id;

        @ElementCollection
        @OrderBy("town")
        List<Named> names;
    }

    @Entity(name = "E")
    static class OrderedTexts {
        @Id
        Long id;

        @ElementCollection
        @OrderBy
        @AutoHashed(PiiType.EMAIL)
        List<String> mails;
    }

    @Entity(name = "E")
    static class RestrictedElements {
        @Id
        Long id;

        @ElementCollection
        @SQLRestriction("name = 'x'")
        List<Named> names;
    }

    @Entity(name = "E")
    static class RestrictedTexts {
        @Id
        Long id;

        @ElementCollection
        @Column(name = "mail")
        @SQLRestriction("mail is not null")
        @AutoHashed(PiiType.EMAIL)
        List<String> mails;
    }

    @Entity(name = "E")
    static class KeyOfTheSameColumn {
        @Id
        Long id;

        @ElementCollection
        @CollectionTable(name = "same")
        @MapKeyColumn(name = "name", insertable = false, updatable = false)
        Map<String, Named> names;
    }

    @Entity(name = "E")
    static class AnnotatedKeyless {
        @Id
        Long id;

        @ElementCollection
        @AutoHashed(PiiType.EMAIL)
        Map<String, String> mails;
    }

    @Test
    void elements_thatWouldLeakOrBeLost_areRefused() {
        assertRefused("FV-104", "mails.mail", SetOfEmbeddables.class);
        assertRefused("FV-104", "cards.card", ShownElements.class);
        assertRefused("FV-104", "doors.door", RandomBag.class);
        assertRefused("FV-107", role("OrderedByAttribute.names"), OrderedByAttribute.class);
        assertRefused("FV-128", role("RestrictedElements.names"), RestrictedElements.class);
        assertRefused("FV-127", role("KeyOfTheSameColumn.names"), KeyOfTheSameColumn.class);
        assertRefused("FV-104", "mail", ProtectedKeys.class);
    }

    @Test
    void texts_thatWouldLeakOrBeLost_areRefused() {
        assertRefused("FV-160", role("MaskedTexts.names"), MaskedTexts.class);
        assertRefused("FV-160", role("MaskedBag.mails"), MaskedBag.class);
        assertRefused("FV-160", role("MaskedNumbers.numbers"), MaskedNumbers.class);
        assertRefused("FV-160", role("MaskedDates.dates"), MaskedDates.class);
        assertRefused("FV-116", role("MaskedConverted.names"), MaskedConverted.class);
        assertRefused("FV-107", role("MaskedSorted.names"), MaskedSorted.class);
        assertRefused("FV-541", role("MaskedByName.names"), MaskedByName.class);
        assertRefused("FV-108", role("HashedNumbers.numbers"), HashedNumbers.class);
        assertRefused("FV-104", role("ShownTexts.cards"), ShownTexts.class);
        assertRefused("FV-104", role("SortedTexts.mails"), SortedTexts.class);
        assertRefused("FV-104", role("ArrayOfTexts.mails"), ArrayOfTexts.class);
        assertRefused("FV-107", role("OrderedTexts.mails"), OrderedTexts.class);
        assertRefused("FV-128", role("RestrictedTexts.mails"), RestrictedTexts.class);
    }

    @Test
    void theMappingsNextToThem_start() {
        assertStarts(MaskedInOrder.class);
        assertStarts(RandomList.class);
        assertStarts(OrderedByAnother.class);
        assertStarts(AnnotatedKeyless.class);
    }

    private static String role(String entityAndAttribute) {
        return ElementRulesSuite.class.getName() + "$" + entityAndAttribute;
    }
}
