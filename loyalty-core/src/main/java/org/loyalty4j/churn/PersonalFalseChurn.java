package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * How often a threshold by customers' own rhythms is wrong: the counterpart of {@link FalseChurn}.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the probability is not in (0, 1) or the two shares cannot be of the
 * same customers: those called and silent must be as many in both.
 *
 * @param probability a customer is called lapsed whose silence has at most this {@link RelativeSilence#probability}, in (0, 1)
 * @param falseChurn of the customers called lapsed, those who bought again in the holdout
 * @param missed of the customers who bought nothing in the holdout, those who had not been called
 */
public record PersonalFalseChurn(double probability, Proportion falseChurn, Proportion missed) implements Serializable {

    public PersonalFalseChurn {
        Objects.requireNonNull(falseChurn, "falseChurn");
        Objects.requireNonNull(missed, "missed");
        Checks.inOpen(probability, 0, 1, "probability");
        FalseChurn.requireSameSilent(falseChurn, missed);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "probability of at most %.3g: ", probability)
                + FalseChurn.text(falseChurn, missed);
    }
}
