package org.loyalty4j.churn;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.summary.PurchaseDays;

/**
 * The silence of every buyer beside the buyer's own rhythm, in the order of the log: an immutable list of records over columns.
 * Prospects are not in it; row r is customer {@code buyers()[r]}, as in the forecasts.
 *
 * <pre>{@code
 * BaseRhythm rhythm = BaseRhythm.fit(days).orElseThrow();
 * RelativeSilences silences = RelativeSilences.of(days, rhythm);
 * silences.get(0).probability();
 * silences.unusual(0.05);
 * }</pre>
 */
public final class RelativeSilences extends AbstractList<RelativeSilence> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PIECE = 1 << 12; // buyers
    private static final double TYPICAL = 0.5;

    private final PurchaseDays days;
    private final BaseRhythm rhythm;
    private final int[] buyers;
    private final double[] probability;

    private RelativeSilences(PurchaseDays days, BaseRhythm rhythm, Parallel parallel) {
        this.days = days;
        this.rhythm = rhythm;
        rhythm.exceededWith(TYPICAL, 0, 0); // refused here rather than in a row
        this.buyers = days.buyers();
        this.probability = new double[buyers.length];
        parallel.forEachPiece(buyers.length, PIECE, (from, to) -> {
            for (int row = from; row < to; row++) {
                probability[row] = rhythm.longerThan(gaps(row), sumOfGaps(row), silence(row));
            }
        });
    }

    /**
     * Judges every buyer's silence.
     *
     * @param days when the customers bought
     * @param rhythm the rhythm of their base
     * @return one row a buyer
     * @throws ArithmeticException if the typical gap of the base is longer than a double can hold, as where r is next to 0
     */
    public static RelativeSilences of(PurchaseDays days, BaseRhythm rhythm) {
        return of(days, rhythm, 1);
    }

    /**
     * Judges every buyer's silence on some threads.
     *
     * @param days when the customers bought
     * @param rhythm the rhythm of their base
     * @param parallelism how many threads work, the calling one among them, in [1, 1024]; they do not change the result
     * @return one row a buyer
     * @throws IllegalArgumentException if the parallelism is out of range
     * @throws ArithmeticException if the typical gap of the base is longer than a double can hold, as where r is next to 0
     */
    public static RelativeSilences of(PurchaseDays days, BaseRhythm rhythm, int parallelism) {
        return new RelativeSilences(
                Objects.requireNonNull(days, "days"),
                Objects.requireNonNull(rhythm, "rhythm"),
                new Parallel(parallelism));
    }

    private int gaps(int row) {
        return days.count(buyers[row]) - 1;
    }

    private int sumOfGaps(int row) {
        return days.epochDay(buyers[row], gaps(row)) - days.epochDay(buyers[row], 0);
    }

    private int silence(int row) {
        return (int) days.asOf().toEpochDay() - days.epochDay(buyers[row], gaps(row));
    }

    @Override
    public RelativeSilence get(int row) {
        int gaps = gaps(row);
        int sum = sumOfGaps(row);
        return new RelativeSilence(
                days.customerIds().get(buyers[row]),
                gaps,
                sum,
                silence(row),
                rhythm.exceededWith(TYPICAL, gaps, sum),
                probability[row]);
    }

    @Override
    public int size() {
        return buyers.length;
    }

    /**
     * The probability of a buyer's silence, without making the record.
     *
     * @param row the row, in [0, size)
     * @return the probability of a silence at least this long if the customer still buys, in [0, 1]
     */
    public double probability(int row) {
        return probability[row];
    }

    /**
     * What the silences are judged by.
     *
     * @return the rhythm of the base, with its warnings
     */
    public BaseRhythm rhythm() {
        return rhythm;
    }

    /**
     * The last day observed.
     *
     * @return the day until which the silences last
     */
    public LocalDate asOf() {
        return days.asOf();
    }

    /**
     * The customers, by their places in the log.
     *
     * @return one index a row, ascending
     */
    public int[] buyers() {
        return buyers.clone();
    }

    /**
     * How many buyers' silence is unusual.
     *
     * @param probability a silence is unusual if one at least as long has a probability of at most this, in (0, 1)
     * @return their number
     * @throws IllegalArgumentException if the probability is not in (0, 1)
     */
    public long unusual(double probability) {
        Checks.inOpen(probability, 0, 1, "probability");
        return Arrays.stream(this.probability).filter(p -> p <= probability).count();
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
    }
}
