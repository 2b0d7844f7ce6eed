package org.loyalty4j.cli.input;

import java.util.List;
import java.util.Set;

/** The tables that are read, each with the roles of its columns in their usual order. */
public enum Table {
    /** Who bought, when, for how much. */
    TRANSACTIONS(
            "--columns",
            "--delimiter ",
            List.of(Role.ID, Role.DATE, Role.AMOUNT, Role.QUANTITY),
            Set.of(Role.QUANTITY)),
    /** Who answered, when, what. */
    SURVEYS("--surveys-columns", "--surveys-format delimiter=", List.of(Role.ID, Role.DATE, Role.SCORE), Set.of()),
    /** Who joined, when, and left. */
    CUSTOMERS(
            "--customers-columns",
            "--customers-format delimiter=",
            List.of(Role.ID, Role.JOINED, Role.LEFT),
            Set.of(Role.LEFT)),
    /** How often a customer bought, when last, and for how long that was watched. */
    HISTORIES(List.of(Role.ID, Role.X, Role.T_X, Role.T, Role.WEIGHT)),
    /** How many opportunities a customer used, which last, and of how many. */
    OPPORTUNITIES(List.of(Role.ID, Role.X, Role.T_X, Role.N, Role.WEIGHT)),
    /** How often a customer bought, and for how much on average. */
    SPENDS(List.of(Role.ID, Role.X, Role.MEAN_SPEND, Role.WEIGHT));

    private final String option;
    private final String delimiterOption;
    private final List<Role> roles;
    private final Set<Role> optional;

    Table(String option, String delimiterOption, List<Role> roles, Set<Role> optional) {
        this.option = option;
        this.delimiterOption = delimiterOption;
        this.roles = roles;
        this.optional = optional;
    }

    /** Histories of one kind or another: rows that stand for many customers need no id. */
    Table(List<Role> roles) {
        this("--histories-columns", "--histories-format delimiter=", roles, Set.of(Role.ID, Role.WEIGHT));
    }

    /** The option by which a user names the columns. */
    String option() {
        return option;
    }

    /** The option by which a user names the delimiter of this table, up to its value. */
    String delimiterOption() {
        return delimiterOption;
    }

    List<Role> roles() {
        return roles;
    }

    /** Tells whether a column may be left out. */
    boolean isOptional(Role role) {
        return optional.contains(role);
    }
}
