package io.fieldveil.hibernate;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Attributes that can be marked, of every way to store them. */
@Entity
@Cacheable
class Member {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Version
    int version;

    @AutoHashed(PiiType.EMAIL)
    String email;

    @AutoHashed(value = PiiType.TEXT, domain = "member-login")
    @Masked(value = MaskStyle.PARTIAL, keepLast = 2)
    String login;

    @Masked(MaskStyle.NAME)
    String lastName;

    @Masked(MaskStyle.NUMBER)
    Integer income;

    @Masked(value = MaskStyle.NUMBER, initiallyMarked = false)
    Integer visits;

    @Masked(encryptedAtRest = true, domain = "member-note", permission = "VIEW_NOTES")
    String note;

    @Embedded
    Club club;

    Member() {}

    Member(String lastName, Integer income) {
        this.lastName = lastName;
        this.income = income;
    }

    static Member full() {
        var member = new Member("Jansen", 47_100);
        member.email = "alice@example.org";
        member.login = "alice-01";
        member.visits = 47;
        member.note = "prefers letters";
        member.club = new Club();
        member.club.team = "Blue";
        return member;
    }

    @Embeddable
    static class Club {

        @Masked
        String team;
    }
}
