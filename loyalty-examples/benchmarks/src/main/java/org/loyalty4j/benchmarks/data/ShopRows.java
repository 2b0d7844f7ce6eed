package org.loyalty4j.benchmarks.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.loyalty4j.data.Transaction;

/**
 * The transactions of a made-up shop. A row is computed from its number, so that any number of processes sees the same rows
 * without a file between them and without holding them.
 *
 * <p>Customers are unequal (the best hundredth has a tenth of the rows) and start on a day of the first year; rows are in no
 * order. One row in 32 is a refund, one in 128 is for nothing, and busy customers buy more than once on a day.
 */
public final class ShopRows {
    /** The day on which the shop opened. */
    public static final LocalDate OPENED = LocalDate.of(2023, 1, 1);

    /** The last day observed; no row is after it. */
    public static final LocalDate AS_OF = LocalDate.of(2024, 12, 31);

    private static final int FIRST_DAY = (int) OPENED.toEpochDay();
    private static final int DAYS = (int) (AS_OF.toEpochDay() - OPENED.toEpochDay() + 1);
    static final int FIRST_SERIAL = 100_000_000;
    private static final int YEAR = 365;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private final int rows;
    private final int customers;
    private final long seed;
    private final long step;

    /**
     * The rows of a shop.
     *
     * @param rows how many there are, in [1, inf)
     * @param customers of how many customers at most, in [1, inf)
     * @param seed any number; another one gives other rows
     */
    public ShopRows(int rows, int customers, long seed) {
        this.rows = rows;
        this.customers = customers;
        this.seed = seed;
        this.step = step(customers);
    }

    /** How many there are. */
    public int rows() {
        return rows;
    }

    /** A short text that differs where the rows do. */
    public String name() {
        return rows + "-" + customers + "-" + seed;
    }

    /** Which customer the row is of, in [0, customers). */
    public int customer(int row) {
        double u = unit(1, row);
        long place = (long) (customers * u * u);
        // The best customers must not be neighbours: a step that has no divisor in common with their number spreads
        // them.
        return (int) (place * step % customers);
    }

    /** The day of the row, as {@link LocalDate#toEpochDay} counts. */
    public int epochDay(int row) {
        int start = (int) (unit(2, customer(row)) * YEAR);
        return FIRST_DAY + start + (int) (unit(3, row) * (DAYS - start));
    }

    /** The amount of the row in hundredths, below zero for a refund. */
    public long minorUnits(int row) {
        long bits = mix(4, row);
        if ((bits & 127) == 0) {
            return 0;
        }
        long amount = (long) (500 / (1.02 - unit(5, row)));
        return (bits & 31) == 1 ? -amount : amount;
    }

    /** The id of a customer as a text of ten characters. */
    public static String textId(int customer) {
        return "C" + (FIRST_SERIAL + customer);
    }

    /** The customers of all rows. */
    public int[] customerColumn() {
        int[] column = new int[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = customer(row);
        }
        return column;
    }

    /** The days of all rows. */
    public int[] dayColumn() {
        int[] column = new int[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = epochDay(row);
        }
        return column;
    }

    /** The amounts of all rows. */
    public long[] amountColumn() {
        long[] column = new long[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = minorUnits(row);
        }
        return column;
    }

    /** All rows as records, each with a text, a date and an amount of its own, as from a database. */
    public List<Transaction> transactions() {
        return IntStream.range(0, rows)
                .mapToObj(row -> new Transaction(
                        textId(customer(row)),
                        LocalDate.ofEpochDay(epochDay(row)),
                        BigDecimal.valueOf(minorUnits(row), 2)))
                .toList();
    }

    private static long step(int customers) {
        long step = customers * 618L / 1000 + 1;
        while (divisor(step, customers) != 1) {
            step++;
        }
        return step;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    private double unit(int purpose, int number) {
        return (mix(purpose, number) >>> 11) * UNIT;
    }

    /** The bits of SplitMix64. */
    private long mix(int purpose, int number) {
        long z = seed + ((long) purpose << 40 | number) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
