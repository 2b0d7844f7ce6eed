package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * What the figure of the whole base can be at worst and at best, whatever those who did not answer think.
 *
 * <p>Nothing is assumed, so nothing narrower can be known from the answers alone. With a response of one in ten the bounds are far
 * apart; that is how much of any estimate rests on the assumption that the silent are like the others.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is not finite, the worst exceeds the best, or more customers
 * answered than there are.
 *
 * @param worst the figure if all who are silent had given the worst answer
 * @param observed the figure of those who answered; null if nobody did
 * @param best the figure if all who are silent had given the best answer
 * @param respondents the customers who answered, in [0, population]
 * @param population all customers, in [1, inf)
 * @see <a href="https://doi.org/10.2307/145818">Manski (1989)</a>
 */
public record NonResponseBounds(double worst, @Nullable Double observed, double best, long respondents, long population)
        implements Serializable {

    public NonResponseBounds {
        Checks.finite(worst, "worst");
        Checks.finite(best, "best");
        Checks.positive(population, "population");
        Checks.partOf(respondents, population, "respondents");
        if (worst > best) {
            throw new IllegalArgumentException("worst must not exceed best, but was " + worst + " > " + best);
        }
        if (observed != null) {
            Checks.finite(observed, "observed");
        }
    }

    /**
     * The bounds of a share.
     *
     * @param observed those with the property, of those who answered
     * @param population all customers, in [1, inf), not fewer than answered
     * @return the bounds, in [0, 1]: {@code successes / population} and {@code (successes + silent) / population}
     * @throws IllegalArgumentException if the population is not positive, or smaller than the number of answers
     */
    public static NonResponseBounds of(Proportion observed, long population) {
        Checks.positive(population, "population");
        Checks.partOf(observed.trials(), population, "observed.trials");
        double all = population;
        return new NonResponseBounds(
                observed.successes() / all,
                boxed(observed.value()),
                (observed.successes() + (population - observed.trials())) / all,
                observed.trials(),
                population);
    }

    /**
     * The bounds of the Net Promoter Score.
     *
     * @param observed the score of those who answered
     * @param population all customers, in [1, inf), not fewer than answered
     * @return the bounds, in [-100, 100]: {@code 100 (promoters - detractors -+ silent) / population}
     * @throws IllegalArgumentException if the population is not positive, or smaller than the number of answers
     */
    public static NonResponseBounds of(Nps observed, long population) {
        Checks.positive(population, "population");
        long silent = population - Checks.partOf(observed.respondents(), population, "observed.respondents");
        long net = observed.promoters() - observed.detractors();
        return new NonResponseBounds(
                100.0 * (net - silent) / population,
                boxed(observed.score()),
                100.0 * (net + silent) / population,
                observed.respondents(),
                population);
    }

    /**
     * The bounds of the mean answer.
     *
     * @param observed the answers given
     * @param population all customers, in [1, inf), not fewer than answered
     * @return the bounds, on the scale
     * @throws IllegalArgumentException if the population is not positive, or smaller than the number of answers
     */
    public static NonResponseBounds of(AnswerCounts observed, long population) {
        Checks.positive(population, "population");
        long silent = population - Checks.partOf(observed.respondents(), population, "observed.respondents");
        double minimum = observed.scale().minimum();
        double range = (double) observed.scale().maximum() - minimum;
        // Measured from the worst answer, so that no bound can leave the scale by rounding.
        double above = 0;
        for (int i = 0; i < observed.counts().size(); i++) {
            above += (double) i * observed.counts().get(i);
        }
        return new NonResponseBounds(
                minimum + above / population,
                boxed(observed.mean()),
                minimum + (above + range * silent) / population,
                observed.respondents(),
                population);
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /**
     * What those who did not answer would have to think for the base to be at a figure: how far they must differ before a
     * conclusion turns.
     *
     * @param target the figure of the whole base, in the units of the bounds
     * @return the figure of the silent alone; empty if nobody is silent, or no answers of theirs bring the base there
     * @throws IllegalArgumentException if the target is not finite
     */
    public OptionalDouble silentFigureFor(double target) {
        Checks.finite(target, "target");
        long silent = population - respondents;
        if (silent == 0 || !(target >= worst && target <= best)) {
            return OptionalDouble.empty();
        }
        double answered = observed == null ? 0 : observed * ((double) respondents / silent);
        return OptionalDouble.of(target * ((double) population / silent) - answered);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s among %,d who answered; for all %,d between %.4g and %.4g",
                observed == null ? "unknown" : String.format(Locale.ROOT, "%.4g", observed),
                respondents,
                population,
                worst,
                best);
    }
}
