package org.loyalty4j.churn;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * How many customers were in each state at the end of a period.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the days are out of order or a count is missing or negative.
 *
 * @param label the short name of the period, such as {@code 2026-06}
 * @param firstDay the first day of the period
 * @param lastDay the last day looked at: the period's last, or the end of observation within it
 * @param complete whether {@code lastDay} is the period's last; in a shorter period fewer customers have bought
 * @param counts the number of customers in each state; they sum to all customers of the log
 */
public record ChurnStatePeriod(
        String label, LocalDate firstDay, LocalDate lastDay, boolean complete, Map<ChurnState, Long> counts)
        implements Serializable {

    public ChurnStatePeriod {
        Checks.notBlank(label, "label");
        Objects.requireNonNull(firstDay, "firstDay");
        if (Objects.requireNonNull(lastDay, "lastDay").isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "lastDay must not be before firstDay " + firstDay + ", but was " + lastDay);
        }
        Objects.requireNonNull(counts, "counts");
        EnumMap<ChurnState, Long> copy = new EnumMap<>(ChurnState.class);
        for (ChurnState state : ChurnState.values()) {
            Long count = counts.get(state);
            if (count == null) {
                throw new IllegalArgumentException("counts must have a count of " + state);
            }
            copy.put(state, Checks.notNegative((long) count, "counts[" + state + "]"));
        }
        counts = Collections.unmodifiableMap(copy);
    }

    static ChurnStatePeriod of(CalendarPeriods calendar, LocalDate start, LocalDate lastDay, long[] counts) {
        EnumMap<ChurnState, Long> map = new EnumMap<>(ChurnState.class);
        for (ChurnState state : ChurnState.values()) {
            map.put(state, counts[state.ordinal()]);
        }
        boolean complete = lastDay.plusDays(1).equals(calendar.next(start));
        return new ChurnStatePeriod(calendar.label(start), start, lastDay, complete, map);
    }

    /**
     * The customers in a state.
     *
     * @param state the state
     * @return their number, in [0, inf)
     */
    public long count(ChurnState state) {
        return Objects.requireNonNull(counts.get(Objects.requireNonNull(state, "state")));
    }

    /**
     * The customers who had bought by the end of the period.
     *
     * @return all but the prospects
     */
    public long buyers() {
        return counts.values().stream().mapToLong(Long::longValue).sum() - count(ChurnState.PROSPECT);
    }

    /**
     * The share of the buyers in a state.
     *
     * @param state any state but PROSPECT
     * @return its customers of all buyers; {@link Proportion#wilson} gives the interval
     * @throws IllegalArgumentException if the state is PROSPECT, which no buyer is in
     */
    public Proportion share(ChurnState state) {
        if (state == ChurnState.PROSPECT) {
            throw new IllegalArgumentException("state must be one of a buyer, but was PROSPECT");
        }
        return new Proportion(count(state), buyers());
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", label + (complete ? "" : " until " + lastDay) + ": ", "");
        counts.forEach((state, count) -> text.add(count + " " + state.key()));
        return text.toString();
    }
}
