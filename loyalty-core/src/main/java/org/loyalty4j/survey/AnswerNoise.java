package org.loyalty4j.survey;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * How far one answer lies from what the same customer, feeling the same, would answer on another day: stated, or estimated from
 * customers who answered twice within a short time.
 *
 * <p>An estimated noise is that of the answers as they come, which cannot leave the scale; a stated one is that before an end of the
 * scale stops it.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if {@code sdSteps} is negative or not finite, or {@code changes} is
 * neither empty nor holds one count, not negative, for each change that the scale allows.
 *
 * @param scale the scale of the question
 * @param sdSteps the standard deviation of one answer about the customer's attitude, in points of the scale, in [0, inf)
 * @param changes of the customers behind an estimate, the number whose second answer differed by -range, .., 0, .., range from
 *     their first, where range is {@code maximum - minimum}; empty if the noise is stated
 */
public record AnswerNoise(Scale scale, double sdSteps, List<Long> changes) implements Serializable {
    private static final int LEAST_PAIRS = 5;

    public AnswerNoise {
        Objects.requireNonNull(scale, "scale");
        Checks.notNegative(sdSteps, "sdSteps");
        changes = List.copyOf(Objects.requireNonNull(changes, "changes"));
        if (!changes.isEmpty()) {
            Checks.sameLength(2 * range(scale) + 1, changes.size(), "changes");
            for (int i = 0; i < changes.size(); i++) {
                Checks.notNegative(changes.get(i), "changes[" + i + "]");
            }
        }
    }

    /**
     * A noise that is assumed.
     *
     * @param sdSteps the standard deviation of one answer, in points of the scale, in [0, inf)
     * @param scale the scale of the question
     * @return the noise
     * @throws IllegalArgumentException if the standard deviation is negative or not finite
     */
    public static AnswerNoise ofSteps(double sdSteps, Scale scale) {
        return new AnswerNoise(scale, sdSteps, List.of());
    }

    /**
     * The noise seen in customers who answered twice within a short time, in which their attitude is taken not to have changed
     * but for a shift common to all.
     *
     * <pre>{@code sdSteps = s / sqrt(2),   s^2 = sum((change - mean change)^2) / (pairs - 1) }</pre>
     *
     * <p>Each customer gives at most one pair, so that the pairs are independent: the latest two answers in a row that lie on
     * different days not further apart than allowed. Of several answers on one day the lowest counts, so that a response that
     * is in the data twice is no pair, and the order of the rows does not matter. The longer the time allowed, the more of a
     * real change of attitude is in the noise. An answer at an end of the scale can move in one direction only: a base of very
     * satisfied customers shows less noise than one of undecided ones.
     *
     * @param responses responses to one question, in any order
     * @param scale the scale of the question, of at most 1001 points
     * @param maxDaysApart the most days between two answers of a pair, in [1, inf)
     * @return the noise; empty with fewer than two pairs
     * @throws IllegalArgumentException if a response is off the scale, or {@code maxDaysApart} is below 1
     * @see <a href="https://doi.org/10.2165/00007256-200030010-00001">Hopkins (2000)</a>
     */
    public static Optional<AnswerNoise> estimate(List<SurveyResponse> responses, Scale scale, int maxDaysApart) {
        Checks.positive((long) maxDaysApart, "maxDaysApart");
        long[] changes = new long[2 * range(scale) + 1];
        Map<String, TreeMap<LocalDate, Integer>> byCustomer = new HashMap<>();
        int read = 0;
        for (SurveyResponse response : responses) {
            if (!scale.contains(response.score())) {
                throw new IllegalArgumentException("responses[" + read + "].score must be on the scale " + scale
                        + ", but was " + response.score() + " (customer " + response.customerId() + ")");
            }
            read++;
            byCustomer
                    .computeIfAbsent(response.customerId(), id -> new TreeMap<>())
                    .merge(response.date(), response.score(), Math::min);
        }
        for (TreeMap<LocalDate, Integer> answers : byCustomer.values()) {
            change(answers, maxDaysApart).ifPresent(change -> changes[change + changes.length / 2]++);
        }
        return ofChanges(scale, changes);
    }

    /**
     * The change between two answers of one customer by which {@link #estimate} counts the customer.
     *
     * @param responses the customer's responses to one question, in any order
     * @param maxDaysApart the most days between the two answers, in [1, inf)
     * @return the later score less the earlier one; empty without two such answers
     * @throws IllegalArgumentException if {@code maxDaysApart} is below 1
     */
    public static OptionalInt changeOf(List<SurveyResponse> responses, int maxDaysApart) {
        Checks.positive((long) maxDaysApart, "maxDaysApart");
        TreeMap<LocalDate, Integer> answers = new TreeMap<>();
        for (SurveyResponse response : responses) {
            answers.merge(response.date(), response.score(), Math::min);
        }
        return change(answers, maxDaysApart);
    }

    /**
     * The noise seen in customers of whom only it is known how many changed their answer by how much.
     *
     * @param scale the scale of the question, of at most 1001 points
     * @param changes the number of customers whose answer changed by -range, .., 0, .., range, as in {@link #changes}
     * @return the noise, as {@link #estimate} gives it; empty with fewer than two pairs
     * @throws IllegalArgumentException if there is not one count for each change that the scale allows, or one is negative
     */
    public static Optional<AnswerNoise> ofChanges(Scale scale, long... changes) {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(changes, "changes");
        AnswerNoise counted =
                new AnswerNoise(scale, 0, LongStream.of(changes).boxed().collect(Collectors.toUnmodifiableList()));
        long pairs = counted.pairs();
        if (pairs < 2) {
            return Optional.empty();
        }
        double sd = Math.sqrt(counted.powers(counted.meanChange().orElseThrow(), 2) / (pairs - 1) / 2);
        return Optional.of(new AnswerNoise(scale, sd, counted.changes));
    }

    private static OptionalInt change(TreeMap<LocalDate, Integer> answers, int maxDaysApart) {
        Map.Entry<LocalDate, Integer> later = answers.lastEntry();
        while (later != null) {
            Map.Entry<LocalDate, Integer> earlier = answers.lowerEntry(later.getKey());
            if (earlier != null && ChronoUnit.DAYS.between(earlier.getKey(), later.getKey()) <= maxDaysApart) {
                return OptionalInt.of(later.getValue() - earlier.getValue());
            }
            later = earlier;
        }
        return OptionalInt.empty();
    }

    private static int range(Scale scale) {
        return (int) AnswerCounts.points(scale) - 1;
    }

    /**
     * The same noise at another size, such as an end of its interval: of an estimated one the pairs are kept.
     *
     * @param changedSdSteps the standard deviation of one answer, in points of the scale, in [0, inf)
     * @return the changed noise
     * @throws IllegalArgumentException if the standard deviation is negative or not finite
     */
    public AnswerNoise withSdSteps(double changedSdSteps) {
        return new AnswerNoise(scale, changedSdSteps, changes);
    }

    /**
     * Tells whether the noise was estimated from repeated answers, or stated.
     *
     * @return true if it was estimated
     */
    public boolean isEstimated() {
        return !changes.isEmpty();
    }

    /**
     * The number of customers who answered twice.
     *
     * @return pairs of answers, in [0, inf); 0 if the noise is stated
     */
    public long pairs() {
        return changes.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    /**
     * The mean change from the first answer of a pair to the second, which is not counted as noise.
     *
     * @return {@code sum(change) / pairs}, in points of the scale; empty if the noise is stated
     */
    public OptionalDouble meanChange() {
        long pairs = pairs();
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(powers(0, 1) / pairs);
    }

    /**
     * The standard deviation in percent of maximum possible, which is the unit of an attitude axis.
     *
     * <pre>{@code 100 sdSteps / (maximum - minimum) }</pre>
     *
     * @return points of 0..100, in [0, inf)
     */
    public double sdPoints() {
        return 100 * sdSteps / ((double) scale.maximum() - scale.minimum());
    }

    /**
     * The standard deviation with an interval that does not assume normal answers.
     *
     * <pre>{@code
     * s sqrt(c) exp(-+ z c sqrt((g - (n - 3) / n) / (n - 1)) / 2) / sqrt(2),   c = n / (n - z)
     * g = n sum((change - m)^4) / sum((change - mean)^2)^2
     * }</pre>
     *
     * <p>where n is the number of pairs and m the mean change trimmed at each end by {@code 1 / (2 sqrt(n - 4))} of the pairs.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the standard deviation in points of the scale; empty if the noise is stated, if there are fewer than five pairs
     *     or no more than z, or if all changes are the same
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1016/j.csda.2004.10.003">Bonett (2006)</a>
     */
    public Optional<Estimate> sdSteps(double confidence) {
        Checks.confidence(confidence);
        long pairs = pairs();
        double n = pairs;
        double z = Quantiles.twoSidedNormal(confidence);
        if (pairs < LEAST_PAIRS || n <= z || sdSteps == 0) {
            return Optional.empty();
        }
        double squares = powers(meanChange().orElseThrow(), 2);
        double kurtosis = n * powers(trimmedMean((long) (n / (2 * Math.sqrt(n - 4)))), 4) / (squares * squares);
        double c = n / (n - z);
        double half = z * c * Math.sqrt(Math.max(0, kurtosis - (n - 3) / n) / (n - 1)) / 2;
        double centre = Math.sqrt(c) * sdSteps;
        return Optional.of(new Estimate(
                sdSteps, new Interval(centre * StrictMath.exp(-half), centre * StrictMath.exp(half), confidence)));
    }

    /** The sum of a power of the changes about a centre. */
    private double powers(double centre, int power) {
        double sum = 0;
        for (int i = 0; i < changes.size(); i++) {
            double deviation = i - changes.size() / 2 - centre;
            double term = deviation;
            for (int k = 1; k < power; k++) {
                term *= deviation;
            }
            sum += term * changes.get(i);
        }
        return sum;
    }

    private double trimmedMean(long trimmed) {
        long[] left = changes.stream().mapToLong(Long::longValue).toArray();
        trim(left, trimmed, 0, 1);
        trim(left, trimmed, left.length - 1, -1);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) (i - left.length / 2) * left[i];
        }
        return sum / Arrays.stream(left).sum();
    }

    private static void trim(long[] counts, long trimmed, int start, int step) {
        long still = trimmed;
        for (int i = start; still > 0; i += step) {
            long taken = Math.min(still, counts[i]);
            counts[i] -= taken;
            still -= taken;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Answer noise of %.4g points on %s", sdSteps, scale)
                + (isEstimated() ? ", from " + pairs() + " pairs of answers" : ", stated");
    }
}
