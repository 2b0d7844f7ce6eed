package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * How well the predicted probability of at least one purchase within the holdout says who bought.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param buyers how many of the customers bought within the holdout
 * @param squaredErrors the sum over customers of (probability - outcome)^2, the outcome being 1 or 0; in [0, customers]
 * @param bins the customers in bins of nearly equal size, from the least probable up; customers with equal probabilities are
 *     never parted, so that bins may be of different sizes and fewer than asked for
 */
public record ProbabilityAccuracy(Proportion buyers, double squaredErrors, List<CalibrationBin> bins)
        implements Serializable {

    public ProbabilityAccuracy {
        Objects.requireNonNull(buyers, "buyers");
        Checks.inClosed(squaredErrors, 0, buyers.trials(), "squaredErrors");
        bins = List.copyOf(Objects.requireNonNull(bins, "bins"));
    }

    /**
     * The Brier score: 0 is perfect, and 0.25 what a coin gets. Source: Brier (1950), with one of his two
     * classes.
     *
     * @return the mean of (probability - outcome)^2, in [0, 1]; empty without customers
     */
    public OptionalDouble brierScore() {
        return buyers.trials() == 0 ? OptionalDouble.empty() : OptionalDouble.of(squaredErrors / buyers.trials());
    }

    /**
     * The Brier score of one who knows how many will buy, but not who.
     *
     * @return p (1 - p) of the share p of buyers, in [0, 0.25]; empty without customers
     */
    public OptionalDouble brierScoreOfShare() {
        return buyers.value().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(buyers.value().getAsDouble()
                        * buyers.complement().value().getAsDouble());
    }

    @Override
    public String toString() {
        return buyers + " bought, " + bins.size() + " bins of probability";
    }
}
