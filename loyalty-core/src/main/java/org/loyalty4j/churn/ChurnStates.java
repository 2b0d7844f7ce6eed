package org.loyalty4j.churn;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.summary.PurchaseDays;

/**
 * The state of every customer at the end of observation, in the order of the log: an immutable list of records over columns.
 *
 * <p>The period is that of the calendar which holds {@code asOf}, from its first day to {@code asOf}. So the states are those of
 * the last row of {@link ChurnStateHistory}. Where {@code asOf} is not the last day of its period, the period is shorter than the
 * others, more customers are quiet in it, and {@link #period()} says so.
 *
 * <pre>{@code
 * ChurnStates states = ChurnStates.of(days, 90, CalendarPeriods.months());
 * states.stateOf(0);
 * states.period().share(ChurnState.LAPSED);
 * }</pre>
 */
public final class ChurnStates extends AbstractList<CustomerChurnState> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final ChurnState[] STATES = ChurnState.values();

    private final List<String> customerIds;
    private final int thresholdDays;
    private final ChurnStatePeriod period;
    private final byte[] state;
    private final int[] silenceDays; // of a prospect -1, which nobody sees

    private ChurnStates(PurchaseDays days, int thresholdDays, CalendarPeriods calendar) {
        this.customerIds = days.customerIds();
        this.thresholdDays = thresholdDays;
        this.state = new byte[days.customerCount()];
        this.silenceDays = new int[days.customerCount()];
        int start = (int) calendar.startOf(days.asOf()).toEpochDay();
        StateReader reader = new StateReader(days, thresholdDays);
        long[] counts = new long[STATES.length];
        for (int c = 0; c < state.length; c++) {
            reader.turnTo(c);
            ChurnState is = reader.in(start, (int) days.asOf().toEpochDay());
            state[c] = (byte) is.ordinal();
            silenceDays[c] = days.silenceDays(c).orElse(-1);
            counts[is.ordinal()]++;
        }
        this.period = ChurnStatePeriod.of(calendar, LocalDate.ofEpochDay(start), days.asOf(), counts);
    }

    /**
     * The states of the customers of a log.
     *
     * @param days when they bought
     * @param thresholdDays days of silence that a lapsed customer exceeds, in [1, inf)
     * @param calendar the periods, of which the one that holds {@code days.asOf()} is looked at
     * @return one state a customer
     * @throws IllegalArgumentException if the threshold is below one
     */
    public static ChurnStates of(PurchaseDays days, int thresholdDays, CalendarPeriods calendar) {
        Objects.requireNonNull(days, "days");
        Objects.requireNonNull(calendar, "calendar");
        return new ChurnStates(days, thresholdDays, calendar);
    }

    /**
     * The state of one customer, as the list of all has it.
     *
     * @param days when customers bought
     * @param customer the index of the customer in them, in [0, customerCount)
     * @param thresholdDays days of silence that a lapsed customer exceeds, in [1, inf)
     * @param calendar the periods, of which the one that holds {@code days.asOf()} is looked at
     * @return the state
     * @throws IllegalArgumentException if the threshold is below one
     */
    public static ChurnState stateOf(PurchaseDays days, int customer, int thresholdDays, CalendarPeriods calendar) {
        StateReader reader = new StateReader(days, thresholdDays);
        reader.turnTo(customer);
        return reader.in((int) calendar.startOf(days.asOf()).toEpochDay(), (int)
                days.asOf().toEpochDay());
    }

    @Override
    public CustomerChurnState get(int customer) {
        return new CustomerChurnState(
                customerIds.get(customer),
                stateOf(customer),
                silenceDays[customer] < 0 ? null : Integer.valueOf(silenceDays[customer]));
    }

    @Override
    public int size() {
        return state.length;
    }

    /**
     * The state of a customer, without making the record.
     *
     * @param customer the customer's index in the log, in [0, size)
     * @return the state
     */
    public ChurnState stateOf(int customer) {
        return STATES[state[customer]];
    }

    /**
     * The threshold of silence.
     *
     * @return days, in [1, inf)
     */
    public int thresholdDays() {
        return thresholdDays;
    }

    /**
     * The period with the number of customers in each state.
     *
     * @return the counts, which sum to {@code size()}
     */
    public ChurnStatePeriod period() {
        return period;
    }

    /**
     * Which buyers have lapsed, in the order in which models score them: row r of
     * {@link org.loyalty4j.summary.PurchaseSummaries#buyers}, of its histories and of every forecast over them.
     *
     * @return the rows of the lapsed, for {@link ChurnAgreement}
     */
    public BitSet lapsedBuyers() {
        BitSet lapsed = new BitSet();
        int row = 0;
        for (int c = 0; c < state.length; c++) {
            if (stateOf(c) != ChurnState.PROSPECT) {
                lapsed.set(row++, stateOf(c) == ChurnState.LAPSED);
            }
        }
        return lapsed;
    }

    @Override
    public String toString() {
        return "ChurnStates, lapsed after more than " + thresholdDays + " days of silence: " + period;
    }
}
