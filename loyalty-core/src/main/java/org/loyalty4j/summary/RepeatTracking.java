package org.loyalty4j.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/**
 * The repeat purchases of the calibration's buyers, period by period through calibration and holdout, beside the days on which
 * these buyers were born: what the tracking plot of a model shows, and what a model needs to draw its own line. An immutable
 * list of rows in order of time.
 *
 * <p>One period ends with the calibration and the next begins with the holdout. So the first period and the last may be shorter
 * than the others, and each row says its days.
 *
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie and Lee (2005)</a>
 */
public final class RepeatTracking extends AbstractList<TrackingRow> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * How many customers first bought on a day.
     *
     * <p>Creating one throws {@link IllegalArgumentException} without a customer.
     *
     * @param day the day
     * @param customers the buyers whose first purchase it saw, in [1, inf)
     */
    public record Births(LocalDate day, int customers) implements Serializable {

        public Births {
            Objects.requireNonNull(day, "day");
            Checks.positive((long) customers, "customers");
        }
    }

    private final List<TrackingRow> rows;
    private final List<Births> births;

    private RepeatTracking(List<TrackingRow> rows, List<Births> births) {
        this.rows = rows;
        this.births = births;
    }

    /** Cuts counts by day, of which the first is that of day {@code origin}, into periods. */
    static RepeatTracking of(int origin, int[] born, long[] repeats, int calibrationDays, int periodDays) {
        List<Births> births = new ArrayList<>();
        for (int day = 0; day < born.length; day++) {
            if (born[day] > 0) {
                births.add(new Births(LocalDate.ofEpochDay((long) origin + day), born[day]));
            }
        }
        List<TrackingRow> rows = new ArrayList<>();
        long cumulative = 0;
        int start = 0;
        while (start < repeats.length) {
            boolean holdout = start >= calibrationDays;
            int left = (holdout ? repeats.length : calibrationDays) - start;
            int inFirst = start == 0 && left % periodDays > 0 ? left % periodDays : periodDays;
            int end = start + (holdout ? Math.min(periodDays, left) : inFirst);
            long sum = 0;
            for (int day = start; day < end; day++) {
                sum += repeats[day];
            }
            cumulative += sum;
            rows.add(new TrackingRow(
                    LocalDate.ofEpochDay((long) origin + start),
                    LocalDate.ofEpochDay((long) origin + end - 1),
                    holdout,
                    sum,
                    cumulative));
            start = end;
        }
        return new RepeatTracking(List.copyOf(rows), List.copyOf(births));
    }

    /**
     * When the calibration's buyers were born.
     *
     * @return their numbers by day of first purchase, in order of day
     */
    public List<Births> births() {
        return births;
    }

    /**
     * The cumulative repeat purchases that a model expects at the end of every row.
     *
     * <pre>{@code
     * sum over the days s of birth, before the end e of the row, of births(s) * E[X(e - s)]
     * }</pre>
     *
     * @param expectedByAge E[X(t)]: the expected repeat purchases of a new customer until the age of t days; asked once for each
     *     age, in [0, days from the first birth to the end of the holdout]
     * @return one number a row
     * @throws IllegalArgumentException if the function's values do not sum to a finite number
     */
    public double[] expectedCumulative(DoubleUnaryOperator expectedByAge) {
        Objects.requireNonNull(expectedByAge, "expectedByAge");
        if (births.isEmpty()) {
            return new double[rows.size()];
        }
        long origin = births.get(0).day().toEpochDay();
        int longest = (int) (rows.get(rows.size() - 1).lastDay().toEpochDay() - origin);
        double[] byAge = new double[longest + 1];
        boolean[] known = new boolean[longest + 1];
        return rows.stream()
                .mapToDouble(row -> {
                    double sum = 0;
                    for (Births born : births) {
                        int age = (int) (row.lastDay().toEpochDay() - born.day().toEpochDay());
                        if (age < 0) {
                            break;
                        }
                        if (!known[age]) {
                            byAge[age] = expectedByAge.applyAsDouble(age);
                            known[age] = true;
                        }
                        sum += born.customers() * byAge[age];
                    }
                    return Checks.finite(sum, "the sum of expectedByAge");
                })
                .toArray();
    }

    /**
     * The repeat purchases that a model expects in every row.
     *
     * @param expectedByAge as in {@link #expectedCumulative}
     * @return one number a row: the differences of the cumulative ones
     * @throws IllegalArgumentException if the function's values do not sum to a finite number
     */
    public double[] expected(DoubleUnaryOperator expectedByAge) {
        double[] cumulative = expectedCumulative(expectedByAge);
        return IntStream.range(0, cumulative.length)
                .mapToDouble(row -> row == 0 ? cumulative[0] : cumulative[row] - cumulative[row - 1])
                .toArray();
    }

    @Override
    public TrackingRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
    }
}
