package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalLong;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * How many answers a Net Promoter Score needs to be as sure as wanted, or to tell two scores apart.
 *
 * <p>By default the worst case is planned for: half promoters and half detractors, from a base without end. The object is
 * immutable: {@code with...} returns another.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a share is not in [0, 1], the shares sum to more than 1, or the
 * population is below 1.
 *
 * @param promoterShare the share of promoters expected, in [0, 1]
 * @param detractorShare the share of detractors expected, in [0, 1 - promoterShare]
 * @param population the number of customers that the score is to speak for, in [1, inf); {@link Long#MAX_VALUE} without end
 */
public record NpsSampleSize(double promoterShare, double detractorShare, long population) implements Serializable {
    private static final double SCORE_RANGE = 200;

    public NpsSampleSize {
        Checks.inClosed(promoterShare, 0, 1, "promoterShare");
        Checks.inClosed(detractorShare, 0, 1, "detractorShare");
        if (promoterShare + detractorShare > 1) {
            throw new IllegalArgumentException(
                    "promoterShare + detractorShare must be in [0, 1], but was " + (promoterShare + detractorShare));
        }
        Checks.positive(population, "population");
    }

    /**
     * The plan for the worst case: no score varies more than one of promoters and detractors in equal number.
     *
     * @return a plan that needs no guess
     */
    public static NpsSampleSize worstCase() {
        return new NpsSampleSize(0.5, 0.5, Long.MAX_VALUE);
    }

    /**
     * The same plan for the shares of an earlier survey.
     *
     * @param expectedPromoterShare the share of promoters expected, in [0, 1]
     * @param expectedDetractorShare the share of detractors expected, in [0, 1 - expectedPromoterShare]
     * @return the changed plan
     * @throws IllegalArgumentException if a share is not in [0, 1], or the two sum to more than 1
     */
    public NpsSampleSize withExpected(double expectedPromoterShare, double expectedDetractorShare) {
        return new NpsSampleSize(expectedPromoterShare, expectedDetractorShare, population);
    }

    /**
     * The same plan for a base so small that a sample is a good part of it.
     *
     * @param customers the number of customers that the score is to speak for, in [1, inf)
     * @return the changed plan
     * @throws IllegalArgumentException if there are none
     */
    public NpsSampleSize withPopulation(long customers) {
        return new NpsSampleSize(promoterShare, detractorShare, customers);
    }

    /**
     * The answers needed for a margin.
     *
     * <pre>{@code
     * n0 = (100 z / margin)^2 (p + d - (p - d)^2),   n = n0 / (1 + (n0 - 1) / population), rounded up
     * }</pre>
     *
     * <p>Answers, not invitations: {@link #invitations} divides by the response rate. No number of answers mends a bias in who
     * answers.
     *
     * @param margin half the width of the interval wanted, in points of the score, in (0, 200]
     * @param confidence the confidence level, in (0, 1)
     * @return customers who have to answer, in [1, population]
     * @throws IllegalArgumentException if an argument is out of range, or more than 2^63 answers would be needed
     * @see <a href="https://arxiv.org/abs/1601.07235">Rocks (2016)</a>
     */
    public long respondents(double margin, double confidence) {
        checkPoints(margin, "margin");
        double z = Quantiles.twoSidedNormal(Checks.confidence(confidence));
        double unlimited = 1e4 * z * z * variance() / (margin * margin);
        return whole(limited(unlimited));
    }

    /**
     * The margin that so many answers give.
     *
     * <pre>{@code 100 z sqrt((p + d - (p - d)^2) (population - n) / (n (population - 1))) }</pre>
     *
     * @param respondents customers who answer, in [1, population]
     * @param confidence the confidence level, in (0, 1)
     * @return half the width of the interval, in points of the score, in [0, inf); 0 if all customers answer
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double margin(long respondents, double confidence) {
        Checks.positive(respondents, "respondents");
        Checks.partOf(respondents, population, "respondents");
        double z = Quantiles.twoSidedNormal(Checks.confidence(confidence));
        double left = population == Long.MAX_VALUE
                ? 1
                : population == 1 ? 0 : ((double) population - respondents) / (population - 1.0);
        return 100 * z * Math.sqrt(variance() * left / respondents);
    }

    /**
     * The answers that each of two groups needs for a difference between their scores to be found.
     *
     * <pre>{@code n = 2 (100 (z + z_power) / difference)^2 (p + d - (p - d)^2), rounded up }</pre>
     *
     * <p>with the same expected shares in both groups, and without regard to the size of the population.
     *
     * @param difference the difference that is worth finding, in points of the score, in (0, 200]
     * @param power how likely it is to be found if it is there, in (0, 1)
     * @param confidence one less the significance level of the two-sided test, in (0, 1)
     * @return customers who have to answer in each group, at least 1
     * @throws IllegalArgumentException if an argument is out of range, or more than 2^63 answers would be needed
     */
    public long respondentsPerGroup(double difference, double power, double confidence) {
        checkPoints(difference, "difference");
        Checks.inOpen(power, 0, 1, "power");
        double z = Quantiles.twoSidedNormal(Checks.confidence(confidence)) + Quantiles.normal(power);
        return whole(z <= 0 ? 1 : 2e4 * z * z * variance() / (difference * difference));
    }

    /**
     * The customers to ask for so many answers.
     *
     * @param respondents answers needed, in [1, population]
     * @param responseRate the share of those asked who answer, in (0, 1]
     * @return {@code respondents / responseRate}, rounded up; empty if that is more than the population
     * @throws IllegalArgumentException if an argument is out of range
     */
    public OptionalLong invitations(long respondents, double responseRate) {
        Checks.positive(respondents, "respondents");
        Checks.partOf(respondents, population, "respondents");
        Checks.positive(Checks.inClosed(responseRate, 0, 1, "responseRate"), "responseRate");
        double asked = Math.ceil(respondents / responseRate);
        return asked > population ? OptionalLong.empty() : OptionalLong.of((long) asked);
    }

    private double variance() {
        double net = promoterShare - detractorShare;
        return promoterShare + detractorShare - net * net;
    }

    private double limited(double unlimited) {
        return population == Long.MAX_VALUE ? unlimited : unlimited / (1 + (unlimited - 1) / population);
    }

    private static long whole(double answers) {
        double needed = Math.max(1, Math.ceil(answers));
        if (!(needed < 0x1.0p63)) {
            throw new IllegalArgumentException("answers needed must be below 2^63, but was " + needed);
        }
        return (long) needed;
    }

    private static void checkPoints(double points, String name) {
        Checks.positive(Checks.inClosed(points, 0, SCORE_RANGE, name), name);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "NPS sample for %.1f %% promoters and %.1f %% detractors of %s customers",
                100 * promoterShare,
                100 * detractorShare,
                population == Long.MAX_VALUE ? "any number of" : Long.toString(population));
    }
}
