package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Locale;
import java.util.RandomAccess;
import org.loyalty4j.Proportion;

/**
 * The customers by their state at the end of one period and at the end of the next: an immutable list of 36 transitions, those
 * from PROSPECT first. Its margins are the counts of the two periods, exactly; customers born in the later period come from
 * PROSPECT, so nobody enters or leaves the table.
 *
 * <p>Some cells are empty by definition: nobody becomes PROSPECT again, only a PROSPECT becomes NEW, and a LAPSED customer who
 * buys is REACTIVATED, never RETURNING or QUIET. A LAPSED customer who buys and falls silent again for longer than the threshold
 * within one period stays LAPSED; that takes a period longer than the threshold.
 */
public final class ChurnStateFlow extends AbstractList<StateTransition> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final ChurnState[] STATES = ChurnState.values();

    private final String fromLabel;
    private final String toLabel;
    private final long[] cells; // by earlier state, then by later

    ChurnStateFlow(String fromLabel, String toLabel, long[] cells) {
        this.fromLabel = fromLabel;
        this.toLabel = toLabel;
        this.cells = cells;
    }

    /**
     * The earlier period.
     *
     * @return its short name, such as {@code 2026-05}
     */
    public String fromLabel() {
        return fromLabel;
    }

    /**
     * The later period.
     *
     * @return its short name, such as {@code 2026-06}
     */
    public String toLabel() {
        return toLabel;
    }

    @Override
    public StateTransition get(int index) {
        ChurnState from = STATES[index / STATES.length];
        return new StateTransition(from, STATES[index % STATES.length], cells[index], from(from));
    }

    @Override
    public int size() {
        return cells.length;
    }

    /**
     * The customers who went from one state to another.
     *
     * @param from the state at the end of the earlier period
     * @param to the state at the end of the later one
     * @return their number with the number of all who could have gone
     */
    public StateTransition of(ChurnState from, ChurnState to) {
        return get(from.ordinal() * STATES.length + to.ordinal());
    }

    /**
     * The customers in a state at the end of the earlier period.
     *
     * @param state the state
     * @return the sum of its row
     */
    public long from(ChurnState state) {
        int row = state.ordinal() * STATES.length;
        return Arrays.stream(cells, row, row + STATES.length).sum();
    }

    /**
     * The customers in a state at the end of the later period.
     *
     * @param state the state
     * @return the sum of its column
     */
    public long to(ChurnState state) {
        long sum = 0;
        for (int cell = state.ordinal(); cell < cells.length; cell += STATES.length) {
            sum += cells[cell];
        }
        return sum;
    }

    /**
     * The share of the buyers not lapsed at the end of the earlier period who were at the end of the later one: the churn rate
     * of customers without a contract, as good as its threshold is.
     *
     * @return those newly lapsed of NEW, RETURNING, REACTIVATED and QUIET; {@link Proportion#wilson} gives the interval
     */
    public Proportion lapseRate() {
        long stayed = 0;
        long lapsed = 0;
        for (ChurnState state : STATES) {
            if (state != ChurnState.PROSPECT && state != ChurnState.LAPSED) {
                long left = of(state, ChurnState.LAPSED).customers();
                lapsed += left;
                stayed += from(state) - left;
            }
        }
        return new Proportion(lapsed, lapsed + stayed);
    }

    /**
     * The share of the lapsed who came back and stayed to the end of the later period.
     *
     * @return those REACTIVATED of LAPSED; {@link Proportion#wilson} gives the interval
     */
    public Proportion reactivationRate() {
        return of(ChurnState.LAPSED, ChurnState.REACTIVATED).share();
    }

    /** A flow of no one, which is then counted up. */
    static long[] noCells() {
        return new long[STATES.length * STATES.length];
    }

    /** Counts a customer. */
    static void count(long[] cells, ChurnState from, ChurnState to) {
        count(cells, from, to, 1);
    }

    /** Counts so many customers. */
    static void count(long[] cells, ChurnState from, ChurnState to, long customers) {
        cells[from.ordinal() * STATES.length + to.ordinal()] += customers;
    }

    /** The customers in each state at the end of the later period. */
    long[] toAll() {
        return Arrays.stream(STATES).mapToLong(this::to).toArray();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-24s", fromLabel + " \\ " + toLabel));
        for (ChurnState state : STATES) {
            text.append(String.format(Locale.ROOT, " %11s", state.key()));
        }
        text.append(String.format(Locale.ROOT, " %11s\n", "all"));
        for (ChurnState from : STATES) {
            text.append(String.format(Locale.ROOT, "%-24s", from.key()));
            for (ChurnState to : STATES) {
                text.append(String.format(Locale.ROOT, " %11d", of(from, to).customers()));
            }
            text.append(String.format(Locale.ROOT, " %11d\n", from(from)));
        }
        text.append(String.format(Locale.ROOT, "%-24s", "all"));
        for (ChurnState to : STATES) {
            text.append(String.format(Locale.ROOT, " %11d", to(to)));
        }
        return text.append(
                        String.format(Locale.ROOT, " %11d", Arrays.stream(cells).sum()))
                .toString();
    }
}
