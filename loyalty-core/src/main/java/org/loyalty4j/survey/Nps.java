package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * The Net Promoter Score, kept as the counts it is made of.
 *
 * <p>Asked how likely they are to recommend, on 0..10, promoters answer 9 or 10, passives 7 or 8, detractors 0 to 6. The
 * score is not rounded.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is negative.
 *
 * @param promoters customers who answered 9 or 10, in [0, inf)
 * @param passives customers who answered 7 or 8, in [0, inf)
 * @param detractors customers who answered 0 to 6, in [0, inf)
 * @see <a href="https://hbr.org/2003/12/the-one-number-you-need-to-grow">Reichheld (2003)</a>
 */
public record Nps(long promoters, long passives, long detractors) implements Serializable {
    private static final int LOWEST_PASSIVE = 7;
    private static final int LOWEST_PROMOTER = 9;

    /** Answers added before an adjusted-Wald interval is drawn, over all groups that it compares. */
    static final double ANSWERS_ADDED = 3;

    public Nps {
        Checks.notNegative(promoters, "promoters");
        Checks.notNegative(passives, "passives");
        Checks.notNegative(detractors, "detractors");
    }

    /**
     * The score of a selection of answers.
     *
     * @param answers one answer a customer, on 0..10 and whole
     * @return the counts behind the score
     * @throws IllegalArgumentException if the scale is not 0..10, or an answer is a mean that is not a whole number
     */
    public static Nps of(SurveyAnswers answers) {
        requireNpsScale(answers.scale());
        return of(AnswerCounts.of(answers));
    }

    /**
     * The score of answers already counted.
     *
     * @param counts the number of customers at each point of 0..10
     * @return the counts behind the score
     * @throws IllegalArgumentException if the scale is not 0..10
     */
    public static Nps of(AnswerCounts counts) {
        requireNpsScale(counts.scale());
        return new Nps(
                counts.between(LOWEST_PROMOTER, Scale.NPS.maximum()),
                counts.between(LOWEST_PASSIVE, LOWEST_PROMOTER - 1),
                counts.between(Scale.NPS.minimum(), LOWEST_PASSIVE - 1));
    }

    private static void requireNpsScale(Scale scale) {
        if (!scale.equals(Scale.NPS)) {
            throw new IllegalArgumentException("scale must be " + Scale.NPS + " for the NPS, but was " + scale);
        }
    }

    /**
     * The number of customers who answered.
     *
     * @return {@code promoters + passives + detractors}, in [0, inf)
     */
    public long respondents() {
        return Math.addExact(Math.addExact(promoters, passives), detractors);
    }

    /**
     * The Net Promoter Score.
     *
     * @return {@code 100 (promoters - detractors) / respondents}, in [-100, 100]; empty without respondents
     */
    public OptionalDouble score() {
        long n = respondents();
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (promoters - detractors) / n);
    }

    /**
     * The score with its adjusted-Wald interval.
     *
     * <pre>{@code
     * p = (promoters + 3/4) / (n + 3),   d = (detractors + 3/4) / (n + 3)
     * 100 (p - d -+ z sqrt((p + d - (p - d)^2) / (n + 3)))
     * }</pre>
     *
     * <p>Three answers are added before the interval is drawn, one in four of them a promoter and one in four a detractor: the
     * plain Wald interval has no width when all answer alike, and covers far too rarely in small samples. The interval is
     * therefore not centred on the score, and with a handful of respondents who all agree it need not hold it. It ends at -100 and
     * at 100, beyond which no score lies.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the score, not adjusted, and its interval, both in [-100, 100]; empty without respondents
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://arxiv.org/abs/1601.07235">Rocks (2016)</a>
     */
    public Optional<Estimate> adjustedWald(double confidence) {
        Checks.confidence(confidence);
        OptionalDouble score = score();
        if (score.isEmpty()) {
            return Optional.empty();
        }
        double net = adjustedNet(ANSWERS_ADDED);
        double half = Quantiles.twoSidedNormal(confidence) * Math.sqrt(adjustedVariance(ANSWERS_ADDED));
        return Optional.of(new Estimate(
                score.getAsDouble(),
                new Interval(Math.max(-100, 100 * (net - half)), Math.min(100, 100 * (net + half)), confidence)));
    }

    /** Promoters less detractors as a share of all, after so many answers are added, a quarter of them to each. */
    double adjustedNet(double added) {
        return ((double) promoters - detractors) / (respondents() + added);
    }

    /** The variance of {@link #adjustedNet}. */
    double adjustedVariance(double added) {
        double n = respondents() + added;
        double net = adjustedNet(added);
        return (((double) promoters + detractors + added / 2) / n - net * net) / n;
    }

    /**
     * The score with its score interval, which always holds it and covers best where nearly all customers answer alike.
     *
     * <p>Its bounds are the scores d that a test would just not reject:
     *
     * <pre>{@code
     * |promoters - detractors - n d| = z sqrt(n (2 q + d (1 - d))),   with d = score / 100
     * q = (sqrt(b^2 + 8 n detractors d (1 - d)) - b) / 4n,   b = (2 n - promoters + detractors) d - promoters - detractors
     * }</pre>
     *
     * <p>where q is the likeliest share of detractors if the score were d. It is the interval for the difference of two
     * proportions of one sample: here those of promoters and of detractors.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the score and its interval, both in [-100, 100]; empty without respondents
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C891::AID-SIM780%3E3.0.CO;2-B">Tango (1998)</a>
     */
    public Optional<Estimate> tango(double confidence) {
        Checks.confidence(confidence);
        OptionalDouble score = score();
        if (score.isEmpty()) {
            return Optional.empty();
        }
        double z = Quantiles.twoSidedNormal(confidence);
        double upper = highestNotRejected(z);
        double lower = -new Nps(detractors, passives, promoters).highestNotRejected(z);
        return Optional.of(new Estimate(score.getAsDouble(), new Interval(100 * lower, 100 * upper, confidence)));
    }

    /** The bound above the net share at which the test statistic is z, by bisection: it grows with the distance. */
    private double highestNotRejected(double z) {
        double n = respondents();
        double low = ((double) promoters - detractors) / n;
        double high = 1;
        for (double d = low + (high - low) / 2; d > low && d < high; d = low + (high - low) / 2) {
            double b = ((2 * n - promoters) + detractors) * d - promoters - detractors;
            double root = Math.sqrt(Math.max(0, b * b + 8 * n * detractors * d * (1 - d)));
            // The smaller root of two without the cancellation of root - b where b is large.
            double q = b > 0 ? 2 * detractors * d * (1 - d) / (root + b) : (root - b) / (4 * n);
            double away = n * d - (promoters - (double) detractors);
            if (away * away < z * z * n * (2 * q + d * (1 - d))) {
                low = d;
            } else {
                high = d;
            }
        }
        return high;
    }

    /**
     * The share of promoters.
     *
     * @return promoters of respondents
     */
    public Proportion promoterShare() {
        return new Proportion(promoters, respondents());
    }

    /**
     * The share of passives.
     *
     * @return passives of respondents
     */
    public Proportion passiveShare() {
        return new Proportion(passives, respondents());
    }

    /**
     * The share of detractors.
     *
     * @return detractors of respondents
     */
    public Proportion detractorShare() {
        return new Proportion(detractors, respondents());
    }

    @Override
    public String toString() {
        OptionalDouble score = score();
        return (score.isEmpty() ? "no NPS" : String.format(Locale.ROOT, "NPS %.1f", score.getAsDouble())) + " ("
                + promoters + " promoters, " + passives + " passives, " + detractors + " detractors)";
    }
}
