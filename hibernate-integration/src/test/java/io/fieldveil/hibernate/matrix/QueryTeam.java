package io.fieldveil.hibernate.matrix;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.FetchProfile;
import org.hibernate.annotations.FetchProfileOverride;

/** Protects nothing, and has rows that do. */
@Entity(name = "QueryTeam")
@FetchProfile(name = QueryTeam.WITH_ROWS)
class QueryTeam {

    static final String WITH_ROWS = "team-with-rows";

    @Id
    String name = "";

    @OneToMany(mappedBy = "team")
    @FetchProfileOverride(profile = WITH_ROWS)
    List<QueryRow> rows = new ArrayList<>();

    QueryTeam() {}

    QueryTeam(String name) {
        this.name = name;
    }
}
