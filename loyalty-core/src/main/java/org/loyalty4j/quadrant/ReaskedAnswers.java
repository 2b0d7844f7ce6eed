package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Tails;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.AnswerNoise;

/**
 * What customers would answer if they were asked again and nothing but the noise of answering had changed.
 *
 * <pre>{@code
 * answer = attitude + noise, rounded to a point of the scale and held within it
 * P(again | first) = sum over attitudes of share K(first) K(again) / sum over attitudes of share K(first)
 * }</pre>
 *
 * <p>Classical measurement error: a customer has an attitude, a point of the scale, and each answer is drawn around it, so the
 * noise is counted once in each answer and there are two of them. K is the normal distribution cut at the halves between the
 * points, its tails beyond the ends falling on the ends. A stated noise says how far an answer would lie from the attitude if the
 * scale had no ends: the width of K is such that the noise, rounded, has the standard deviation
 * {@link AnswerNoise#sdSteps()}. A noise that was estimated is what was left of it within the ends: the width is such that the
 * answers of the base, as they come out, vary that much on average, and at most three times as wide as without ends. The shares
 * of the attitudes are those that explain the answers of the base best (nonparametric maximum likelihood by 200 rounds of EM
 * from equal shares; more would only follow the accidents of the sample). So a rare answer is read as the noise of a more
 * frequent one next to it.
 *
 * <p>Fitted to a base and frozen. Noise of less than half a point cannot be told from attitudes between the points.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1978.10480103">Laird (1978)</a>
 */
public final class ReaskedAnswers implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ROUNDS = 200;
    private static final int MOST_POINTS = 1001; // as AnswerCounts
    private static final double OFF_THE_POINTS = 1e-9;
    private static final double NARROWEST = 0.01;
    private static final double MOST_TIMES_AS_WIDE = 3;
    private static final int HALVINGS = 20;
    private static final double NEAR_ENOUGH = 1e-4;

    private final AnswerNoise noise;
    private final double[][] answerOf; // by attitude and answer
    private final double[] shares; // of the attitudes
    private final double[] likely; // of each first answer, over all attitudes

    private ReaskedAnswers(AnswerNoise noise, double[][] answerOf, double[] shares) {
        this.noise = noise;
        this.answerOf = answerOf;
        this.shares = shares;
        this.likely = mix(shares, answerOf);
    }

    /**
     * Fits the attitudes behind the answers of a base.
     *
     * @param counts how many customers gave each answer, at least one
     * @param noise how noisy one answer is, on the same scale
     * @return what they would answer
     * @throws IllegalArgumentException if the scales differ or nobody answered
     */
    public static ReaskedAnswers of(AnswerCounts counts, AnswerNoise noise) {
        if (!counts.scale().equals(noise.scale())) {
            throw new IllegalArgumentException(
                    "noise must be on the scale " + counts.scale() + ", but was on " + noise.scale());
        }
        if (counts.respondents() == 0) {
            throw new IllegalArgumentException("counts must hold an answer, but nobody answered");
        }
        ReaskedAnswers unbounded = fit(counts, noise, normalWidth(noise.sdSteps()));
        return noise.isEstimated() && noise.sdSteps() > 0 ? withinEnds(counts, noise, unbounded) : unbounded;
    }

    /** Widens the noise until the answers vary as much as those that it was estimated from, which the scale holds within its ends. */
    private static ReaskedAnswers withinEnds(AnswerCounts counts, AnswerNoise noise, ReaskedAnswers unbounded) {
        double wanted = noise.sdSteps();
        double low = normalWidth(wanted);
        double high = MOST_TIMES_AS_WIDE * low;
        ReaskedAnswers best = unbounded;
        for (int halving = 0; halving < HALVINGS && best.sdOfAnswers() < wanted * (1 - NEAR_ENOUGH); halving++) {
            double middle = (low + high) / 2;
            ReaskedAnswers wider = fit(counts, noise, middle);
            if (wider.sdOfAnswers() > wanted) {
                high = middle;
            } else {
                low = middle;
                best = wider;
            }
        }
        return best;
    }

    private static ReaskedAnswers fit(AnswerCounts counts, AnswerNoise noise, double width) {
        double respondents = counts.respondents();
        int points = counts.counts().size();
        double[][] answerOf = answersOf(points, width);
        double[] shares = new double[points];
        Arrays.fill(shares, 1.0 / points);
        for (int round = 0; round < ROUNDS && width > 0; round++) {
            double[] expected = mix(shares, answerOf);
            for (int attitude = 0; attitude < points; attitude++) {
                double factor = 0;
                for (int answer = 0; answer < points; answer++) {
                    long observed = counts.counts().get(answer);
                    if (observed > 0) {
                        factor += answerOf[attitude][answer] * (observed / respondents / expected[answer]);
                    }
                }
                shares[attitude] *= factor;
            }
        }
        return new ReaskedAnswers(noise, answerOf, shares);
    }

    /** The standard deviation of an answer about the mean answer of its attitude, over the base. */
    private double sdOfAnswers() {
        double sum = 0;
        for (int attitude = 0; attitude < shares.length; attitude++) {
            double mean = 0;
            for (int answer = 0; answer < shares.length; answer++) {
                mean += answerOf[attitude][answer] * answer;
            }
            for (int answer = 0; answer < shares.length; answer++) {
                sum += shares[attitude] * answerOf[attitude][answer] * (answer - mean) * (answer - mean);
            }
        }
        return Math.sqrt(sum);
    }

    /**
     * Fits the attitudes behind the answers of the customers who gave one.
     *
     * @param positions where the customers stand, the attitude of each a single answer
     * @param noise how noisy one answer is
     * @return what they would answer
     * @throws IllegalArgumentException if nobody answered, or an attitude is no single answer on the scale of the noise
     */
    public static ReaskedAnswers of(List<QuadrantPosition> positions, AnswerNoise noise) {
        Scale scale = noise.scale();
        long[] counts = noCounts(scale);
        Checks.forEach(positions, "positions", position -> {
            Double attitude = position.attitude();
            if (attitude != null) {
                counts[answer(scale, attitude, position.customerId()) - scale.minimum()]++;
            }
        });
        return of(AnswerCounts.of(scale, counts), noise);
    }

    /**
     * Fits the attitudes behind the answers of customers of whom only it is known how many stand where.
     *
     * @param attitudes positions on the attitude axis, each a single answer, in any order
     * @param customers how many customers stand at each, in [1, inf)
     * @param noise how noisy one answer is
     * @return what they would answer, as {@link #of(List, AnswerNoise)} gives it
     * @throws IllegalArgumentException if the lengths differ, there are none, or an attitude is no single answer on the scale of the
     *     noise
     */
    public static ReaskedAnswers ofAttitudes(double[] attitudes, long[] customers, AnswerNoise noise) {
        Objects.requireNonNull(attitudes, "attitudes");
        Objects.requireNonNull(customers, "customers");
        Scale scale = Objects.requireNonNull(noise, "noise").scale();
        Checks.sameLength(attitudes.length, customers.length, "customers");
        long[] counts = noCounts(scale);
        for (int i = 0; i < attitudes.length; i++) {
            counts[answer(scale, attitudes[i], "attitudes[" + i + "]") - scale.minimum()] +=
                    Checks.positive(customers[i], "customers", i);
        }
        return of(AnswerCounts.of(scale, counts), noise);
    }

    /**
     * How sure the quadrant of one customer is, as {@link QuadrantProbabilities} has it.
     *
     * @param position where the customer stands, the attitude a single answer
     * @param highBehaviour the probability of the behaviour to be at or above its cut, in [0, 1]; null where it is observed, and so
     *     certain
     * @return the probability
     * @throws IllegalArgumentException if the attitude is no single answer on the scale, or the probability is out of range
     */
    public QuadrantProbability probabilityOf(QuadrantPosition position, @Nullable Double highBehaviour) {
        Double attitude = position.attitude();
        return new QuadrantProbability(
                position.customerId(),
                position.quadrant(),
                highBehaviour != null ? highBehaviour : position.behaviourDistance() >= 0 ? 1 : 0,
                attitude == null
                        ? null
                        : Double.valueOf(probabilityAtLeast(
                                answer(noise.scale(), attitude, position.customerId()),
                                lowestAbove(noise.scale(), position.classifier().attitudeCut()))));
    }

    /** A count for each point of a scale that answers are counted on. */
    static long[] noCounts(Scale scale) {
        long points = (long) scale.maximum() - scale.minimum() + 1;
        if (points > MOST_POINTS) {
            throw new IllegalArgumentException("scale must have at most " + MOST_POINTS + " points, but was " + scale);
        }
        return new long[(int) points];
    }

    /** The answer at a position of the attitude axis. */
    static int answer(Scale scale, double attitude, String customerId) {
        double steps = attitude * ((double) scale.maximum() - scale.minimum()) / 100;
        double nearest = Math.rint(steps);
        if (!(Math.abs(steps - nearest) <= OFF_THE_POINTS * (1 + steps))) {
            throw new IllegalArgumentException("attitude must be a single answer on the scale " + scale + ", but was "
                    + attitude + " (customer " + customerId + ")");
        }
        return (int) (scale.minimum() + nearest);
    }

    /** The lowest answer at or above a cut of the attitude axis; one above the maximum if there is none. */
    static int lowestAbove(Scale scale, double attitudeCut) {
        int answer = scale.minimum();
        while (answer <= scale.maximum() && scale.percentOfMaximum(answer) < attitudeCut) {
            answer++;
        }
        return answer;
    }

    private static double[] mix(double[] shares, double[][] answerOf) {
        double[] mixed = new double[shares.length];
        for (int attitude = 0; attitude < shares.length; attitude++) {
            for (int answer = 0; answer < shares.length; answer++) {
                mixed[answer] += shares[attitude] * answerOf[attitude][answer];
            }
        }
        return mixed;
    }

    private static double[][] answersOf(int points, double width) {
        double[][] answerOf = new double[points][points];
        for (int attitude = 0; attitude < points; attitude++) {
            for (int answer = 0; answer < points; answer++) {
                double low = answer == 0 ? 1 : above(answer - 0.5 - attitude, width);
                double high = answer == points - 1 ? 0 : above(answer + 0.5 - attitude, width);
                answerOf[attitude][answer] = low - high;
            }
        }
        return answerOf;
    }

    private static double above(double distance, double width) {
        return width == 0 ? (distance > 0 ? 0 : 1) : Tails.normal(distance / width);
    }

    /** The standard deviation of the normal distribution that, rounded to whole steps, has the given one. */
    private static double normalWidth(double sdSteps) {
        if (sdSteps == 0) {
            return 0;
        }
        double low = NARROWEST;
        double high = sdSteps + 1;
        for (double middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
            if (roundedVariance(middle) < sdSteps * sdSteps) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double roundedVariance(double width) {
        double variance = 0;
        double term = 1;
        for (int k = 1; term > 1e-17 * variance; k++) {
            term = 2 * (2 * k - 1) * Tails.normal((k - 0.5) / width);
            variance += term;
        }
        return variance;
    }

    /**
     * How noisy one answer is taken to be.
     *
     * @return the noise, and the scale
     */
    public AnswerNoise noise() {
        return noise;
    }

    /**
     * The share of customers whose attitude is a point of the scale, as estimated from all answers.
     *
     * @param attitude a point of the scale
     * @return the share, in [0, 1]
     * @throws IllegalArgumentException if the point is off the scale
     */
    public double attitudeShare(int attitude) {
        return shares[index(attitude)];
    }

    /**
     * The probability of an answer of a customer asked again.
     *
     * @param first the customer's answer
     * @param again the answer whose probability is asked for
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if an answer is off the scale
     */
    public double probability(int first, int again) {
        int from = index(first);
        int to = index(again);
        if (likely[from] == 0) {
            return answerOf[from][to]; // nobody of the base is near: the attitude is taken to be the answer
        }
        double joint = 0;
        for (int attitude = 0; attitude < shares.length; attitude++) {
            joint += shares[attitude] * answerOf[attitude][from] * answerOf[attitude][to];
        }
        return Math.min(1, joint / likely[from]);
    }

    /**
     * The probability that a customer asked again gives a certain answer or a better one.
     *
     * @param first the customer's answer
     * @param lowest the lowest answer that counts, on the scale or one above it
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if {@code first} is off the scale
     */
    public double probabilityAtLeast(int first, int lowest) {
        double sum = 0;
        for (int again = lowest; again <= noise.scale().maximum(); again++) {
            sum += probability(first, again);
        }
        return Math.min(1, sum);
    }

    private int index(int answer) {
        return noise.scale().check(answer) - noise.scale().minimum();
    }

    @Override
    public String toString() {
        return "ReaskedAnswers: " + noise;
    }
}
