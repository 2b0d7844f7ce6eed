package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;

/**
 * What one group of customers did later.
 *
 * @param group promoters, passives or detractors; null for those who did not answer
 * @param repeated those who bought in the window, of the group; {@link Proportion#wilson} gives its interval
 * @param value what they were worth in the window; {@link ColumnSummary#mean(double)} gives the interval of the mean
 * @param churned those who left in the window, of those in the group of whom that is known
 */
public record GroupOutcome(@Nullable NpsGroup group, Proportion repeated, ColumnSummary value, Proportion churned)
        implements Serializable {

    public GroupOutcome {
        Objects.requireNonNull(repeated, "repeated");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(churned, "churned");
    }

    /**
     * The number of customers in the group.
     *
     * @return those with an outcome, in [0, inf)
     */
    public long customers() {
        return value.customers();
    }

    /** The group as one line of a table. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-10s %,10d %10s %12s %12s %10s",
                group == null ? "No answer" : group.label().english(),
                customers(),
                percent(repeated),
                number(value.mean()),
                number(value.median()),
                percent(churned));
    }

    private static String percent(Proportion share) {
        return share.value().isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.2f", 100 * share.value().getAsDouble());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
