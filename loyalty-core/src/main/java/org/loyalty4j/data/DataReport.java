package org.loyalty4j.data;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * Where every row went. Each row read has exactly one fate, so that
 *
 * <pre>{@code
 * rowsRead = rejected + afterEnd + refundsDropped + refundsNetted + zeroAmounts + occasions + merged + cancelled
 * }</pre>
 *
 * <p>and each customer one of two: {@code customers = buyers + prospects}. Creating a report whose counts contradict each
 * other throws {@link IllegalArgumentException}.
 *
 * @param rejectedByReason rows that could not be used, by reason; filled by whoever read the rows
 * @param afterEnd rows dated after the end of observation
 * @param refundsDropped negative rows left out under {@link RefundPolicy#DROP}
 * @param refundsNetted negative rows netted, or taken off the total
 * @param zeroAmounts rows of amount zero that were no occasion
 * @param occasions purchase occasions: rows that count as one purchase each
 * @param merged purchase rows that joined another row's occasion
 * @param cancelled purchase rows that refunds took down to zero or below
 * @param unmatchedRefunds of the netted refunds, those on days when there was not enough to net them against
 * @param buyers customers with an occasion
 * @param prospects customers without one
 * @param laterCustomers customers who came only after the end of observation; they are among neither
 * @param bornInFirst30Days buyers whose first occasion falls in the 30 days that begin with {@code firstDate}; many of them
 *     hint that the customers are older than the data
 * @param firstDate the earliest row's day; null without rows
 * @param lastDate the latest row's day, after the end of observation or not; null without rows
 */
public record DataReport(
        Map<String, Long> rejectedByReason,
        long afterEnd,
        long refundsDropped,
        long refundsNetted,
        long zeroAmounts,
        long occasions,
        long merged,
        long cancelled,
        long unmatchedRefunds,
        long buyers,
        long prospects,
        long laterCustomers,
        long bornInFirst30Days,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate)
        implements Serializable {

    public DataReport {
        rejectedByReason = checked(Objects.requireNonNull(rejectedByReason, "rejectedByReason"));
        Checks.notNegative(afterEnd, "afterEnd");
        Checks.notNegative(refundsDropped, "refundsDropped");
        Checks.notNegative(refundsNetted, "refundsNetted");
        Checks.notNegative(zeroAmounts, "zeroAmounts");
        Checks.notNegative(occasions, "occasions");
        Checks.notNegative(merged, "merged");
        Checks.notNegative(cancelled, "cancelled");
        Checks.notNegative(prospects, "prospects");
        Checks.notNegative(laterCustomers, "laterCustomers");
        Checks.partOf(unmatchedRefunds, refundsNetted, "unmatchedRefunds");
        Checks.partOf(buyers, occasions, "buyers");
        Checks.partOf(bornInFirst30Days, buyers, "bornInFirst30Days");
    }

    private static Map<String, Long> checked(Map<String, Long> rejectedByReason) {
        if (rejectedByReason.isEmpty()) {
            return Map.of(); // of one customer out of many, as a rule
        }
        TreeMap<String, Long> sorted = new TreeMap<>(rejectedByReason);
        sorted.forEach((reason, rows) -> Checks.notNegative(Objects.requireNonNull(rows, reason), reason));
        return Collections.unmodifiableMap(sorted);
    }

    /**
     * All rows, whatever became of them.
     *
     * @return the sum of the eight fates
     */
    public long rowsRead() {
        return rejected() + afterEnd + refundsDropped + refundsNetted + zeroAmounts + occasions + merged + cancelled;
    }

    /**
     * The rows that could not be used, for whatever reason.
     *
     * @return the sum over {@code rejectedByReason}
     */
    public long rejected() {
        return rejectedByReason.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * All customers who were known by the end of observation.
     *
     * @return buyers and prospects
     */
    public long customers() {
        return buyers + prospects;
    }

    /**
     * The share of buyers who were born, as customers, in the first 30 days of the log.
     *
     * @return {@code bornInFirst30Days} of {@code buyers}
     */
    public Proportion bornEarly() {
        return new Proportion(bornInFirst30Days, buyers);
    }

    /**
     * This report with the rows that a reader could not use.
     *
     * @param rowsByReason counts by reason, each not negative
     * @return the completed report
     */
    public DataReport withRejected(Map<String, Long> rowsByReason) {
        return with(Objects.requireNonNull(rowsByReason, "rowsByReason"), afterEnd, laterCustomers, lastDate);
    }

    /**
     * This report with customers who came only after the end of observation, and who were left out before it was made.
     *
     * @param customers how many they are, in [0, inf)
     * @param rows their rows, in [0, inf); they join those after the end
     * @param lastRow the latest row's day with theirs among them; null without rows
     * @return the completed report
     */
    public DataReport withLaterCustomers(long customers, long rows, @Nullable LocalDate lastRow) {
        return with(rejectedByReason, afterEnd + Checks.notNegative(rows, "rows"), customers, lastRow);
    }

    /**
     * This report and that of other customers as one: each count is the sum, the days are the earliest and the latest.
     *
     * @param other the report of other customers, whose {@code bornInFirst30Days} was counted from the same first day of all
     * @return the report of all of them, the same in any order
     */
    public DataReport plus(DataReport other) {
        Objects.requireNonNull(other, "other");
        Map<String, Long> rejected = new TreeMap<>(rejectedByReason);
        other.rejectedByReason.forEach((reason, rows) -> rejected.merge(reason, rows, Math::addExact));
        return new DataReport(
                rejected,
                Math.addExact(afterEnd, other.afterEnd),
                Math.addExact(refundsDropped, other.refundsDropped),
                Math.addExact(refundsNetted, other.refundsNetted),
                Math.addExact(zeroAmounts, other.zeroAmounts),
                Math.addExact(occasions, other.occasions),
                Math.addExact(merged, other.merged),
                Math.addExact(cancelled, other.cancelled),
                Math.addExact(unmatchedRefunds, other.unmatchedRefunds),
                Math.addExact(buyers, other.buyers),
                Math.addExact(prospects, other.prospects),
                Math.addExact(laterCustomers, other.laterCustomers),
                Math.addExact(bornInFirst30Days, other.bornInFirst30Days),
                earlier(firstDate, other.firstDate),
                later(lastDate, other.lastDate));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /**
     * The report of no rows and no customers, to add others to.
     *
     * @return all counts zero
     */
    public static DataReport empty() {
        return new DataReport(Map.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null);
    }

    private DataReport with(Map<String, Long> rejected, long after, long later, @Nullable LocalDate last) {
        return new DataReport(
                rejected,
                after,
                refundsDropped,
                refundsNetted,
                zeroAmounts,
                occasions,
                merged,
                cancelled,
                unmatchedRefunds,
                buyers,
                prospects,
                later,
                bornInFirst30Days,
                firstDate,
                last);
    }

    @Override
    public String toString() {
        return "rows read " + rowsRead() + " = purchase occasions " + occasions + " + merged " + merged
                + " + cancelled "
                + cancelled + " + refunds netted " + refundsNetted + " + refunds dropped " + refundsDropped
                + " + zero amounts " + zeroAmounts + " + after the end " + afterEnd + " + rejected " + rejected()
                + "; customers " + customers() + " = buyers " + buyers + " + prospects " + prospects
                + (laterCustomers == 0 ? "" : "; " + laterCustomers + " came only after the end");
    }
}
