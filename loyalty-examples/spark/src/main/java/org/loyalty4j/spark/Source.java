package org.loyalty4j.spark;

import java.util.Locale;

/** What kind of record a row is. */
enum Source {
    /** A transaction: its value is the amount in minor units. */
    TRANSACTIONS,
    /** An answer to a survey: its value is the score. */
    SURVEYS;

    private static final Source[] ALL = values();

    static Source of(int ordinal) {
        return ALL[ordinal];
    }

    static Source ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The name in messages and files. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
