package org.loyalty4j.churn;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.RandomAccess;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.internal.Percent;
import org.loyalty4j.summary.PurchaseDays;

/**
 * How many customers were in each state, period by period, from the period of the first purchase of all to that of the last day
 * observed; and the flows between successive periods. An immutable list in order of time.
 *
 * <p>Every customer of the log is in exactly one state in every period, before the first purchase as a prospect: the counts of each
 * period sum to the same number. Purchases are those known on the last day observed.
 *
 * <p>In the first periods of a log nobody can have lapsed yet, and customers older than the log look new: read the counts from
 * {@code thresholdDays} after its start on.
 *
 * <pre>{@code
 * ChurnStateHistory history = ChurnStateHistory.of(days, 90, CalendarPeriods.months());
 * history.get(3).share(ChurnState.LAPSED);
 * history.flows().get(2).lapseRate();
 * }</pre>
 */
public final class ChurnStateHistory extends AbstractList<ChurnStatePeriod> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final int thresholdDays;
    private final List<ChurnStatePeriod> periods;
    private final List<ChurnStateFlow> flows;

    private ChurnStateHistory(int thresholdDays, List<ChurnStatePeriod> periods, List<ChurnStateFlow> flows) {
        this.thresholdDays = thresholdDays;
        this.periods = List.copyOf(periods);
        this.flows = List.copyOf(flows);
    }

    /**
     * The history of the customers of a log.
     *
     * @param days when they bought
     * @param thresholdDays days of silence that a lapsed customer exceeds, in [1, inf)
     * @param calendar the periods; the last may be cut short by {@code days.asOf()}, and says so
     * @return one row a period; none if nobody bought
     * @throws IllegalArgumentException if the threshold is below one
     */
    public static ChurnStateHistory of(PurchaseDays days, int thresholdDays, CalendarPeriods calendar) {
        Objects.requireNonNull(days, "days");
        Objects.requireNonNull(calendar, "calendar");
        StateReader reader = new StateReader(days, thresholdDays);
        if (days.firstEpochDay().isEmpty()) {
            return new ChurnStateHistory(thresholdDays, List.of(), List.of());
        }
        List<LocalDate> starts = new ArrayList<>();
        LocalDate firstDay = LocalDate.ofEpochDay(days.firstEpochDay().getAsInt());
        for (LocalDate start = calendar.startOf(firstDay); !start.isAfter(days.asOf()); start = calendar.next(start)) {
            starts.add(start);
        }
        int size = starts.size();
        int[] first = new int[size];
        int[] last = new int[size];
        for (int p = 0; p < size; p++) {
            first[p] = (int) starts.get(p).toEpochDay();
            last[p] = (int)
                    (p + 1 < size
                            ? starts.get(p + 1).toEpochDay() - 1
                            : days.asOf().toEpochDay());
        }
        // A customer is followed from the first purchase until lapsed for good; before and after, only the ends are
        // counted.
        long[][] cells = new long[size][];
        for (int p = 0; p < size; p++) {
            cells[p] = ChurnStateFlow.noCells();
        }
        long[] bornIn = new long[size + 1];
        long[] lapsedForGoodIn = new long[size];
        for (int c = 0; c < days.customerCount(); c++) {
            int p = days.count(c) == 0 ? size : periodOf(days.epochDay(c, 0), first);
            bornIn[p]++;
            reader.turnTo(c);
            ChurnState before = ChurnState.PROSPECT;
            for (boolean done = false; p < size && !done; p++) {
                ChurnState state = reader.in(first[p], last[p]);
                ChurnStateFlow.count(cells[p], before, state);
                before = state;
                done = state == ChurnState.LAPSED && reader.isAtLastPurchase();
                lapsedForGoodIn[p] += done ? 1 : 0;
            }
        }
        List<ChurnStatePeriod> periods = new ArrayList<>();
        List<ChurnStateFlow> flows = new ArrayList<>();
        long unborn = days.customerCount();
        long gone = 0;
        for (int p = 0; p < size; p++) {
            unborn -= bornIn[p];
            ChurnStateFlow.count(cells[p], ChurnState.PROSPECT, ChurnState.PROSPECT, unborn);
            ChurnStateFlow.count(cells[p], ChurnState.LAPSED, ChurnState.LAPSED, gone);
            gone += lapsedForGoodIn[p];
            ChurnStateFlow flow = new ChurnStateFlow(
                    p == 0 ? "" : periods.get(p - 1).label(), calendar.label(starts.get(p)), cells[p]);
            periods.add(ChurnStatePeriod.of(calendar, starts.get(p), LocalDate.ofEpochDay(last[p]), flow.toAll()));
            if (p > 0) {
                flows.add(flow);
            }
        }
        return new ChurnStateHistory(thresholdDays, periods, flows);
    }

    private static int periodOf(int day, int[] first) {
        int found = Arrays.binarySearch(first, day);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public ChurnStatePeriod get(int index) {
        return periods.get(index);
    }

    @Override
    public int size() {
        return periods.size();
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
     * Who went from which state to which, between each period and the next.
     *
     * @return one table fewer than there are periods: table i goes from period i to period i + 1
     */
    public List<ChurnStateFlow> flows() {
        return flows;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-12s", "period"));
        for (ChurnState state : ChurnState.values()) {
            text.append(String.format(Locale.ROOT, " %11s", state.key()));
        }
        text.append(String.format(Locale.ROOT, " %11s %13s", "lapse rate", "reactivation"));
        for (int p = 0; p < size(); p++) {
            text.append(String.format(Locale.ROOT, "\n%-12s", get(p).label() + (get(p).complete() ? "" : "*")));
            for (long count : get(p).counts().values()) {
                text.append(String.format(Locale.ROOT, " %11d", count));
            }
            text.append(String.format(
                    Locale.ROOT,
                    " %11s %13s",
                    p == 0 ? "" : Percent.text(flows.get(p - 1).lapseRate().value(), ""),
                    p == 0
                            ? ""
                            : Percent.text(flows.get(p - 1).reactivationRate().value(), "")));
        }
        return text.append(size() > 0 && !get(size() - 1).complete() ? "\n* cut short by the end of observation" : "")
                .toString();
    }
}
