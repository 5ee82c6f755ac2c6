package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;
import org.hibernate.annotations.TenantId;

/** Entities whose rows belong to tenants. */
final class TenantRows {

    private TenantRows() {}

    // tag::entity[]
    @Entity(name = "Member")
    @Table(indexes = @Index(columnList = "tenant"))
    static class Member {

        @Id
        @GeneratedValue
        Long id;

        @TenantId
        String tenant;

        @AutoHashed(PiiType.EMAIL)
        @Column(unique = true)
        String email;

        @Masked(value = MaskStyle.PARTIAL, encryptedAtRest = true, domain = "member-note")
        String note;
        // end::entity[]

        Member() {}

        Member(String email, String note) {
            this.email = email;
            this.note = note;
        }
    }

    /** Found by natural id, and cached. */
    @Entity(name = "Account")
    @Cacheable
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    @NaturalIdCache
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Account {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @TenantId
        String tenant;

        @NaturalId
        @AutoHashed(PiiType.EMAIL)
        String login;

        Account() {}

        Account(String login) {
            this.login = login;
        }
    }

    /** In a table of its own, which has no column for the tenant. */
    @Entity(name = "Business")
    static class Business extends Account {

        @AutoHashed(value = PiiType.TEXT, domain = "vat-number")
        String vatNumber;
    }
}
