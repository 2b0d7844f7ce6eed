package org.loyalty4j.quadrant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * A behaviour axis over what customers spend: the share of the base's spend that lies with customers who spend less.
 *
 * <pre>{@code
 * position = 100 (spend of those who spend less + half of the spend of those who spend the same) / spend of the base
 * }</pre>
 *
 * <p>A cut at 50 then parts the few who bring half of the sales from the many who bring the other half, where a
 * {@link PercentileAxis} would part the customers by number. Who has spent nothing, or got back more than that, is at 0, and
 * adds nothing to the base.
 */
public final class ShareAxis implements ColumnAxis {
    private static final long serialVersionUID = 1L;

    private final RankedColumn base;
    private final long spenders;

    private ShareAxis(RankedColumn base, long spenders) {
        this.base = base;
        this.spenders = spenders;
    }

    /**
     * Fits the axis to a base.
     *
     * @param spend the spend of each customer of the base, finite, of which one at least is above zero
     * @return the axis
     * @throws IllegalArgumentException if none is above zero, one is not finite, or the sum overflows
     */
    public static ShareAxis fit(double[] spend) {
        Objects.requireNonNull(spend, "spend");
        for (int i = 0; i < spend.length; i++) {
            Checks.finite(spend[i], "spend", i);
        }
        double[] positive = Arrays.stream(spend).filter(amount -> amount > 0).toArray();
        if (positive.length == 0) {
            throw new IllegalArgumentException("spend must be above zero for some customer, but was for none");
        }
        return of(CountedValues.of(positive));
    }

    /**
     * Fits the axis to a base of which only it is known how many customers spent each amount.
     *
     * @param spend the amounts, finite, in any order, of which one at least is above zero
     * @param counts how many customers spent each, in [1, inf)
     * @return the axis, equal to that of a column with one amount a customer
     * @throws IllegalArgumentException if none is above zero, one is not finite, the lengths differ, a count is below one, or the
     *     sum overflows
     */
    public static ShareAxis fit(double[] spend, long[] counts) {
        Checks.sameLength(spend.length, counts.length, "counts");
        for (int i = 0; i < spend.length; i++) {
            Checks.finite(spend[i], "spend", i);
        }
        int[] positive =
                IntStream.range(0, spend.length).filter(i -> spend[i] > 0).toArray();
        if (positive.length == 0) {
            throw new IllegalArgumentException("spend must be above zero for some customer, but was for none");
        }
        return of(CountedValues.of(
                IntStream.of(positive).mapToDouble(i -> spend[i]).toArray(),
                IntStream.of(positive).mapToLong(i -> counts[i]).toArray()));
    }

    private static ShareAxis of(CountedValues positive) {
        RankedColumn base = RankedColumn.of(positive, true);
        Checks.finite(base.total(), "sum of spend");
        return new ShareAxis(base, positive.total());
    }

    @Override
    public double position(double value) {
        Checks.finite(value, "value");
        return value > 0 ? base.position(value) : 0;
    }

    @Override
    public double valueAt(double cut) {
        return base.valueAt(Checks.inClosed(cut, 0, 100, "cut"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShareAxis that && base.equals(that.base);
    }

    @Override
    public int hashCode() {
        return base.hashCode();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "ShareAxis: share of %.4g spent by %d customers who spend less", base.total(), spenders);
    }
}
