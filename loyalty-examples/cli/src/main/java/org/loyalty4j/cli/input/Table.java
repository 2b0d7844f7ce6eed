package org.loyalty4j.cli.input;

import java.util.List;

/** The three tables that are read, each with the roles of its columns in their usual order. */
public enum Table {
    /** Who bought, when, for how much. */
    TRANSACTIONS("--columns", "--delimiter ", List.of(Role.ID, Role.DATE, Role.AMOUNT, Role.QUANTITY)),
    /** Who answered, when, what. */
    SURVEYS("--surveys-columns", "--surveys-format delimiter=", List.of(Role.ID, Role.DATE, Role.SCORE)),
    /** Who joined, when, and left. */
    CUSTOMERS("--customers-columns", "--customers-format delimiter=", List.of(Role.ID, Role.JOINED, Role.LEFT));

    private final String option;
    private final String delimiterOption;
    private final List<Role> roles;

    Table(String option, String delimiterOption, List<Role> roles) {
        this.option = option;
        this.delimiterOption = delimiterOption;
        this.roles = roles;
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
}
