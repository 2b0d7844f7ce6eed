package org.loyalty4j.spark;

import java.util.Locale;

/** What kind of record a row is. */
enum Source {
    /** A transaction: its value is the amount in minor units. */
    TRANSACTIONS(0),
    /** An answer to a survey: its value is the score. */
    SURVEYS(1),
    /** A customer on the list: the day is that of joining, the value that of leaving. */
    CUSTOMERS(2);

    private final int code;

    Source(int code) {
        this.code = code;
    }

    /** What an entry carries in place of the name. */
    int code() {
        return code;
    }

    /** The name in messages and files. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
