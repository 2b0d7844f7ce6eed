package org.loyalty4j.summary;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.MergePolicy;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.data.ZeroAmountPolicy;

/**
 * Reads one customer's rows, in order of day, into purchase occasions, and counts what became of each row. The one place
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
    private int[] purchases = new int[16]; // purchase rows of that day
    private long total;

    // The current day of the current customer.
    private int today;
    private boolean open;
    private long bought;
    private long refunded; // not above zero
    private int purchaseRows;
    private int refundRows;
    private int zeroRows;

    // Over all customers.
    private long afterEnd;
    private long refundsDropped;
    private long refundsNetted;
    private long unmatchedRefunds;
    private long zeroAmounts;
    private long occasions;
    private long merged;
    private long cancelled;
    private long buyers;
    private long prospects;
    private long bornEarly;

    OccasionReader(TransactionLog log, PurchaseRules rules, LocalDate asOf) {
        this.refunds = rules.refunds();
        this.eachRow = rules.merge() == MergePolicy.EACH_ROW;
        this.zerosCount = rules.zeroAmounts() == ZeroAmountPolicy.OCCASION;
        this.lastDay = (int) asOf.toEpochDay();
        this.bornEarlyUntil = (int) log.firstDate().orElse(asOf).toEpochDay() + FIRST_DAYS;
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
            days = 0;
            total = 0;
            open = false;
            for (int row = log.firstRow(customer), end = log.endRow(customer); row < end; row++) {
                add(log.epochDay(row), log.minorUnits(row));
            }
            endCustomer();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("customer " + log.customerId(customer) + ": " + e.getMessage(), e);
        } catch (ArithmeticException overflow) {
            throw overflow(log, customer, overflow);
        }
    }

    static IllegalArgumentException overflow(TransactionLog log, int customer, ArithmeticException cause) {
        return new IllegalArgumentException(
                "customer " + log.customerId(customer) + ": the amounts must sum to less than 2^63 minor units", cause);
    }

    /** Takes the customer's next row, whose day is not before the last one's. */
    private void add(int rowDay, long amount) {
        if (rowDay > lastDay) {
            afterEnd++;
            return;
        }
        if (!open || rowDay != today) {
            closeDay();
            today = rowDay;
            open = true;
        }
        if (amount > 0) {
            bought = Math.addExact(bought, amount);
            purchaseRows++;
        } else if (amount < 0) {
            if (refunds == RefundPolicy.REJECT) {
                throw new IllegalArgumentException("amount must not be negative under RefundPolicy.REJECT, but was "
                        + amount + " minor units on " + LocalDate.ofEpochDay(rowDay));
            }
            refunded = Math.addExact(refunded, amount);
            refundRows++;
        } else {
            zeroRows++;
        }
    }

    private void endCustomer() {
        closeDay();
        open = false;
        int kept = 0;
        long customerOccasions = 0;
        for (int i = 0; i < days; i++) {
            if (purchases[i] > 0) {
                day[kept] = day[i];
                net[kept] = net[i];
                purchases[kept++] = purchases[i];
                int counted = eachRow ? purchases[i] : 1;
                customerOccasions += counted;
                merged += purchases[i] - counted;
            }
        }
        days = kept;
        occasions += customerOccasions;
        if (days == 0) {
            prospects++;
        } else {
            buyers++;
            if (day[0] < bornEarlyUntil) {
                bornEarly++;
            }
        }
    }

    private void closeDay() {
        if (!open) {
            return;
        }
        if (refunds == RefundPolicy.DROP) {
            refundsDropped += refundRows;
            refunded = 0;
            refundRows = 0;
        }
        refundsNetted += refundRows;
        long dayNet = Math.addExact(bought, refunded);
        total = Math.addExact(total, dayNet);
        if (dayNet > 0) {
            keepDay(dayNet, purchaseRows + (zerosCount ? zeroRows : 0));
            zeroAmounts += zerosCount ? 0 : zeroRows;
        } else if (zerosCount && zeroRows > 0 && purchaseRows == 0 && refundRows == 0) {
            keepDay(0, zeroRows);
        } else {
            cancelled += purchaseRows;
            zeroAmounts += zeroRows;
            if (dayNet < 0) {
                long excess = Math.negateExact(dayNet);
                long left = refunds == RefundPolicy.NET_AGAINST_PRIOR ? takeOffPrior(excess) : excess;
                if (left > 0) {
                    unmatchedRefunds += refundRows;
                }
            }
        }
        bought = 0;
        refunded = 0;
        purchaseRows = 0;
        refundRows = 0;
        zeroRows = 0;
    }

    private void keepDay(long dayNet, int rows) {
        if (days == day.length) {
            day = Arrays.copyOf(day, 2 * days);
            net = Arrays.copyOf(net, 2 * days);
            purchases = Arrays.copyOf(purchases, 2 * days);
        }
        day[days] = today;
        net[days] = dayNet;
        purchases[days++] = rows;
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
                cancelled += purchases[i];
                purchases[i] = 0;
            }
        }
        return left;
    }

    /** Days with a purchase. */
    int purchaseDays() {
        return days;
    }

    /** Purchase occasions. */
    int frequency() {
        if (!eachRow) {
            return days;
        }
        int rows = 0;
        for (int i = 0; i < days; i++) {
            rows += purchases[i];
        }
        return rows;
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

    /** Spend in minor units on the purchase days after the first. */
    long repeatSpend() {
        long sum = 0;
        for (int i = 1; i < days; i++) {
            sum = Math.addExact(sum, net[i]);
        }
        return sum;
    }

    /** The counts over all customers read so far. */
    DataReport report(@Nullable LocalDate firstDate, @Nullable LocalDate lastDate) {
        return new DataReport(
                Map.of(),
                afterEnd,
                refundsDropped,
                refundsNetted,
                zeroAmounts,
                occasions,
                merged,
                cancelled,
                unmatchedRefunds,
                buyers,
                prospects,
                0,
                bornEarly,
                firstDate,
                lastDate);
    }
}
