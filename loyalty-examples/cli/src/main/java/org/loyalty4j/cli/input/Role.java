package org.loyalty4j.cli.input;

import java.util.Locale;

/** What a column is used for. */
public enum Role {
    /** The customer's id. */
    ID("customer_id"),
    /** The day of a transaction or of an answer. */
    DATE("date"),
    /** The amount of a transaction, or its price where there is a quantity. */
    AMOUNT("amount"),
    /** How many were bought at the price; only if a column is named for it. */
    QUANTITY(""),
    /** The answer to a survey question. */
    SCORE("score"),
    /** The day a customer joined. */
    JOINED("joined_on"),
    /** The day a customer left; the column and its fields may be empty. */
    LEFT("left_on"),
    /** How often a customer bought after the first time. */
    X("x"),
    /** The age at the last purchase, or the number of the last opportunity used. */
    T_X("t_x"),
    /** The age at the end of observation. */
    T("T"),
    /** How many opportunities there were. */
    N("n"),
    /** The mean spend of the purchases after the first. */
    MEAN_SPEND("mean_spend"),
    /** How many customers a row stands for. */
    WEIGHT("weight");

    private final String defaultColumn;

    Role(String defaultColumn) {
        this.defaultColumn = defaultColumn;
    }

    /** The name of the column unless another is given; empty if there is none by default. */
    String defaultColumn() {
        return defaultColumn;
    }

    /** The name of the role in the options, such as {@code id}; T is written as in the papers. */
    String key() {
        return this == T ? defaultColumn : name().toLowerCase(Locale.ROOT);
    }
}
