package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.loyalty4j.internal.Checks;

/**
 * How many customers of one cohort were still there after each renewal: the line of a retention table. It ends with the last
 * renewal observed, which cuts the rest off (right censoring): a younger cohort simply has a shorter line.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if there is no count, one is negative or above the one before, or
 * {@code renewalsMade} is negative.
 *
 * @param renewalsMade how many renewals the customers of the first count had behind them: 0 where the cohort was seen from its
 *     beginning, more where records begin later and those who left before are not known (left truncation)
 * @param counts how many were there then, and after each renewal that followed, at least one number, none above the one before,
 *     unmodifiable
 */
public record CohortSurvivors(int renewalsMade, List<Long> counts) implements Serializable {

    public CohortSurvivors {
        Checks.notNegative((long) renewalsMade, "renewalsMade");
        List<Long> copy = new ArrayList<>();
        Checks.forEach(counts, "counts", copy::add);
        counts = List.copyOf(copy);
        Checks.positive((long) counts.size(), "counts.size");
        Checks.inClosed(counts.size(), 1, Integer.MAX_VALUE - renewalsMade, "counts.size");
        for (int i = 0; i < counts.size(); i++) {
            if (i == 0) {
                Checks.notNegative(counts.get(0), "counts[0]");
            } else {
                Checks.partOf(counts.get(i), counts.get(i - 1), "counts[" + i + "]");
            }
        }
    }

    /**
     * A cohort that was seen from its beginning.
     *
     * @param counts the customers it began with, then those still there after the first renewal, the second and so on; none above
     *     the one before
     * @return the cohort
     * @throws IllegalArgumentException if there is no count, or one is negative or above the one before
     */
    public static CohortSurvivors of(long... counts) {
        return since(0, counts);
    }

    /**
     * A cohort whose records begin when its customers had renewed before.
     *
     * @param renewalsMade how many renewals the customers of the first count had behind them, in [0, inf)
     * @param counts the customers then, and those still there after each renewal that followed; none above the one before
     * @return the cohort
     * @throws IllegalArgumentException if there is no count, or a number is out of range
     */
    public static CohortSurvivors since(int renewalsMade, long... counts) {
        return new CohortSurvivors(
                renewalsMade,
                Arrays.stream(Objects.requireNonNull(counts, "counts")).boxed().toList());
    }

    /**
     * The customers at the beginning of the records.
     *
     * @return the first count, in [0, inf)
     */
    public long first() {
        return counts.get(0);
    }

    /**
     * The customers still there after the last renewal observed.
     *
     * @return the last count, in [0, inf)
     */
    public long last() {
        return counts.get(counts.size() - 1);
    }

    /**
     * The last renewal observed.
     *
     * @return {@code renewalsMade + counts.size() - 1}, in [0, inf)
     */
    public int lastRenewal() {
        return renewalsMade + counts.size() - 1;
    }

    /**
     * The same cohort as it was known after an earlier renewal: for trying a projection on what came later.
     *
     * @param renewal the last renewal to keep, in [renewalsMade, lastRenewal]
     * @return the cohort without what came later
     * @throws IllegalArgumentException if the renewal is out of range
     */
    public CohortSurvivors until(int renewal) {
        Checks.inClosed(renewal, renewalsMade, lastRenewal(), "renewal");
        return new CohortSurvivors(renewalsMade, counts.subList(0, renewal - renewalsMade + 1));
    }

    @Override
    public String toString() {
        return counts.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" ", "after renewal " + renewalsMade + ".." + lastRenewal() + ": ", ""));
    }
}
