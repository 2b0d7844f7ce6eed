package org.loyalty4j.cli.input;

import java.util.List;

/** The three tables that are read, each with the roles of its columns in their usual order. */
public enum Table {
    /** Who bought, when, for how much. */
    TRANSACTIONS("--columns", List.of(Role.ID, Role.DATE, Role.AMOUNT, Role.QUANTITY)),
    /** Who answered, when, what. */
    SURVEYS("--survey-columns", List.of(Role.ID, Role.DATE, Role.SCORE)),
    /** Who joined, when, and left. */
    CUSTOMERS("--customer-columns", List.of(Role.ID, Role.JOINED, Role.LEFT));

    private final String option;
    private final List<Role> roles;

    Table(String option, List<Role> roles) {
        this.option = option;
        this.roles = roles;
    }

    /** The option by which a user names the columns. */
    String option() {
        return option;
    }

    List<Role> roles() {
        return roles;
    }
}
