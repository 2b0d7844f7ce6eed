package org.loyalty4j.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.loyalty4j.data.MergePolicy;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Parallel;

/** What {@link PurchaseSummaries} holds of each customer, in columns, as read from a log. */
final class PurchaseColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int PIECE = 1 << 14; // customers that one reader reads

    final int endDay; // of observation
    final int[] frequency; // the purchase days themselves where same-day rows are merged
    final int[] purchaseDays;
    final int[] firstDay;
    final int[] lastDay;
    final long[] totalMinor;
    final long[] repeatMinor;

    private PurchaseColumns(int customers, PurchaseRules rules, LocalDate asOf) {
        endDay = (int) asOf.toEpochDay();
        purchaseDays = new int[customers];
        frequency = rules.merge() == MergePolicy.PER_DAY ? purchaseDays : new int[customers];
        firstDay = new int[customers];
        lastDay = new int[customers];
        totalMinor = new long[customers];
        repeatMinor = new long[customers];
    }

    /** Reads a log, and adds to the counts what became of its rows. */
    static PurchaseColumns read(
            TransactionLog log, PurchaseRules rules, LocalDate asOf, Parallel parallel, OccasionCounts counts) {
        int customers = log.customerCount();
        PurchaseColumns columns = new PurchaseColumns(customers, rules, asOf);
        parallel.map(Parallel.pieces(customers, PIECE), piece -> {
                    OccasionReader reader = new OccasionReader(log, rules, asOf);
                    for (int c = piece * PIECE, end = Math.min(customers, c + PIECE); c < end; c++) {
                        reader.read(log, c);
                        columns.take(reader, log, c);
                    }
                    return reader.counts();
                })
                .forEach(counts::add);
        return columns;
    }

    private void take(OccasionReader reader, TransactionLog log, int customer) {
        totalMinor[customer] = reader.total();
        frequency[customer] = reader.frequency();
        purchaseDays[customer] = reader.purchaseDays();
        if (reader.purchaseDays() > 0) {
            firstDay[customer] = reader.firstDay();
            lastDay[customer] = reader.lastPurchaseDay();
            try {
                repeatMinor[customer] = reader.spendFrom(1);
            } catch (ArithmeticException overflow) {
                throw OccasionReader.overflow(log.customerId(customer), overflow);
            }
        }
    }

    /** The customers with a trait, ascending. */
    int[] customersWith(IntPredicate trait) {
        int[] customers = new int[frequency.length];
        int found = 0;
        for (int c = 0; c < customers.length; c++) {
            if (trait.test(c)) {
                customers[found++] = c;
            }
        }
        return Arrays.copyOf(customers, found);
    }

    /** The histories of some customers, by row. */
    RepeatHistories.InDays histories(int[] customers) {
        return new RepeatHistories.InDays() {
            @Override
            public int repeatPurchases(int row) {
                return purchaseDays[customers[row]] - 1;
            }

            @Override
            public int lastPurchaseAt(int row) {
                return lastDay[customers[row]] - firstDay[customers[row]];
            }

            @Override
            public int observedFor(int row) {
                return endDay - firstDay[customers[row]];
            }
        };
    }

    /** The repeat spend of some customers, by row. */
    SpendHistories.InMinorUnits spend(int[] customers) {
        return new SpendHistories.InMinorUnits() {
            @Override
            public int repeatPurchases(int row) {
                return purchaseDays[customers[row]] - 1;
            }

            @Override
            public long repeatMinor(int row) {
                return repeatMinor[customers[row]];
            }
        };
    }
}
