package org.loyalty4j.summary;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * One customer's rows added up by day: all that the purchase rules ask of a day, so that a customer takes as much memory as
 * there are days, not rows. Sums are exact and counts are whole, so rows may come and totals be merged in any order.
 */
final class DayTotals {
    private static final int FIRST_CAPACITY = 4;

    // A sum that leaves the long range is marked by a value it cannot have. Such a day is refused only where it is
    // read, for it may lie after the end of observation.
    private static final long BOUGHT_OVERFLOW = -1;
    private static final long REFUNDED_OVERFLOW = 1;

    private int size;
    private int[] day = new int[FIRST_CAPACITY]; // ascending
    private long[] bought = new long[FIRST_CAPACITY];
    private int[] purchaseRows = new int[FIRST_CAPACITY];

    // Without a column until the first such row.
    private long[] refunded = {};
    private int[] refundRows = {};
    private int[] zeroRows = {};

    int size() {
        return size;
    }

    int day(int index) {
        return day[index];
    }

    /** The sum of the purchases of a day. */
    long bought(int index) {
        if (bought[index] == BOUGHT_OVERFLOW) {
            throw new ArithmeticException("long overflow");
        }
        return bought[index];
    }

    /** The sum of the refunds of a day, not above zero. */
    long refunded(int index) {
        long sum = rawRefunded(index);
        if (sum == REFUNDED_OVERFLOW) {
            throw new ArithmeticException("long overflow");
        }
        return sum;
    }

    int purchaseRows(int index) {
        return purchaseRows[index];
    }

    int refundRows(int index) {
        return refundRows.length == 0 ? 0 : refundRows[index];
    }

    int zeroRows(int index) {
        return zeroRows.length == 0 ? 0 : zeroRows[index];
    }

    /** All rows of a day. */
    long rows(int index) {
        return (long) purchaseRows[index] + refundRows(index) + zeroRows(index);
    }

    /** All rows. */
    long rows() {
        long rows = 0;
        for (int i = 0; i < size; i++) {
            rows += rows(i);
        }
        return rows;
    }

    /** The sum as it is held, which may be the mark of an overflow. */
    long rawBought(int index) {
        return bought[index];
    }

    /** The sum as it is held, which may be the mark of an overflow. */
    long rawRefunded(int index) {
        return refunded.length == 0 ? 0 : refunded[index];
    }

    void addRow(int epochDay, long amount) {
        if (amount > 0) {
            addPurchases(epochDay, amount, 1);
        } else if (amount < 0) {
            addRefunds(epochDay, amount, 1);
        } else {
            addZeros(epochDay, 1);
        }
    }

    void addAll(DayTotals other) {
        for (int i = 0; i < other.size; i++) {
            addPurchases(other.day[i], other.bought[i], other.purchaseRows[i]);
            addRefunds(other.day[i], other.rawRefunded(i), other.refundRows(i));
            addZeros(other.day[i], other.zeroRows(i));
        }
    }

    void addPurchases(int epochDay, long sum, int rows) {
        if (rows == 0) {
            return;
        }
        int at = place(epochDay);
        purchaseRows[at] = sum(purchaseRows[at], rows, epochDay);
        long total = bought[at] + sum;
        boolean marked = bought[at] == BOUGHT_OVERFLOW || sum == BOUGHT_OVERFLOW;
        bought[at] = marked || total < 0 ? BOUGHT_OVERFLOW : total;
    }

    void addRefunds(int epochDay, long sum, int rows) {
        if (rows == 0) {
            return;
        }
        int at = place(epochDay);
        if (refundRows.length == 0) {
            refunded = new long[day.length];
            refundRows = new int[day.length];
        }
        refundRows[at] = sum(refundRows[at], rows, epochDay);
        long total = refunded[at] + sum;
        boolean marked = refunded[at] == REFUNDED_OVERFLOW || sum == REFUNDED_OVERFLOW;
        refunded[at] = marked || total >= 0 ? REFUNDED_OVERFLOW : total;
    }

    void addZeros(int epochDay, int rows) {
        if (rows == 0) {
            return;
        }
        int at = place(epochDay);
        if (zeroRows.length == 0) {
            zeroRows = new int[day.length];
        }
        zeroRows[at] = sum(zeroRows[at], rows, epochDay);
    }

    private static int sum(int rows, int more, int epochDay) {
        long sum = (long) rows + more;
        if (sum > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("rows of one kind on " + LocalDate.ofEpochDay(epochDay)
                    + " must be fewer than 2^31, but were " + sum);
        }
        return (int) sum;
    }

    /** The place of a day, which is made if it is new. */
    private int place(int epochDay) {
        if (size > 0 && day[size - 1] == epochDay) {
            return size - 1;
        }
        int at = size == 0 || day[size - 1] < epochDay ? -size - 1 : Arrays.binarySearch(day, 0, size, epochDay);
        return at >= 0 ? at : insert(-at - 1, epochDay);
    }

    private int insert(int at, int epochDay) {
        if (size == day.length) {
            grow(2 * size);
        }
        int moved = size - at;
        System.arraycopy(day, at, day, at + 1, moved);
        System.arraycopy(bought, at, bought, at + 1, moved);
        System.arraycopy(purchaseRows, at, purchaseRows, at + 1, moved);
        day[at] = epochDay;
        bought[at] = 0;
        purchaseRows[at] = 0;
        if (refundRows.length > 0) {
            System.arraycopy(refunded, at, refunded, at + 1, moved);
            System.arraycopy(refundRows, at, refundRows, at + 1, moved);
            refunded[at] = 0;
            refundRows[at] = 0;
        }
        if (zeroRows.length > 0) {
            System.arraycopy(zeroRows, at, zeroRows, at + 1, moved);
            zeroRows[at] = 0;
        }
        size++;
        return at;
    }

    private void grow(int capacity) {
        day = Arrays.copyOf(day, capacity);
        bought = Arrays.copyOf(bought, capacity);
        purchaseRows = Arrays.copyOf(purchaseRows, capacity);
        if (refundRows.length > 0) {
            refunded = Arrays.copyOf(refunded, capacity);
            refundRows = Arrays.copyOf(refundRows, capacity);
        }
        if (zeroRows.length > 0) {
            zeroRows = Arrays.copyOf(zeroRows, capacity);
        }
    }
}
