package org.loyalty4j.btyd;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.HoldoutOutcome;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;

/** The forecasts of the {@link Baseline}s, made from the calibration alone. */
final class NaiveForecasts {
    private final RepeatHistories histories; // in days
    private final int holdoutDays;
    private final double baseRate;
    private final int[] lastPeriod;
    private final int thresholdDays;

    private NaiveForecasts(RepeatHistories histories, int holdoutDays, int[] lastPeriod, int thresholdDays) {
        this.histories = histories;
        this.holdoutDays = holdoutDays;
        this.baseRate = baseRate(histories.histogram());
        this.lastPeriod = lastPeriod;
        this.thresholdDays = thresholdDays;
    }

    static NaiveForecasts of(TransactionLog log, PurchaseRules rules, HoldoutSplit split) {
        RepeatHistories histories = split.calibration().repeatHistories(PeriodUnit.DAY);
        LocalDate end = split.calibrationEnd();
        int holdoutDays = (int) split.holdout().in(PeriodUnit.DAY);
        int observedDays = log.firstDate()
                .map(first -> (int) (end.toEpochDay() - first.toEpochDay()))
                .orElse(0);
        int[] lastPeriod = histories.stream()
                .mapToInt(RepeatHistory::repeatPurchases)
                .toArray(); // all of them, of those who have been there no longer
        if (holdoutDays <= observedDays) {
            HoldoutSplit earlier = HoldoutSplit.of(log, rules, end.minusDays(holdoutDays), end);
            Map<String, Integer> purchases = new HashMap<>();
            for (HoldoutOutcome outcome : earlier.outcomes()) {
                purchases.put(outcome.customerId(), outcome.purchases());
            }
            for (int i = 0; i < lastPeriod.length; i++) {
                lastPeriod[i] = purchases.getOrDefault(histories.get(i).customerId(), lastPeriod[i]);
            }
        }
        int lookBack = Math.min(holdoutDays, observedDays / 2);
        int threshold = lookBack == 0
                ? holdoutDays
                : thresholdDays(HoldoutSplit.of(log, rules, end.minusDays(lookBack), end), holdoutDays);
        return new NaiveForecasts(histories, holdoutDays, lastPeriod, threshold);
    }

    /** The longest silence after which a customer is not given up, which would have told best who bought in a holdout. */
    private static int thresholdDays(HoldoutSplit split, int without) {
        int[] purchases = split.purchases();
        int[] silence = split.calibration().repeatHistories(PeriodUnit.DAY).stream()
                .mapToInt(history -> (int) (history.observedFor() - history.lastPurchaseAt()))
                .toArray();
        return thresholdDays(silence, purchases, without);
    }

    static int thresholdDays(int[] silence, int[] purchases, int without) {
        List<Integer> bySilence = IntStream.range(0, silence.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> silence[i]))
                .toList();
        int best = without;
        int bestRight = Integer.MIN_VALUE;
        int right = 0; // told rightly, but for a constant
        for (int rank = 0; rank < silence.length; rank++) {
            int customer = bySilence.get(rank);
            right += purchases[customer] > 0 ? 1 : -1;
            boolean lastOfTie = rank + 1 == silence.length || silence[bySilence.get(rank + 1)] > silence[customer];
            if (lastOfTie && right > bestRight) {
                bestRight = right;
                best = silence[customer];
            }
        }
        return best;
    }

    private static double baseRate(RepeatHistogram histogram) {
        double purchases = 0;
        double days = 0; // whole numbers: exact in any order
        for (int i = 0; i < histogram.size(); i++) {
            purchases += histogram.weight(i) * histogram.repeatPurchases(i);
            days += histogram.weight(i) * histogram.observedFor(i);
        }
        return days > 0 ? purchases / days : 0;
    }

    int thresholdDays() {
        return thresholdDays;
    }

    /** The purchases forecast for each buyer of the calibration. */
    double[] forecast(Baseline baseline) {
        return switch (baseline) {
            case MEAN_RATE -> histories.evaluate((x, tx, until) -> atOwnRate(x, until));
            case LAST_PERIOD -> Arrays.stream(lastPeriod).asDoubleStream().toArray();
            case HIATUS -> histories.evaluate((x, tx, until) -> until - tx > thresholdDays ? 0 : atOwnRate(x, until));
        };
    }

    private double atOwnRate(int x, double until) {
        return x == 0 ? baseRate * holdoutDays : x / until * holdoutDays;
    }
}
