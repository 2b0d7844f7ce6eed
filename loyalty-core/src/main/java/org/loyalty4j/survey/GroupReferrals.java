package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.loyalty4j.Proportion;

/**
 * What one group of customers brought through referrals.
 *
 * @param group promoters, passives or detractors
 * @param referrers those who referred at least one customer, of the group; {@link Proportion#wilson} gives its interval
 * @param referred how many customers each of the group referred, most of them none
 * @param value what the customers referred by each of the group were worth; {@link ColumnSummary#mean(double)} gives the interval
 *     of the mean
 */
public record GroupReferrals(NpsGroup group, Proportion referrers, ColumnSummary referred, ColumnSummary value)
        implements Serializable {

    public GroupReferrals {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(referrers, "referrers");
        Objects.requireNonNull(referred, "referred");
        Objects.requireNonNull(value, "value");
    }

    /** The group as one line of a table. */
    @Override
    public String toString() {
        Double each = referred.mean();
        Double worth = value.mean();
        return String.format(
                Locale.ROOT,
                "%-10s %,10d %,10d %14s %16s",
                group.label().english(),
                referrers.trials(),
                referrers.successes(),
                each == null ? "" : String.format(Locale.ROOT, "%.3f", each),
                worth == null ? "" : String.format(Locale.ROOT, "%.2f", worth));
    }
}
