package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.RandomAccess;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.summary.PurchaseDays;

/**
 * How long silences last: the product-limit estimate of Kaplan and Meier over all silences of all customers. Every purchase starts
 * a silence; the next purchase of the customer ends it; the last one is still open at the end of observation, and is censored
 * there. No holdout is needed. An immutable list of one row a day, up to the longest silence observed.
 *
 * <pre>{@code
 * S(d) = product over t = 1..d of (1 - ended(t) / atRisk(t))
 * }</pre>
 *
 * <p>S does not fall to zero: the silences of those who never return are never ended, only censored. It counts silences, not
 * customers: whoever buys often starts many. And since those who buy often have short open silences, censoring is not quite
 * independent of the rhythm (Wang and Chang 1999): read the curve as what became of the silences observed at each length,
 * not as the law of a single customer; that is {@link BaseRhythm}.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier (1958)</a>
 * @see <a href="https://doi.org/10.1080/01621459.1999.10473831">Wang and Chang (1999)</a>
 */
public final class SilenceCurve extends AbstractList<SilenceStep> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 15;

    private final PurchaseDays days;
    private final long[] atRisk; // by day, from 0
    private final long[] ended;
    private final double[] survival;

    private SilenceCurve(PurchaseDays days) {
        this.days = days;
        int longest = 0;
        for (int c = 0; c < days.customerCount(); c++) {
            for (int i = 0; i < days.count(c); i++) {
                longest = Math.max(longest, length(c, i));
            }
        }
        atRisk = new long[longest + 1];
        ended = new long[longest + 1];
        survival = new double[longest + 1];
        for (int c = 0; c < days.customerCount(); c++) {
            for (int i = 0; i < days.count(c); i++) {
                int length = length(c, i);
                atRisk[length]++;
                ended[length] += isOpen(c, i) ? 0 : 1;
            }
        }
        for (int t = longest - 1; t >= 0; t--) {
            atRisk[t] += atRisk[t + 1];
        }
        survival[0] = 1;
        for (int t = 1; t <= longest; t++) {
            survival[t] = survival[t - 1] * ((double) (atRisk[t] - ended[t]) / atRisk[t]);
        }
    }

    private boolean isOpen(int customer, int purchase) {
        return purchase == days.count(customer) - 1;
    }

    /** Days from a purchase to the next one, or to the end of observation. */
    private int length(int customer, int purchase) {
        int end = isOpen(customer, purchase) ? (int) days.asOf().toEpochDay() : days.epochDay(customer, purchase + 1);
        return end - days.epochDay(customer, purchase);
    }

    /**
     * The silences of the customers of a log.
     *
     * @param days when they bought
     * @return the curve; without rows if nobody was ever silent for a day
     */
    public static SilenceCurve of(PurchaseDays days) {
        return new SilenceCurve(Objects.requireNonNull(days, "days"));
    }

    @Override
    public SilenceStep get(int index) {
        int day = Objects.checkIndex(index, size()) + 1;
        return new SilenceStep(day, atRisk[day], ended[day], survival[day]);
    }

    @Override
    public int size() {
        return atRisk.length - 1;
    }

    /**
     * The silences: as many as there are purchase days.
     *
     * @return their number
     */
    public long silences() {
        return atRisk[0];
    }

    /**
     * The silences that a purchase ended.
     *
     * @return their number
     */
    public long ended() {
        return Arrays.stream(ended).sum();
    }

    /**
     * The estimated share of silences that last longer than some days.
     *
     * @param thresholdDays the days, in [0, inf)
     * @return S(d), in [0, 1]; empty beyond the longest silence observed, unless none was left before
     * @throws IllegalArgumentException if the days are negative
     */
    public OptionalDouble stillSilent(int thresholdDays) {
        Checks.notNegative((long) thresholdDays, "thresholdDays");
        double last = survival[size()];
        return thresholdDays <= size()
                ? OptionalDouble.of(survival[thresholdDays])
                : last == 0 && size() > 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    /**
     * Of the silences that exceeded a threshold, the share that ended within some days more: how often a customer is called
     * lapsed falsely on the day the threshold is crossed.
     *
     * <pre>{@code
     * 1 - S(d + h)/S(d)
     * }</pre>
     *
     * <p>The interval is drawn on the scale ln(-ln(S(d + h)/S(d))) with a variance that counts customers, not silences: a customer's
     * contributions to the logarithm are added before they are squared (the infinitesimal jackknife by clusters), so that
     * ten silences of one customer are not taken for those of ten; and with the t quantile of as many customers less one. Where none or all of the silences ended, the exact
     * interval of Clopper and Pearson stands in, with the customers seen to the end as its trials.
     *
     * @param thresholdDays d: the silence that was exceeded, in [0, inf)
     * @param withinDays h: how far to look from there, in [1, inf)
     * @param confidence the confidence level, in (0, 1)
     * @return the share and its interval; empty where no silence was observed for d + h days, or only one customer's was longer
     *     than d
     * @throws IllegalArgumentException if a number is out of its range
     * @see <a href="https://doi.org/10.1080/01621459.1989.10478874">Lin and Wei (1989)</a>
     */
    public Optional<Estimate> endedLater(int thresholdDays, int withinDays, double confidence) {
        Checks.notNegative((long) thresholdDays, "thresholdDays");
        Checks.positive((long) withinDays, "withinDays");
        Checks.confidence(confidence);
        long until = (long) thresholdDays + withinDays;
        if (until > size()) {
            return Optional.empty();
        }
        Influence influence = new Influence(thresholdDays, (int) until);
        if (influence.customers < 2) {
            return Optional.empty();
        }
        double ratio = survival[(int) until] / survival[thresholdDays];
        if (ratio == 1) {
            return new Proportion(0, influence.customersToTheEnd).exact(confidence);
        }
        if (ratio == 0) {
            return new Proportion(influence.customersEnded, influence.customersEnded).exact(confidence);
        }
        double log = StrictMath.log(ratio);
        double half = Quantiles.twoSidedStudentT(confidence, influence.customers - 1.0)
                * Math.sqrt(influence.variance())
                / -log;
        double lower = -StrictMath.expm1(log * StrictMath.exp(-half));
        double upper = -StrictMath.expm1(log * StrictMath.exp(half));
        return Optional.of(new Estimate(1 - ratio, new Interval(lower, upper, confidence)));
    }

    /** What each customer adds to ln(S(until)/S(after)). */
    private final class Influence {
        private int customers;
        private int customersEnded;
        private int customersToTheEnd;
        private double squares;

        Influence(int after, int until) {
            double[] expected = new double[until + 1];
            for (int t = after + 1; t <= until; t++) {
                double left = atRisk[t] - ended[t];
                expected[t] = expected[t - 1] + (left > 0 ? ended[t] / (atRisk[t] * left) : 0);
            }
            for (int c = 0; c < days.customerCount(); c++) {
                double sum = 0;
                boolean counted = false;
                boolean endedOne = false;
                boolean toTheEnd = false;
                for (int i = 0; i < days.count(c); i++) {
                    int length = length(c, i);
                    if (length > after) {
                        counted = true;
                        boolean ends = !isOpen(c, i) && length <= until;
                        sum += expected[Math.min(length, until)];
                        sum -= ends && atRisk[length] > ended[length] ? 1.0 / (atRisk[length] - ended[length]) : 0;
                        endedOne |= ends;
                        toTheEnd |= length >= until && !ends;
                    }
                }
                customers += counted ? 1 : 0;
                customersEnded += endedOne ? 1 : 0;
                customersToTheEnd += toTheEnd ? 1 : 0;
                squares += sum * sum;
            }
        }

        double variance() {
            return squares * customers / (customers - 1);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d silences, of which %d ended\n%10s %10s %10s %13s",
                silences(),
                ended(),
                "day",
                "at risk",
                "ended",
                "last longer"));
        int step = Math.max(1, (size() + SHOWN - 1) / SHOWN);
        for (int i = step - 1; i < size(); i += step) {
            SilenceStep row = get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "\n%10d %10d %10d %13s",
                    row.day(),
                    row.atRisk(),
                    row.ended(),
                    String.format(Locale.ROOT, "%.2f %%", 100 * row.stillSilent())));
        }
        return text.append(step > 1 ? "\nevery " + step + " days of " + size() : "")
                .toString();
    }
}
