package org.loyalty4j.cli.input;

/** Reads the record of one row: whose, of which day, and a number that its kind says more of. */
interface RecordParser extends RowLoop.RowParser {
    /** The customer of the row that was last read. */
    String customerId();

    /** The day of its first date. */
    int epochDay();

    /** The amount in minor units, the score, or the day a customer left. */
    long value();
}
