package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.internal.Checks;

/**
 * Lets old answers fade: after so many days an answer counts half, after twice as many a quarter.
 *
 * <p>How fast attitudes age is a judgement, not an estimate; the effective sample size says what it costs.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the days are not above zero.
 *
 * @param days the age at which an answer counts half, in (0, inf)
 */
public record HalfLife(double days) implements Serializable {

    public HalfLife {
        Checks.positive(days, "days");
    }

    /**
     * The weight of an answer.
     *
     * @param ageDays its age in days, in [0, inf)
     * @return {@code 2^(-ageDays / days)}, in [0, 1]
     * @throws IllegalArgumentException if the age is negative
     */
    public double weight(int ageDays) {
        Checks.notNegative((long) ageDays, "ageDays");
        return StrictMath.pow(2, -ageDays / days);
    }

    /**
     * The answers of today that would tell as much as these, by Kish's formula.
     *
     * <pre>{@code sum(w)^2 / sum(w^2)}</pre>
     *
     * @param answers one answer a customer
     * @return the effective sample size, in [1, respondents]; empty without answers
     */
    public OptionalDouble effectiveSampleSize(SurveyAnswers answers) {
        double[] weights = relativeWeights(answers);
        if (weights.length == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return OptionalDouble.of(Math.min(weights.length, Math.max(1, sum * sum / squares)));
    }

    /** Relative to the youngest answer, so that not all of them vanish where all are old. */
    private double[] relativeWeights(SurveyAnswers answers) {
        List<SurveyAnswer> all = answers.answers();
        int[] ages = all.stream()
                .mapToInt(answer -> AnswerAges.ofAnswer(answers, answer))
                .toArray();
        int youngest = Integer.MAX_VALUE;
        for (int age : ages) {
            youngest = Math.min(youngest, age);
        }
        double[] weights = new double[ages.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(ages[i] - youngest);
        }
        return weights;
    }

    /**
     * The Net Promoter Score of fading answers, with its adjusted-Wald interval at the effective sample size.
     *
     * <p>If all answers are of one day this is {@link Nps#adjustedWald}.
     *
     * @param answers one answer a customer, on 0..10 and whole
     * @param confidence the confidence level, in (0, 1)
     * @return the score, in [-100, 100], for the respondents; empty without answers
     * @throws IllegalArgumentException if an answer is no whole number in [0, 10], or confidence is not in (0, 1)
     * @see <a href="https://arxiv.org/abs/1601.07235">Rocks (2016)</a>
     */
    public Optional<WeightedEstimate> nps(SurveyAnswers answers, double confidence) {
        Objects.requireNonNull(answers, "answers");
        Checks.confidence(confidence);
        double[] weights = relativeWeights(answers);
        if (weights.length == 0) {
            return Optional.empty();
        }
        double[] sums = new double[NpsGroup.values().length];
        for (int i = 0; i < weights.length; i++) {
            sums[NpsGroup.of(answers.answers().get(i).score()).ordinal()] += weights[i];
        }
        double promoters = sums[NpsGroup.PROMOTER.ordinal()];
        double detractors = sums[NpsGroup.DETRACTOR.ordinal()];
        double all = promoters + detractors + sums[NpsGroup.PASSIVE.ordinal()];
        double n = effectiveSampleSize(answers).orElseThrow();
        return Optional.of(new WeightedEstimate(
                new Estimate(
                        100 * (promoters - detractors) / all,
                        EffectiveSample.adjustedWald(promoters / all, detractors / all, n, confidence)),
                weights.length / n,
                n,
                weights.length,
                weights.length));
    }

    @Override
    public String toString() {
        return "half-life of " + days + " days";
    }
}
