package org.loyalty4j.cli.analyze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.DropoutModel;
import org.loyalty4j.cli.report.Outlook;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;

/** P(alive) of a buyer observed for as long as the median buyer, by silence and frequency. */
final class AliveMaps {
    private static final int MOST_COLUMNS = 14;
    private static final int FEWEST_ROWS = 5;
    private static final int[] STEPS = {1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365, 730};
    private static final int[] PURCHASES = {1, 2, 3, 4, 5, 7, 10, 15, 20, 30};
    private static final double MOST_BUYERS = 0.99;

    private AliveMaps() {}

    static Outlook.AliveMap of(DropoutModel<?> model, RepeatHistories histories) {
        RepeatHistories inDays = histories.in(PeriodUnit.DAY);
        double[] ages = inDays.evaluate((x, tx, until) -> until);
        Arrays.sort(ages);
        long observed = Math.max(1, Math.round(ages[ages.length / 2]));
        List<Long> silences = silences(observed);
        List<Integer> rows = rows(inDays);
        List<List<Double>> probabilities = new ArrayList<>();
        for (int purchases : rows) {
            probabilities.add(silences.stream()
                    .map(days -> model.probabilityAlive(history(purchases, observed - days, observed)))
                    .toList());
        }
        return new Outlook.AliveMap(
                observed, model.probabilityAlive(history(0, 0, observed)), silences, rows, probabilities);
    }

    private static RepeatHistory history(int purchases, double lastPurchaseAt, double observedFor) {
        return new RepeatHistory("any", purchases, lastPurchaseAt, observedFor, PeriodUnit.DAY);
    }

    /** Round numbers of days below the time observed: the last purchase is one after the first. */
    private static List<Long> silences(long observed) {
        long step = Arrays.stream(STEPS)
                .filter(days -> observed <= (long) days * MOST_COLUMNS)
                .findFirst()
                .orElse((int) (observed / MOST_COLUMNS) + 1);
        return LongStream.iterate(0, days -> days < observed, days -> days + step)
                .boxed()
                .toList();
    }

    /** So many rows that nearly all buyers are within them. */
    private static List<Integer> rows(RepeatHistories histories) {
        double[] repeats = histories.evaluate((x, tx, until) -> x);
        Arrays.sort(repeats);
        double most = repeats[(int) (MOST_BUYERS * (repeats.length - 1))];
        return IntStream.range(0, PURCHASES.length)
                .filter(row -> row < FEWEST_ROWS || PURCHASES[row - 1] < most)
                .map(row -> PURCHASES[row])
                .boxed()
                .toList();
    }
}
