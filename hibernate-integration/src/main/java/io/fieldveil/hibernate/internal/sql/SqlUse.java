package io.fieldveil.hibernate.internal.sql;

import java.util.Set;

/**
 * The protected columns that a piece of SQL touches.
 *
 * @param used read in any way but by being selected
 * @param selected selected by the statement itself, each under its own name, and nothing else
 * @param changed written
 * @param stored written with something else than null, among those changed
 * @param bound written with a parameter as it is, among those stored
 */
public record SqlUse(
        Set<SqlColumn> used,
        Set<SqlColumn> selected,
        Set<SqlColumn> changed,
        Set<SqlColumn> stored,
        Set<SqlColumn> bound) {

    static final SqlUse NONE = new SqlUse(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
}
