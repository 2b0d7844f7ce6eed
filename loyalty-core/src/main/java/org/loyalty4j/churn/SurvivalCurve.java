package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * The share of customers who stay longer than an age: the Kaplan-Meier estimate, which counts customers who are still there for
 * as long as they have been observed.
 *
 * <pre>{@code
 * S(t) = product over ages d <= t of (1 - ended(d) / atRisk(d))
 * }</pre>
 *
 * <p>Its interval is Greenwood's on the log(-log) scale, which stays within 0 and 1:
 *
 * <pre>{@code
 * G(t) = sum over ages d <= t of ended / (atRisk (atRisk - ended))
 * bounds = S^exp(-+ z sqrt(G) / ln S)
 * }</pre>
 *
 * <p>That scale says nothing where nobody has left (S = 1) or everybody has (S = 0). There the bounds are wider ones that hold
 * just as well: while nobody has left, {@code [(alpha/2)^(1/n), 1]} with the smallest number n at risk so far, as of Clopper and
 * Pearson; once everybody has left, 0 and the upper bound of the age before, for survival cannot rise.
 *
 * <p>Customers are supposed to be alike, whenever they joined, and to be last seen for reasons that have nothing to do with
 * leaving. The curve ends with the longest lifetime observed, or at an age at which nobody was under observation. With late
 * observation ({@link Lifetimes#observedFrom}) it begins at the first age at which anybody was, and is the survival of those who
 * stayed that long. In such data a few young customers may bring it to 0 early; {@link Lifetimes#afterDays} begins where
 * there are more.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier (1958)</a>
 */
public final class SurvivalCurve implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What rounding may do to a product of many shares: 1/2 reached by 1 - 1/4 and 1 - 1/3 is 1/2. */
    private static final double TOLERANCE = 1e-12;

    private final double confidence;
    private final double z;
    private final long size;
    private final long afterGap;
    private final int lastDay;

    // One row for each age at which customers came, left or were last seen, up to lastDay.
    private final int[] day;
    private final long[] atRisk;
    private final long[] ended;
    private final long[] censored;
    private final long[] fewestAtRisk; // at any age so far
    private final double[] survival;
    private final double[] greenwood;
    private final double[] upper;

    private SurvivalCurve(Lifetimes lifetimes, double confidence) {
        this.confidence = Checks.confidence(confidence);
        this.z = Quantiles.twoSidedNormal(confidence);
        int rows = rowsBeforeGap(lifetimes);
        day = new int[rows];
        atRisk = new long[rows];
        ended = new long[rows];
        censored = new long[rows];
        fewestAtRisk = new long[rows];
        survival = new double[rows];
        greenwood = new double[rows];
        upper = new double[rows];
        long present = 0;
        long entered = 0;
        double stay = 1;
        double variance = 0;
        double bound = 1;
        for (int i = 0; i < rows; i++) {
            entered += lifetimes.entered(i);
            present += lifetimes.entered(i);
            day[i] = lifetimes.day(i);
            atRisk[i] = present;
            ended[i] = lifetimes.ended(i);
            censored[i] = lifetimes.censored(i);
            fewestAtRisk[i] = i == 0 ? present : Math.min(present, fewestUntil(i - 1, day[i] - 1));
            present -= ended[i] + censored[i];
            if (ended[i] == atRisk[i]) {
                stay = 0;
            } else if (ended[i] > 0 && stay > 0) {
                stay *= (double) (atRisk[i] - ended[i]) / atRisk[i];
                variance += ended[i] / ((double) atRisk[i] * (atRisk[i] - ended[i]));
                bound = StrictMath.pow(stay, StrictMath.exp(z * Math.sqrt(variance) / StrictMath.log(stay)));
            }
            survival[i] = stay;
            greenwood[i] = variance;
            upper[i] = bound;
        }
        this.size = entered;
        this.afterGap = lifetimes.size() - entered;
        this.lastDay = rows == 0 ? -1 : day[rows - 1];
    }

    /** The rows up to the first age at which nobody was under observation, though others came later. */
    private static int rowsBeforeGap(Lifetimes lifetimes) {
        long present = 0;
        for (int i = 0; i < lifetimes.rows(); i++) {
            if (i > 0 && present == 0 && lifetimes.day(i) > lifetimes.day(i - 1) + 1) {
                return i;
            }
            present += lifetimes.entered(i) - lifetimes.ended(i) - lifetimes.censored(i);
        }
        return lifetimes.rows();
    }

    /**
     * Estimates the curve.
     *
     * @param lifetimes how long customers stayed, as far as it is known
     * @param confidence the confidence level of the intervals, in (0, 1)
     * @return the curve; of nobody, one that knows nothing
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier (1958)</a>
     * @see <a href="https://www.wiley.com/en-us/9780471363576">Kalbfleisch and Prentice (2002), chapter 1</a>
     */
    public static SurvivalCurve of(Lifetimes lifetimes, double confidence) {
        return new SurvivalCurve(Objects.requireNonNull(lifetimes, "lifetimes"), confidence);
    }

    /**
     * The ages at which customers left, and before them the age at which the curve begins, 0 as a rule.
     *
     * @return rows in order of age; none if there are no customers
     */
    public List<SurvivalStep> steps() {
        List<SurvivalStep> steps = new ArrayList<>();
        for (int i = 0; i < day.length; ) {
            int next = i + 1;
            long lastSeen = censored[i];
            while (next < day.length && ended[next] == 0) {
                lastSeen += censored[next++];
            }
            steps.add(new SurvivalStep(day[i], atRisk[i], ended[i], lastSeen, estimate(i, day[i])));
            i = next;
        }
        return List.copyOf(steps);
    }

    /**
     * The share of customers who stay longer than an age.
     *
     * @param days the age in days since joining, in [0, inf)
     * @return the share and its interval; empty where nobody was observed at that age, unless all had left before
     * @throws IllegalArgumentException if the age is negative
     */
    public Optional<Estimate> survivalAt(int days) {
        Checks.notNegative((long) days, "days");
        return reaches(days) && days >= firstDay() ? Optional.of(estimate(row(days), days)) : Optional.empty();
    }

    private boolean reaches(int days) {
        return size > 0 && (days <= lastDay || survival[day.length - 1] == 0);
    }

    /** The last row not after an age that is not before the first. */
    private int row(int days) {
        int found = Arrays.binarySearch(day, days);
        return found >= 0 ? found : -found - 2;
    }

    private Estimate estimate(int row, int days) {
        return new Estimate(survival[row], new Interval(lower(row, days), upper[row], confidence));
    }

    /** The lower bound at an age, of which {@code row} is the last row not after it. */
    private double lower(int row, int days) {
        double stay = survival[row];
        if (stay == 0) {
            return 0;
        }
        if (stay == 1) {
            return StrictMath.pow((1 - confidence) / 2, 1.0 / fewestUntil(row, days));
        }
        return StrictMath.pow(stay, StrictMath.exp(-z * Math.sqrt(greenwood[row]) / StrictMath.log(stay)));
    }

    /** The smallest number at risk at any age up to this one, of which {@code row} is the last row not after it. */
    private long fewestUntil(int row, int days) {
        return days == day[row]
                ? fewestAtRisk[row]
                : Math.min(fewestAtRisk[row], atRisk[row] - ended[row] - censored[row]);
    }

    /**
     * The median lifetime: the age by which half of the customers have left.
     *
     * @return {@link #quantile} of a half
     */
    public LifetimeQuantile median() {
        return quantile(0.5);
    }

    /**
     * The age by which a share of the customers has left: the first at which {@code S <= 1 - leftShare}.
     *
     * <p>Its bounds are the first ages at which the lower and the upper bound of S come down to {@code 1 - leftShare}. If the
     * lower one does not within the curve, the bound is the day after its end: of later ages nothing is known. Where S lies
     * at exactly {@code 1 - leftShare} for some time, other software gives the middle of that time; this is its first day.
     *
     * <p>While nobody has left, the lower bound of S is the exact one of those at risk, not 1. With few at risk at first, as where
     * customers come under observation late, it is already below {@code 1 - leftShare}: at fewer than six for the median at 95 %. The
     * lower bound of the age is then the first day of the curve. R's {@code survfit} has no bound there and gives the day on which
     * the first left, as if it were certain that nobody leaves before.
     *
     * @param leftShare the share that has left, in (0, 1)
     * @return the age, if it is reached, and its interval
     * @throws IllegalArgumentException if the share is not in (0, 1)
     * @see <a href="https://doi.org/10.2307/2530286">Brookmeyer and Crowley (1982)</a>
     */
    public LifetimeQuantile quantile(double leftShare) {
        Checks.inOpen(leftShare, 0, 1, "leftShare");
        double stays = 1 - leftShare;
        return new LifetimeQuantile(
                leftShare, firstAtMost(survival, stays), firstLower(stays), firstAtMost(upper, stays), confidence);
    }

    private @Nullable Integer firstAtMost(double[] falling, double level) {
        for (int i = 0; i < falling.length; i++) {
            if (falling[i] <= level + TOLERANCE) {
                return day[i];
            }
        }
        return null;
    }

    private int firstLower(double level) {
        for (int i = 0; i < day.length; i++) {
            int lastOfRow = i + 1 < day.length ? day[i + 1] - 1 : day[i];
            if (lower(i, day[i]) <= level + TOLERANCE) {
                return day[i];
            }
            if (lastOfRow > day[i] && lower(i, lastOfRow) <= level + TOLERANCE) {
                return day[i] + 1;
            }
        }
        return lastDay + 1;
    }

    /**
     * The mean lifetime within a span: the expected number of days, of so many after joining, on which a customer is there.
     *
     * <pre>{@code
     * RM = integral over t in [0, days] of S(t)
     * variance = sum over ages d < days of (integral over t in [d, days] of S(t))^2 ended / (atRisk (atRisk - ended))
     * }</pre>
     *
     * <p>The interval is Student's on the logit scale of {@code RM / days}, with one degree of freedom less than there are
     * customers; it stays within 0 and {@code days}, and in small samples holds better than the plain one. If nobody left it
     * is {@code [days L, days]}, where L is the lower bound of S; if everybody left at one age, it is {@code [0, days]}.
     *
     * @param days the span in days since joining, in [1, inf)
     * @return the restricted mean; empty if the curve begins later than at 0, or ends before the span does: to carry it on would
     *     be a guess
     * @throws IllegalArgumentException if the span is not positive
     * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier (1958)</a>
     */
    public Optional<RestrictedMean> restrictedMean(int days) {
        Checks.positive((long) days, "days");
        // The last day counts in full for those who stay longer than the day before it.
        if (size == 0 || firstDay() > 0 || !reaches(days - 1)) {
            return Optional.empty();
        }
        int last = row(days - 1);
        double area = 0;
        double variance = 0;
        for (int i = last; i >= 0; i--) {
            area += survival[i] * ((i == last ? days : day[i + 1]) - day[i]);
            if (ended[i] > 0 && ended[i] < atRisk[i]) {
                variance += area * area * (ended[i] / ((double) atRisk[i] * (atRisk[i] - ended[i])));
            }
        }
        return Optional.of(new RestrictedMean(
                days, new Estimate(area, meanInterval(area, variance, days, last)), Math.sqrt(variance)));
    }

    private Interval meanInterval(double mean, double variance, int days, int last) {
        if (survival[last] == 1) {
            return new Interval(days * lower(last, days - 1), days, confidence);
        }
        if (variance == 0) {
            return new Interval(0, days, confidence);
        }
        double share = mean / days;
        double logit = StrictMath.log(share / (1 - share));
        double half =
                Quantiles.twoSidedStudentT(confidence, size - 1.0) * Math.sqrt(variance) / (days * share * (1 - share));
        return new Interval(days * logistic(logit - half), days * logistic(logit + half), confidence);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /**
     * The number of lifetimes that the curve is made of.
     *
     * @return a count, in [0, inf)
     */
    public long size() {
        return size;
    }

    /**
     * The number of lifetimes left out because they came under observation at an age beyond the end of the curve, after one at
     * which nobody was.
     *
     * @return a count, in [0, inf); 0 if all were observed from the start
     */
    public long afterGap() {
        return afterGap;
    }

    /**
     * The age at which the curve begins.
     *
     * @return days since joining: 0 unless nobody was observed from the start, in [0, inf)
     */
    public int firstDay() {
        return day.length == 0 ? 0 : day[0];
    }

    /**
     * The highest age at which anybody was observed.
     *
     * @return days since joining; -1 if there are no customers
     */
    public int lastDay() {
        return lastDay;
    }

    /**
     * The confidence level of the intervals.
     *
     * @return the level, in (0, 1)
     */
    public double confidence() {
        return confidence;
    }

    /**
     * The whole curve as an aligned table.
     *
     * @return one line a step, after a heading
     */
    public String asText() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%8s %10s %10s %10s %9s %9s %9s\n",
                "day",
                "at risk",
                "left",
                "last seen",
                "survival",
                "lower",
                "upper"));
        for (SurvivalStep step : steps()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%8d %10d %10d %10d %9.4f %9.4f %9.4f\n",
                    step.day(),
                    step.atRisk(),
                    step.ended(),
                    step.censored(),
                    step.survival().value(),
                    step.survival().interval().lower(),
                    step.survival().interval().upper()));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "Survival of " + size + " customers over " + (lastDay + 1) + " days, "
                + Arrays.stream(ended).sum() + " left: " + median();
    }
}
