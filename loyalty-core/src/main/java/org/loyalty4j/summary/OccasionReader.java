package org.loyalty4j.summary;

import java.time.LocalDate;
import java.util.Arrays;
import org.loyalty4j.data.MergePolicy;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.data.ZeroAmountPolicy;

/**
 * Reads one customer's days, in their order, into purchase occasions, and counts what became of each row. The one place
 * where the purchase rules are applied; reused from customer to customer, by one thread.
 */
final class OccasionReader {
    private static final int FIRST_DAYS = 30;

    private final RefundPolicy refunds;
    private final boolean eachRow;
    private final boolean zerosCount;
    private final int lastDay; // of observation
    private final int bornEarlyUntil;

    // The purchase days of the current customer.
    private int days;
    private int[] day = new int[16];
    private long[] net = new long[16];
    private long[] purchases = new long[16]; // purchase rows of that day
    private long purchaseRows; // of all those days
    private boolean anyTakenDown; // by a refund on a later day
    private long total;

    private final OccasionCounts counts = new OccasionCounts(); // over all customers

    /** Creates a reader of the customers of a log. */
    OccasionReader(TransactionLog log, PurchaseRules rules, LocalDate asOf) {
        this(rules, asOf, log.firstDate().orElse(asOf));
    }

    /** Creates a reader of customers of whom the earliest row is on a given day. */
    OccasionReader(PurchaseRules rules, LocalDate asOf, LocalDate firstDate) {
        this.refunds = rules.refunds();
        this.eachRow = rules.merge() == MergePolicy.EACH_ROW;
        this.zerosCount = rules.zeroAmounts() == ZeroAmountPolicy.OCCASION;
        this.lastDay = (int) asOf.toEpochDay();
        this.bornEarlyUntil = (int) firstDate.toEpochDay() + FIRST_DAYS;
    }

    /** Refuses an end of observation before every row. */
    static void requireRowsUntil(TransactionLog log, LocalDate end, String name) {
        log.firstDate().ifPresent(first -> {
            if (end.isBefore(first)) {
                throw new IllegalArgumentException(
                        name + " must not be before the first transaction on " + first + ", but was " + end);
            }
        });
    }

    /** Reads a customer; the accessors below then speak of the purchases kept. */
    void read(TransactionLog log, int customer) {
        try {
            startCustomer();
            readDays(log, log.firstRow(customer), log.endRow(customer));
            endCustomer();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("customer " + log.customerId(customer) + ": " + e.getMessage(), e);
        } catch (ArithmeticException overflow) {
            throw overflow(log.customerId(customer), overflow);
        }
    }

    private void readDays(TransactionLog log, int from, int to) {
        int row = from;
        while (row < to) {
            int today = log.epochDay(row);
            if (today > lastDay) {
                counts.afterEnd += to - row; // rows are in order of day
                return;
            }
            long amount = log.minorUnits(row);
            if (amount > 0 && (row + 1 == to || log.epochDay(row + 1) != today)) {
                // One purchase and nothing else, as most days are: that is an occasion by all rules.
                total = Math.addExact(total, amount);
                keepDay(today, amount, 1);
                row++;
                continue;
            }
            long bought = 0;
            long refunded = 0;
            int boughtRows = 0;
            int refundRows = 0;
            int start = row;
            do {
                amount = log.minorUnits(row);
                if (amount > 0) {
                    bought = Math.addExact(bought, amount);
                    boughtRows++;
                } else if (amount < 0) {
                    requireNoRefund(1, amount, today);
                    refunded = Math.addExact(refunded, amount);
                    refundRows++;
                }
                row++;
            } while (row < to && log.epochDay(row) == today);
            readDay(today, bought, refunded, boughtRows, refundRows, row - start - boughtRows - refundRows);
        }
    }

    /** Reads a customer whose rows were added up by day. */
    void read(String customerId, DayTotals totals) {
        try {
            startCustomer();
            for (int i = 0; i < totals.size(); i++) {
                if (totals.day(i) > lastDay) {
                    counts.afterEnd += totals.rows(i);
                    continue;
                }
                requireNoRefund(totals.refundRows(i), totals.refunded(i), totals.day(i));
                readDay(
                        totals.day(i),
                        totals.bought(i),
                        totals.refunded(i),
                        totals.purchaseRows(i),
                        totals.refundRows(i),
                        totals.zeroRows(i));
            }
            endCustomer();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("customer " + customerId + ": " + e.getMessage(), e);
        } catch (ArithmeticException overflow) {
            throw overflow(customerId, overflow);
        }
    }

    static IllegalArgumentException overflow(String customerId, ArithmeticException cause) {
        return new IllegalArgumentException(
                "customer " + customerId + ": the amounts must sum to less than 2^63 minor units", cause);
    }

    private void requireNoRefund(int rows, long amount, int epochDay) {
        if (rows > 0 && refunds == RefundPolicy.REJECT) {
            throw new IllegalArgumentException(
                    "amount must not be negative under RefundPolicy.REJECT, but was " + amount + " minor units on "
                            + LocalDate.ofEpochDay(epochDay) + (rows == 1 ? "" : " in " + rows + " rows"));
        }
    }

    private void startCustomer() {
        days = 0;
        purchaseRows = 0;
        anyTakenDown = false;
        total = 0;
    }

    /** Takes the customer's next day with its rows: purchases, refunds (not above zero) and rows of amount zero. */
    private void readDay(int today, long bought, long allRefunded, long boughtRows, long allRefundRows, long zeroRows) {
        long refunded = allRefunded;
        long refundRows = allRefundRows;
        if (refunds == RefundPolicy.DROP) {
            counts.refundsDropped += refundRows;
            refunded = 0;
            refundRows = 0;
        }
        counts.refundsNetted += refundRows;
        long dayNet = Math.addExact(bought, refunded);
        total = Math.addExact(total, dayNet);
        if (dayNet > 0) {
            keepDay(today, dayNet, boughtRows + (zerosCount ? zeroRows : 0));
            counts.zeroAmounts += zerosCount ? 0 : zeroRows;
        } else if (zerosCount && zeroRows > 0 && boughtRows == 0 && refundRows == 0) {
            keepDay(today, 0, zeroRows);
        } else {
            counts.cancelled += boughtRows;
            counts.zeroAmounts += zeroRows;
            if (dayNet < 0) {
                long excess = Math.negateExact(dayNet);
                long left = refunds == RefundPolicy.NET_AGAINST_PRIOR ? takeOffPrior(excess) : excess;
                if (left > 0) {
                    counts.unmatchedRefunds += refundRows;
                }
            }
        }
    }

    private void keepDay(int today, long dayNet, long rows) {
        if (days == day.length) {
            day = Arrays.copyOf(day, 2 * days);
            net = Arrays.copyOf(net, 2 * days);
            purchases = Arrays.copyOf(purchases, 2 * days);
        }
        day[days] = today;
        net[days] = dayNet;
        purchases[days++] = rows;
        purchaseRows += rows;
    }

    /** Takes a refund off the latest purchase days and returns what is left of it. */
    private long takeOffPrior(long refund) {
        long left = refund;
        for (int i = days - 1; i >= 0 && left > 0; i--) {
            if (net[i] == 0) {
                continue; // a free purchase, or one taken down before
            }
            long taken = Math.min(left, net[i]);
            net[i] -= taken;
            left -= taken;
            if (net[i] == 0) {
                counts.cancelled += purchases[i];
                purchaseRows -= purchases[i];
                purchases[i] = 0;
                anyTakenDown = true;
            }
        }
        return left;
    }

    private void endCustomer() {
        if (anyTakenDown) {
            leaveOutTakenDown();
        }
        long occasions = eachRow ? purchaseRows : days;
        if (occasions > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("purchase occasions must be fewer than 2^31, but were " + occasions);
        }
        counts.occasions += occasions;
        counts.merged += purchaseRows - occasions;
        if (days == 0) {
            counts.prospects++;
        } else {
            counts.buyers++;
            if (day[0] < bornEarlyUntil) {
                counts.bornEarly++;
            }
        }
    }

    private void leaveOutTakenDown() {
        int kept = 0;
        for (int i = 0; i < days; i++) {
            if (purchases[i] > 0) {
                day[kept] = day[i];
                net[kept] = net[i];
                purchases[kept++] = purchases[i];
            }
        }
        days = kept;
    }

    /** Days with a purchase. */
    int purchaseDays() {
        return days;
    }

    /** Purchase occasions. */
    int frequency() {
        return eachRow ? (int) purchaseRows : days;
    }

    /** The day of a purchase day, in [0, purchaseDays). */
    int day(int purchaseDay) {
        return day[purchaseDay];
    }

    /** Its net spend in minor units. */
    long net(int purchaseDay) {
        return net[purchaseDay];
    }

    int firstDay() {
        return day[0];
    }

    int lastPurchaseDay() {
        return day[days - 1];
    }

    /** Net spend in minor units, of all days. */
    long total() {
        return total;
    }

    /** Spend in minor units on a purchase day and those after it. Throws {@link ArithmeticException} if it overflows. */
    long spendFrom(int purchaseDay) {
        long sum = 0;
        for (int i = purchaseDay; i < days; i++) {
            sum = Math.addExact(sum, net[i]);
        }
        return sum;
    }

    /** The counts over all customers read so far. */
    OccasionCounts counts() {
        return counts;
    }
}
