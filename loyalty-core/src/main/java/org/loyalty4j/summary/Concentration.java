package org.loyalty4j.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.KeySort;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.internal.Tiles;

/**
 * How unevenly the buyers of a log share in its sales.
 *
 * <p>Over customers with a purchase, by net spend. A buyer whose refunds exceed the purchases has a net spend below zero
 * and is taken as he is: the Lorenz curve then dips below zero at its start and the Gini coefficient may exceed 1. Where
 * the sales sum to zero or less, shares are undefined and empty.
 *
 * @see <a href="https://doi.org/10.2307/2276207">Lorenz (1905)</a>
 */
public final class Concentration implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DECILES = 10;

    private final long[] cumulative; // [i] is the spend of the i best customers, in minor units
    private final int scale;

    /**
     * A point of the Lorenz curve.
     *
     * <p>Creating one throws {@link IllegalArgumentException} if a share is out of its range.
     *
     * @param customerShare the share of buyers, from the smallest up, in [0, 1]
     * @param salesShare the share of the sales that is theirs, finite; below 0 where refunds exceed the purchases
     */
    public record LorenzPoint(double customerShare, double salesShare) implements Serializable {

        public LorenzPoint {
            Checks.inClosed(customerShare, 0, 1, "customerShare");
            Checks.finite(salesShare, "salesShare");
        }
    }

    /**
     * A tenth of the buyers.
     *
     * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
     *
     * @param decile in [1, 10]: 1 for the tenth that spends most, 10 for the tenth that spends least
     * @param customers how many buyers are in it; tenths differ by at most one
     * @param sales their net spend, exact
     * @param ofSales the net spend of all buyers, exact
     */
    public record Decile(int decile, int customers, BigDecimal sales, BigDecimal ofSales) implements Serializable {

        public Decile {
            Checks.inClosed(decile, 1, DECILES, "decile");
            Checks.notNegative((long) customers, "customers");
            Objects.requireNonNull(sales, "sales");
            Objects.requireNonNull(ofSales, "ofSales");
        }

        /**
         * The decile's share of the sales.
         *
         * @return {@code sales / ofSales}; empty where the sales sum to zero or less
         */
        public OptionalDouble salesShare() {
            return ofSales.signum() > 0
                    ? OptionalDouble.of(sales.doubleValue() / ofSales.doubleValue())
                    : OptionalDouble.empty();
        }
    }

    private Concentration(long[] cumulative, int scale) {
        this.cumulative = cumulative;
        this.scale = scale;
    }

    /**
     * The concentration among the buyers of a list of summaries.
     *
     * @param summaries one summary a customer, of one scale; prospects are passed over
     * @return the concentration
     * @throws IllegalArgumentException if scales differ or the sum overflows
     */
    public static Concentration of(List<PurchaseSummary> summaries) {
        int scale = summaries.isEmpty() ? 0 : summaries.get(0).scale();
        long[] spend = new long[summaries.size()];
        int buyers = 0;
        if (summaries instanceof PurchaseSummaries columns) {
            for (int customer = 0; customer < spend.length; customer++) {
                if (columns.hasPurchase(customer)) {
                    spend[buyers++] = columns.totalMinor(customer);
                }
            }
        } else {
            for (PurchaseSummary summary : summaries) {
                MinorUnits.requireScale(scale, summary.scale(), summary.customerId());
                if (summary.hasPurchase()) {
                    spend[buyers++] = summary.totalMinor();
                }
            }
        }
        KeySort.sort(spend, 0, buyers);
        long[] cumulative = new long[buyers + 1];
        for (int i = 0; i < buyers; i++) {
            try {
                cumulative[i + 1] = Math.addExact(cumulative[i], spend[buyers - 1 - i]);
            } catch (ArithmeticException overflow) {
                throw new IllegalArgumentException("the sales must sum to less than 2^63 minor units", overflow);
            }
        }
        return new Concentration(cumulative, scale);
    }

    /**
     * The number of buyers.
     *
     * @return the count
     */
    public int customers() {
        return cumulative.length - 1;
    }

    /**
     * The net spend of all buyers.
     *
     * @return the exact sum
     */
    public BigDecimal sales() {
        return BigDecimal.valueOf(cumulative[customers()], scale);
    }

    /**
     * The share of the sales that the best customers make: at 0.2, the 80/20 question.
     *
     * <p>Where the fraction is no whole number of customers, the next customer counts in part.
     *
     * @param fraction the share of the buyers, from the biggest spender down, in [0, 1]
     * @return their share of the sales, in [0, 1]; above 1 where the refunds of others exceed their purchases; empty where
     *     the sales sum to zero or less
     * @throws IllegalArgumentException if the fraction is out of range
     */
    public OptionalDouble topShare(double fraction) {
        Checks.inClosed(fraction, 0, 1, "fraction");
        return total() > 0 ? OptionalDouble.of(topSpend(fraction * customers()) / total()) : OptionalDouble.empty();
    }

    /**
     * The Gini coefficient: 0 where all spend the same, towards 1 where one customer spends everything.
     *
     * <pre>{@code
     * G = 2 sum(i x_i) / (n sum(x_i)) - (n + 1)/n,   x_1 <= ... <= x_n
     * }</pre>
     *
     * @return the coefficient, in [0, 1 - 1/n] if nobody's spend is below zero; empty where the sales sum to zero or less
     */
    public OptionalDouble gini() {
        if (total() <= 0) {
            return OptionalDouble.empty();
        }
        double n = customers();
        BigInteger area = BigInteger.ZERO; // sum(i x_i), as the sum of what the i best spend
        long part = 0; // as much of it as a long holds
        for (int i = 1; i <= customers(); i++) {
            long more = part + cumulative[i];
            if (((part ^ more) & (cumulative[i] ^ more)) < 0) { // it overflowed
                area = area.add(BigInteger.valueOf(part));
                more = cumulative[i];
            }
            part = more;
        }
        area = area.add(BigInteger.valueOf(part));
        BigInteger equal = BigInteger.valueOf(cumulative[customers()]).multiply(BigInteger.valueOf(customers() + 1L));
        return OptionalDouble.of(area.shiftLeft(1).subtract(equal).doubleValue() / (n * total()));
    }

    /**
     * The Lorenz curve at evenly spaced points.
     *
     * @param steps how many steps to divide the buyers into, in [1, inf)
     * @return {@code steps + 1} points from (0, 0) to (1, 1); empty where the sales sum to zero or less
     * @throws IllegalArgumentException if there is no step
     */
    public List<LorenzPoint> lorenz(int steps) {
        Checks.positive((long) steps, "steps");
        if (total() <= 0) {
            return List.of();
        }
        return IntStream.rangeClosed(0, steps)
                .mapToObj(step -> {
                    double best = (double) (steps - step) / steps * customers();
                    return new LorenzPoint((double) step / steps, 1 - topSpend(best) / total());
                })
                .toList();
    }

    /**
     * The buyers in ten tenths, the biggest spenders first.
     *
     * @return ten deciles whose customers and sales sum to those of all, cut as NTILE in SQL does: where the count does not
     *     divide, the first ones are larger by one, and of fewer than ten buyers the last ones are empty
     */
    public List<Decile> deciles() {
        return IntStream.rangeClosed(1, DECILES)
                .mapToObj(decile -> {
                    int from = Tiles.start(decile, DECILES, customers());
                    int to = Tiles.start(decile + 1, DECILES, customers());
                    return new Decile(
                            decile, to - from, BigDecimal.valueOf(cumulative[to] - cumulative[from], scale), sales());
                })
                .toList();
    }

    private double total() {
        return cumulative[customers()];
    }

    /** What the best customers spend, the last of them in part. */
    private double topSpend(double best) {
        int whole = (int) best;
        if (whole >= customers()) {
            return total();
        }
        return cumulative[whole] + (best - whole) * (cumulative[whole + 1] - cumulative[whole]);
    }

    @Override
    public String toString() {
        return topShare(0.2).isEmpty()
                ? "Concentration of " + customers() + " buyers: undefined, sales are " + sales()
                : String.format(
                        Locale.ROOT,
                        "Concentration of %d buyers: the top 20 %% make %.1f %% of sales, Gini %.3f",
                        customers(),
                        100 * topShare(0.2).orElseThrow(),
                        gini().orElseThrow());
    }
}
