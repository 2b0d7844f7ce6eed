package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * How many customers gave each answer of a scale: what every survey score is made of.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if there is not one count for each point of the scale, or one is
 * negative.
 *
 * @param scale the scale of the question
 * @param counts the number of customers at each point, from the worst to the best; each in [0, inf)
 */
public record AnswerCounts(Scale scale, List<Long> counts) implements Serializable {
    /** More points than this are a measurement, not an answer to be counted. */
    private static final int MOST_POINTS = 1001;

    public AnswerCounts {
        Objects.requireNonNull(scale, "scale");
        counts = List.copyOf(Objects.requireNonNull(counts, "counts"));
        long points = points(scale);
        if (counts.size() != points) {
            throw new IllegalArgumentException(
                    "counts must hold " + points + " numbers for the scale " + scale + ", but held " + counts.size());
        }
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) < 0) {
                throw new IllegalArgumentException("counts[" + i + "] must be in [0, inf), but was " + counts.get(i));
            }
        }
    }

    /**
     * Counts from the worst answer to the best.
     *
     * @param scale the scale of the question, of at most 1001 points
     * @param counts the number of customers at each point of it; each in [0, inf)
     * @return the counts
     * @throws IllegalArgumentException if there is not one count for each point, or one is negative
     */
    public static AnswerCounts of(Scale scale, long... counts) {
        return new AnswerCounts(
                scale,
                LongStream.of(Objects.requireNonNull(counts, "counts"))
                        .boxed()
                        .collect(Collectors.toUnmodifiableList()));
    }

    /**
     * Counts the answers of a selection.
     *
     * @param answers one answer a customer, each a whole number
     * @return the counts on the scale of the answers
     * @throws IllegalArgumentException if an answer is a mean that is not a whole number, or the scale has more than 1001 points
     */
    public static AnswerCounts of(SurveyAnswers answers) {
        Scale scale = answers.scale();
        long[] counts = new long[(int) points(scale)];
        for (int i = 0; i < answers.answers().size(); i++) {
            SurveyAnswer answer = answers.answers().get(i);
            if (answer.score() != Math.rint(answer.score())) {
                throw new IllegalArgumentException("answers[" + i + "].score must be a whole number, but was "
                        + answer.score() + " (customer " + answer.customerId()
                        + "); select the answers by LATEST or FIRST");
            }
            counts[(int) answer.score() - scale.minimum()]++;
        }
        return of(scale, counts);
    }

    /** How many points a scale has, if they can be counted. */
    static long points(Scale scale) {
        long points = (long) scale.maximum() - scale.minimum() + 1;
        if (points > MOST_POINTS) {
            throw new IllegalArgumentException("scale must have at most " + MOST_POINTS + " points, but was " + scale);
        }
        return points;
    }

    /**
     * The number of customers who gave one answer.
     *
     * @param answer a point of the scale
     * @return how many chose it, in [0, respondents]
     * @throws IllegalArgumentException if the answer is off the scale
     */
    public long at(int answer) {
        return counts.get(scale.check(answer) - scale.minimum());
    }

    /**
     * The number of customers whose answer lies between two points, both included.
     *
     * @param lowest the lowest answer to count, on the scale
     * @param highest the highest answer to count, on the scale; if it is below {@code lowest}, nothing is counted
     * @return how many chose a point in [lowest, highest], in [0, respondents]
     * @throws IllegalArgumentException if a point is off the scale
     */
    public long between(int lowest, int highest) {
        scale.check(lowest);
        scale.check(highest);
        long sum = 0;
        for (int answer = lowest; answer <= highest; answer++) {
            sum = Math.addExact(sum, at(answer));
        }
        return sum;
    }

    /**
     * The number of customers who answered.
     *
     * @return the sum of the counts, in [0, inf)
     */
    public long respondents() {
        return between(scale.minimum(), scale.maximum());
    }

    /**
     * The share of customers who chose one of the best points of the scale.
     *
     * @param boxes how many of the best points count, at least 1 and fewer than the scale has
     * @return those at the best {@code boxes} points, of all respondents
     * @throws IllegalArgumentException if {@code boxes} is out of range
     */
    public Proportion top(int boxes) {
        Checks.inClosed(boxes, 1, counts.size() - 1, "boxes");
        return new Proportion(between(scale.maximum() - boxes + 1, scale.maximum()), respondents());
    }

    /**
     * The mean answer.
     *
     * @return {@code sum(count * answer) / respondents}, in [minimum, maximum]; empty without respondents
     */
    public OptionalDouble mean() {
        long n = respondents();
        if (n == 0) {
            return OptionalDouble.empty();
        }
        // Measured from the worst answer, so that the mean cannot leave the scale by rounding.
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += (double) i * counts.get(i);
        }
        return OptionalDouble.of(scale.minimum() + sum / n);
    }

    /**
     * The mean answer with its t-interval.
     *
     * <pre>{@code
     * mean -+ t(n - 1) s / sqrt(n),   s^2 = sum(count * (answer - mean)^2) / (n - 1)
     * }</pre>
     *
     * <p>Edge cases: the interval is not cut at the ends of the scale; it has no width if all gave the same answer, which says
     * that the method has nothing to go by, not that the mean is certain.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the mean and its interval; empty with fewer than two respondents
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student (1908)</a>
     */
    public Optional<Estimate> mean(double confidence) {
        Checks.confidence(confidence);
        long n = respondents();
        if (n < 2) {
            return Optional.empty();
        }
        double mean = mean().orElseThrow();
        double half = Quantiles.twoSidedStudentT(confidence, n - 1.0) * Math.sqrt(squares() / (n - 1.0) / n);
        return Optional.of(new Estimate(mean, new Interval(mean - half, mean + half, confidence)));
    }

    /**
     * The mean answer with an interval that keeps to the scale and covers also where nearly all answer alike.
     *
     * <p>The mean under random weights of the answers, drawn from a Dirichlet distribution in which each answer counts 1 and
     * half an answer is added at each end of the scale; on a scale of two points it is Jeffreys' interval for a share. Instead
     * of drawing, the beta distribution on the scale with the same mean and variance is taken:
     *
     * <pre>{@code
     * m = sum(w u) / (n + 1),   v = sum(w (u - m)^2) / ((n + 1) (n + 2)),   u = (answer - minimum) / (maximum - minimum)
     * s = m (1 - m) / v - 1,    bounds: quantiles of Beta(s m, s (1 - m)), widened to hold the mean where they do not
     * }</pre>
     *
     * <p>where w is the count of an answer, with 1/2 more at either end. {@link #mean(double)} gives the usual t-interval, which
     * in small samples of satisfied customers is far too narrow.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the mean and its interval, both in [minimum, maximum]; empty without respondents
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1214/aos/1176345338">Rubin (1981)</a>
     * @see <a href="https://doi.org/10.1098/rspa.1946.0056">Jeffreys (1946)</a>
     */
    public Optional<Estimate> meanOnScale(double confidence) {
        Checks.confidence(confidence);
        long n = respondents();
        if (n == 0) {
            return Optional.empty();
        }
        double range = counts.size() - 1.0;
        double mean = (mean().orElseThrow() - scale.minimum()) / range;
        double variance = squares() / n / (range * range);
        Estimate share = BoundedMean.of(n, mean, variance, confidence);
        return Optional.of(new Estimate(
                mean().orElseThrow(),
                new Interval(
                        scale.minimum() + range * share.interval().lower(),
                        scale.minimum() + range * share.interval().upper(),
                        confidence)));
    }

    /** The sum of the squared deviations from the mean. */
    private double squares() {
        double mean = mean().orElseThrow();
        double squares = 0;
        for (int i = 0; i < counts.size(); i++) {
            double deviation = scale.minimum() + i - mean;
            squares += deviation * deviation * counts.get(i);
        }
        return squares;
    }

    /**
     * The same answers with the scale turned round, for a question whose lowest number is the best answer.
     *
     * @return counts in which the answer {@code a} is read as {@code minimum + maximum - a}
     */
    public AnswerCounts reversed() {
        List<Long> turned = new ArrayList<>(counts);
        Collections.reverse(turned);
        return new AnswerCounts(scale, turned);
    }

    @Override
    public String toString() {
        return respondents() + " answers on " + scale + ": " + Arrays.toString(counts.toArray());
    }
}
