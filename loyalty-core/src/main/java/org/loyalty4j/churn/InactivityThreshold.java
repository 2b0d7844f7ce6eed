package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * The smallest threshold of silence that keeps a wanted false-churn rate, from {@link FalseChurnCurve#threshold}.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param target the wanted false-churn rate, in (0, 1)
 * @param confidence the confidence level of the interval whose upper bound is at most {@code target}, in (0, 1)
 * @param chosen the threshold with its false-churn rate; null where none keeps the wanted rate
 * @param lowest the threshold whose upper bound is the lowest of all: the best to be had; null where nobody was ever called
 * @param holdoutDays the length of the holdout it was tried on, in [1, inf)
 * @param warnings what to beware of
 */
public record InactivityThreshold(
        double target,
        double confidence,
        @Nullable FalseChurn chosen,
        @Nullable FalseChurn lowest,
        int holdoutDays,
        Set<ThresholdWarning> warnings)
        implements Serializable {

    public InactivityThreshold {
        Objects.requireNonNull(warnings, "warnings");
        Checks.inOpen(target, 0, 1, "target");
        Checks.confidence(confidence);
        Checks.positive((long) holdoutDays, "holdoutDays");
        EnumSet<ThresholdWarning> copy = EnumSet.noneOf(ThresholdWarning.class);
        copy.addAll(warnings);
        warnings = Collections.unmodifiableSet(copy);
    }

    /**
     * The threshold.
     *
     * @return days of silence that a lapsed customer exceeds; empty where no threshold keeps the wanted rate
     */
    public OptionalInt days() {
        return chosen == null ? OptionalInt.empty() : OptionalInt.of(chosen.thresholdDays());
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "at most %.4g %% false churn: ", 100 * target));
        if (chosen != null) {
            text.append(chosen);
        } else {
            text.append(lowest == null ? "nobody was silent" : "no threshold; the lowest is " + lowest);
        }
        text.append(" (holdout of ").append(holdoutDays).append(" days)");
        warnings.forEach(warning -> text.append(". ").append(warning.label()));
        return text.toString();
    }
}
