package org.loyalty4j.cli.input;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads histories: what is left of a customer's purchases for a model to see. A history is no record of a day but computed,
 * so one that makes no sense points at a fault in what made it.
 *
 * @param columns which column plays which role
 * @param format how the file is written
 */
public record HistoryReader(Columns columns, FileFormat format) {
    /** A model sums over the opportunities since the last one used, for every row: with more of them, for hours. */
    private static final int MAX_OPPORTUNITIES = 1_000_000;

    public HistoryReader {
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(format, "format");
    }

    /** Takes histories in continuous time. */
    @FunctionalInterface
    public interface RepeatSink {
        /**
         * Takes one history.
         *
         * @param customerId the customer's id; empty if the rows have none
         * @param x the purchases after the first, in [0, 2147483647]
         * @param lastPurchaseAt the age at the last one, in [0, observedFor]; 0 if there is none
         * @param observedFor the age at the end of observation, in [1e-12, 1e12], or 0
         * @param weight how many customers the row stands for, in (0, 1e12]
         */
        void accept(String customerId, int x, double lastPurchaseAt, double observedFor, double weight);
    }

    /** Takes histories over opportunities. */
    @FunctionalInterface
    public interface OpportunitySink {
        /**
         * Takes one history.
         *
         * @param customerId the customer's id; empty if the rows have none
         * @param x the opportunities used, in [0, last]; 0 just where {@code last} is
         * @param last the last one used, in [0, opportunities]
         * @param opportunities how many there were, in [0, 1000000]
         * @param weight how many customers the row stands for, in (0, 1e12]
         */
        void accept(String customerId, int x, int last, int opportunities, double weight);
    }

    /** Takes histories of spend. */
    @FunctionalInterface
    public interface SpendSink {
        /**
         * Takes one history.
         *
         * @param customerId the customer's id; empty if the rows have none
         * @param x the purchases after the first, in [1, 2147483647]
         * @param meanSpend their mean spend, in (0, inf)
         * @param weight how many customers the row stands for, in (0, 1e12]
         */
        void accept(String customerId, int x, double meanSpend, double weight);
    }

    /** Reads the part of a row that is not the id, the purchases or the weight, and hands the history on. */
    @FunctionalInterface
    private interface Rest {
        boolean parse(Row row, String customerId, int x, double weight, Rejection why);
    }

    /**
     * Reads histories in continuous time.
     *
     * @param source the source
     * @param sink takes them, in the order of the rows
     * @param rejected takes the rows that cannot be used
     * @return what became of the rows
     * @throws InputException if a column is missing, there is no row, none can be used, or the source cannot be read
     */
    public ReadSummary readRepeats(RowSource source, RepeatSink sink, RejectedRows rejected) {
        Positions at = bind(source);
        NumberColumn last = new NumberColumn(Role.T_X, at);
        NumberColumn until = new NumberColumn(Role.T, at);
        return read(source, at, rejected, (row, id, x, weight, why) -> {
            if (!until.parseTime(row, why)
                    || !last.parseTime(row, why)
                    || !last.isInRange(last.value() <= until.value(), "[0, T]", row, why)
                    || !last.isInRange(x > 0 || last.value() == 0, "[0, 0] where x is 0", row, why)) {
                return false;
            }
            sink.accept(id, x, last.value(), until.value(), weight);
            return true;
        });
    }

    /**
     * Reads histories over opportunities.
     *
     * @param source the source
     * @param sink takes them, in the order of the rows
     * @param rejected takes the rows that cannot be used
     * @return what became of the rows
     * @throws InputException if a column is missing, there is no row, none can be used, or the source cannot be read
     */
    public ReadSummary readOpportunities(RowSource source, OpportunitySink sink, RejectedRows rejected) {
        Positions at = bind(source);
        NumberColumn last = new NumberColumn(Role.T_X, at);
        NumberColumn until = new NumberColumn(Role.N, at);
        return read(source, at, rejected, (row, id, x, weight, why) -> {
            if (!until.parseWhole(row, MAX_OPPORTUNITIES, why)
                    || !last.parseWhole(row, why)
                    || !last.isInRange(last.whole() <= until.whole(), "[0, n]", row, why)
                    || !last.isInRange(last.whole() >= x, "[x, n]", row, why)
                    || !last.isInRange(x > 0 || last.whole() == 0, "[0, 0] where x is 0", row, why)) {
                return false;
            }
            sink.accept(id, x, last.whole(), until.whole(), weight);
            return true;
        });
    }

    /**
     * Reads histories of spend. Rows without a purchase after the first have no spend and are passed over.
     *
     * @param source the source
     * @param sink takes the others, in the order of the rows
     * @param rejected takes the rows that cannot be used
     * @return what became of the rows
     * @throws InputException if a column is missing, there is no row, none can be used, or the source cannot be read
     */
    public ReadSummary readSpends(RowSource source, SpendSink sink, RejectedRows rejected) {
        Positions at = bind(source);
        NumberColumn spend = new NumberColumn(Role.MEAN_SPEND, at);
        return read(source, at, rejected, (row, id, x, weight, why) -> {
            if (x == 0) {
                return true;
            }
            if (!spend.parsePositive(row, why)) {
                return false;
            }
            sink.accept(id, x, spend.value(), weight);
            return true;
        });
    }

    private ReadSummary read(RowSource source, Positions at, RejectedRows rejected, Rest rest) {
        @Nullable IdParser ids = at.has(Role.ID) ? new IdParser(false) : null;
        NumberColumn purchases = new NumberColumn(Role.X, at);
        @Nullable NumberColumn weights = at.has(Role.WEIGHT) ? new NumberColumn(Role.WEIGHT, at) : null;
        ReadSummary summary = RowLoop.run(source, at, rejected, (row, why) -> {
            String id = ids == null ? "" : ids.parse(row, at.of(Role.ID), why);
            if (id == null || !purchases.parseWhole(row, why) || (weights != null && !weights.parseWeight(row, why))) {
                return false;
            }
            return rest.parse(row, id, purchases.whole(), weights == null ? 1 : weights.value(), why);
        });
        if (summary.rows() == 0) {
            throw InputException.in(
                    source.name(),
                    (source.header().isPresent() ? "has a header but no rows" : "has no rows")
                            + ", expected histories");
        }
        return summary;
    }

    private Positions bind(RowSource source) {
        if (format.header() && source.header().isEmpty()) {
            throw InputException.in(source.name(), "is empty, expected a header and histories");
        }
        Positions at = columns.bind(source);
        if (!at.has(Role.ID) && !at.has(Role.WEIGHT)) {
            throw InputException.at(
                    source.name(),
                    source.headerLine(),
                    "there is neither a column `customer_id` nor a column `weight`, expected one of them, or "
                            + columns.table().option() + " id=<name or position>");
        }
        return at;
    }
}
