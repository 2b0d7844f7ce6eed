package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * Customers with similar predicted probabilities to buy within the holdout, and how many of them did.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the bin has no customer or a probability is out of range.
 *
 * @param predicted the mean of their predicted probabilities, in [0, 1]
 * @param observed how many bought, of how many; its {@link Proportion#wilson} interval should mostly hold {@code predicted}
 */
public record CalibrationBin(double predicted, Proportion observed) implements Serializable {

    public CalibrationBin {
        Checks.inClosed(predicted, 0, 1, "predicted");
        Objects.requireNonNull(observed, "observed");
        Checks.positive(observed.trials(), "observed.trials");
    }
}
