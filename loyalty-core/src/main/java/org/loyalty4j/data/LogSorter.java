package org.loyalty4j.data;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.loyalty4j.internal.Parallel;

/**
 * Brings rows into the order of a log: by customer, day and amount, in linear time and without room for a second copy of the
 * rows. The rows are dealt out to parts of as many customers as make a part that fits in the cache of a core; then each part
 * is sorted by itself. The result has one order only, so it is the same on any number of threads.
 */
final class LogSorter {
    private static final int FEWEST_ROWS_OF_A_PART = 1 << 15;
    private static final int MOST_PARTS = 1 << 8; // more than that are dealt to slowly: their ends are in no cache
    private static final int MOST_CUSTOMER_BITS = 17; // of the customers of a part

    private final LogRows rows;
    private final LogRows.Span span;
    private final int[] rankOf; // empty where the rank of a customer is its number less firstCustomer
    private final int firstCustomer;
    private final int customers;
    private final Parallel parallel;

    private final int dayBits;
    private final int customerBits;
    private final int parts;

    private final int[] firstRow;
    private final int[] day; // until a part is sorted: the customer within the part, then the day after the first
    private final int[] shortAmount;
    private final long[] longAmount;
    private final Queue<PartSorter> idle = new ConcurrentLinkedQueue<>();

    private LogSorter(
            LogRows rows, LogRows.Span span, int[] rankOf, int firstCustomer, int customers, Parallel parallel) {
        this.rows = rows;
        this.span = span;
        this.rankOf = rankOf;
        this.firstCustomer = firstCustomer;
        this.customers = customers;
        this.parallel = parallel;
        this.dayBits = bits(span.lastDay() - span.firstDay());
        this.customerBits = customerBits();
        this.parts = Math.max(1, Parallel.pieces(customers, 1 << customerBits));
        boolean fitInt = rows.rows() > 0 && span.amountsFitInt();
        this.firstRow = new int[customers + 1];
        this.day = new int[rows.rows()];
        this.shortAmount = new int[fitInt ? rows.rows() : 0];
        this.longAmount = new long[fitInt ? 0 : rows.rows()];
    }

    /** The log of rows that name a customer by its number, whose rank among the ids is given. */
    static TransactionLog sort(RankedIds ranked, LogRows rows, LogRows.Span span, int scale, Parallel parallel) {
        int[] rankOf = isItsOwn(ranked.rankOf()) ? new int[0] : ranked.rankOf();
        LogSorter sorter = new LogSorter(rows, span, rankOf, 0, ranked.ids().size(), parallel);
        sorter.sort();
        return sorter.log(ranked.ids(), scale, sorter.firstRow);
    }

    /** The log of rows that name a customer by an id that is a number, where these lie close together. */
    static TransactionLog sortDense(LogRows rows, LogRows.Span span, int scale, Parallel parallel) {
        int range = Math.addExact(Math.subtractExact(span.lastCustomer(), span.firstCustomer()), 1);
        LogSorter sorter = new LogSorter(rows, span, new int[0], span.firstCustomer(), range, parallel);
        sorter.sort();
        int[] all = sorter.firstRow;
        int size = 0;
        long[] ids = new long[range];
        int[] first = new int[range + 1];
        for (int c = 0; c < range; c++) {
            if (all[c] < all[c + 1]) {
                ids[size] = (long) span.firstCustomer() + c;
                first[++size] = all[c + 1];
            }
        }
        boolean whole = size == range;
        CustomerIds present = CustomerIds.ofSorted(whole ? ids : Arrays.copyOf(ids, size));
        return sorter.log(present, scale, whole ? first : Arrays.copyOf(first, size + 1));
    }

    /** Tells whether each number is its own rank, as it is where ids came in their order. */
    private static boolean isItsOwn(int[] rankOf) {
        for (int number = 0; number < rankOf.length; number++) {
            if (rankOf[number] != number) {
                return false;
            }
        }
        return true;
    }

    private TransactionLog log(CustomerIds ids, int scale, int[] first) {
        AmountColumn amounts =
                longAmount.length > 0 || day.length == 0 ? AmountColumn.of(longAmount) : AmountColumn.of(shortAmount);
        return new TransactionLog(ids, first, day, amounts, scale);
    }

    private static int bits(int largest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    }

    /** So many customers a part that the parts are few and their rows are many, if their numbers and the days go into an int. */
    private int customerBits() {
        int wanted = Math.max(1, Math.min(MOST_PARTS, rows.rows() / FEWEST_ROWS_OF_A_PART));
        int bits = bits((Math.max(1, customers) - 1) / wanted);
        return Math.min(bits, Math.min(MOST_CUSTOMER_BITS, Integer.SIZE - dayBits));
    }

    private void sort() {
        if (rows.rows() == 0) {
            return;
        }
        List<LogRows.Slice> slices = rows.slices();
        List<int[]> next = parallel.map(slices.size(), i -> countByPart(slices.get(i)));
        int[] firstOfPart = starts(next);
        parallel.forEach(slices.size(), i -> deal(slices.get(i), next.get(i)));
        parallel.forEach(parts, part -> {
            PartSorter idler = idle.poll();
            PartSorter sorter = idler == null ? new PartSorter(span.firstDay(), dayBits, customerBits) : idler;
            int firstCustomer = part << customerBits;
            int size = Math.min(customers - firstCustomer, 1 << customerBits);
            int from = firstOfPart[part];
            int to = firstOfPart[part + 1];
            if (shortAmount.length > 0) {
                sorter.sort(day, shortAmount, from, to, firstRow, firstCustomer, size);
            } else {
                sorter.sort(day, longAmount, from, to, firstRow, firstCustomer, size);
            }
            idle.add(sorter);
        });
        firstRow[customers] = rows.rows();
    }

    private int rank(int customer) {
        return rankOf.length == 0 ? customer - firstCustomer : rankOf[customer];
    }

    private int[] countByPart(LogRows.Slice slice) {
        int[] count = new int[parts];
        int[] customer = slice.customer();
        for (int row = slice.from(); row < slice.to(); row++) {
            count[rank(customer[row]) >>> customerBits]++;
        }
        return count;
    }

    /** Turns the counts of each slice into the row at which it begins in each part; returns where the parts begin. */
    private int[] starts(List<int[]> countsOfSlices) {
        int[] first = new int[parts + 1];
        int start = 0;
        for (int part = 0; part < parts; part++) {
            first[part] = start;
            for (int[] counts : countsOfSlices) {
                int count = counts[part];
                counts[part] = start;
                start += count;
            }
        }
        first[parts] = start;
        return first;
    }

    private void deal(LogRows.Slice slice, int[] next) {
        int[] customer = slice.customer();
        int[] epochDay = slice.epochDay();
        AmountColumn amounts = slice.amounts();
        boolean fitInt = shortAmount.length > 0;
        for (int row = slice.from(); row < slice.to(); row++) {
            int rank = rank(customer[row]);
            int at = next[rank >>> customerBits]++;
            day[at] = withinPart(rank, epochDay[row]);
            if (fitInt) {
                shortAmount[at] = (int) amounts.get(row);
            } else {
                longAmount[at] = amounts.get(row);
            }
        }
    }

    /** The customer within the part, then the day after the first of all. */
    private int withinPart(int rank, int epochDay) {
        return ((rank & ((1 << customerBits) - 1)) << dayBits) | (epochDay - span.firstDay());
    }
}
