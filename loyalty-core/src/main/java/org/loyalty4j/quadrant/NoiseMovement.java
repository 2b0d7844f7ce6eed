package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Tails;
import org.loyalty4j.survey.AnswerNoise;

/**
 * How much of the movement there would have been if nothing had changed but the noise of the answers.
 *
 * <p>Counts customers whose attitude is known both times from two different answers, and of those the ones whose attitude moved to the other side of its
 * cut. The expected number comes from {@link ReaskedAnswers} fitted to their answers before. It depends much on the noise:
 * look at it for both ends of the interval of {@link AnswerNoise#sdSteps(double)}, by {@link AnswerNoise#withSdSteps}. The data cannot tell which of the customers
 * moved by noise.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param noise how noisy one answer is taken to be
 * @param customers customers whose attitude is known both times, from two different answers; in [0, inf)
 * @param attitudeMoves of these, how many were on different sides of the attitude cut, in [0, customers]
 * @param moves of these, how many were in different quadrants, in [attitudeMoves, customers]
 * @param expected how many would be on different sides of the attitude cut by noise alone, in [0, customers]
 * @param standardDeviation how far that number varies by chance, in [0, inf)
 */
public record NoiseMovement(
        AnswerNoise noise, long customers, long attitudeMoves, long moves, double expected, double standardDeviation)
        implements Serializable {

    public NoiseMovement {
        Objects.requireNonNull(noise, "noise");
        Checks.notNegative(customers, "customers");
        Checks.partOf(moves, customers, "moves");
        Checks.partOf(attitudeMoves, moves, "attitudeMoves");
        Checks.inClosed(expected, 0, customers, "expected");
        Checks.notNegative(standardDeviation, "standardDeviation");
    }

    /**
     * How many moves of attitude noise alone would make, for each that was seen.
     *
     * @return {@code expected / attitudeMoves}, in [0, inf); above 1 where fewer moved than noise alone would: then the noise is
     *     overstated; empty if none was seen
     */
    public OptionalDouble shareOfAttitudeMoves() {
        return attitudeMoves == 0 ? OptionalDouble.empty() : OptionalDouble.of(expected / attitudeMoves);
    }

    /**
     * How many moves noise alone would make, for each move between quadrants that was seen.
     *
     * @return {@code expected / moves}, in [0, inf); empty if none was seen
     */
    public OptionalDouble shareOfMoves() {
        return moves == 0 ? OptionalDouble.empty() : OptionalDouble.of(expected / moves);
    }

    /**
     * The probability that noise alone moves as many attitudes as were seen or more, by the normal approximation with a
     * correction for continuity; the noise is taken as known.
     *
     * @return the one-sided p-value, in [0, 1]; empty if noise alone moves nobody
     */
    public OptionalDouble pValue() {
        return standardDeviation == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Tails.normal((attitudeMoves - 0.5 - expected) / standardDeviation));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d attitudes moved across the cut; noise alone: %.1f, give or take %.1f",
                attitudeMoves,
                customers,
                expected,
                standardDeviation);
    }
}
