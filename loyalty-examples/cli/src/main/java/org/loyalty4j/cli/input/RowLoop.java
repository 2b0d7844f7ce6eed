package org.loyalty4j.cli.input;

/** Goes through the rows of a source and keeps the books: each row is used or rejected. */
final class RowLoop {
    /** Takes one row; false, with a reason, if it cannot be used. */
    @FunctionalInterface
    interface RowParser {
        boolean parse(Row row, Rejection why);
    }

    private RowLoop() {}

    static ReadSummary run(RowSource source, Positions positions, RejectedRows rejected, RowParser parser) {
        Rejection why = new Rejection();
        RowTally tally = new RowTally(source.name(), rejected);
        while (source.next()) {
            Row row = source.row();
            if (positions.fits(row, why) && parser.parse(row, why)) {
                tally.use(1);
            } else {
                tally.reject(RejectedRow.of(row, why, source.delimiter()));
            }
        }
        return tally.summary();
    }
}
