package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Reveal;
import io.fieldveil.annotations.Storage;
import jakarta.persistence.Cacheable;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

/** What the query suites ask about, besides {@link Contact}. */
final class QueryEntities {

    private QueryEntities() {}

    /** Another entity whose address joins with the contact's: the same domain. */
    @Entity(name = "Prospect")
    static class Prospect {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String source;

        @AutoHashed(PiiType.EMAIL)
        String mail;

        /** Text that is searched, in another domain and storage. */
        @AutoHashed(value = PiiType.TEXT, domain = "nick", storage = Storage.TEXT)
        String nick;

        @AutoHashed(value = PiiType.TEXT, domain = "tax-number", reveal = Reveal.PERMITTED, permission = "VIEW_TAX")
        String taxNumber;

        @AutoHashed(value = PiiType.TEXT, domain = "maiden-name")
        @Masked(MaskStyle.NAME)
        String maidenName;

        @Masked
        String agent;

        @Masked(permission = "VIEW_TAX")
        String taxOffice;

        @ManyToOne(fetch = FetchType.LAZY)
        Contact contact;

        @ElementCollection
        List<String> labels = new ArrayList<>();

        Prospect() {}

        Prospect(String source, String mail) {
            this.source = source;
            this.mail = mail;
        }
    }

    @Entity(name = "VipProspect")
    @DiscriminatorValue("vip")
    static class VipProspect extends Prospect {
        @AutoHashed(value = PiiType.TEXT, domain = "badge")
        String badge;
    }

    @Entity(name = "Login")
    @Cacheable
    @NaturalIdCache
    static class Login {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @NaturalId
        @AutoHashed(PiiType.EMAIL)
        String email;

        Login() {}

        Login(String email) {
            this.email = email;
        }
    }

    @Entity(name = "Member")
    static class Member {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @NaturalId
        String club;

        @NaturalId
        @AutoHashed(PiiType.PHONE)
        String phone;

        Member() {}

        Member(String club, String phone) {
            this.club = club;
            this.phone = phone;
        }
    }

    /** Protects nothing. */
    @Entity(name = "Plain")
    static class Plain {
        @Id
        Long id;

        String text;

        Integer amount;

        Plain() {}

        Plain(Long id, String text) {
            this.id = id;
            this.text = text;
        }
    }

    record Named(String email, String name) {}

    record Holder(Contact contact) {}
}
