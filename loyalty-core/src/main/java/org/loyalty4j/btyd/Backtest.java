package org.loyalty4j.btyd;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatTracking;

/**
 * Tries models out on the past: fits them to what was known on a day, and compares what they forecast with what happened
 * then, beside what the {@link Baseline}s say.
 *
 * <pre>{@code
 * BacktestReport report = Backtest.withDefaults()
 *         .run(log, PurchaseRules.withDefaults(), LocalDate.of(1997, 9, 30), LocalDate.of(1998, 6, 30));
 * System.out.println(report);
 * }</pre>
 *
 * <p>Purchases are days with a purchase, on both sides of the split ({@link HoldoutSplit}). The answer does not depend on the
 * order of the rows.
 *
 * <p>Source: Fader, Hardie and Lee (2005a), section 5, for tracking and frequencies.
 */
public final class Backtest implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FREQUENCIES = 7; // as in the figures of the papers: 0 to 6, and 7 or more

    private final List<PurchaseModelChoice> models;
    private final SortedMap<String, PurchaseModel<?>> given;
    private final PeriodUnit unit;
    private final int periodDays;
    private final int bins;
    private final Parallel parallel;

    private Backtest(
            List<PurchaseModelChoice> models,
            SortedMap<String, PurchaseModel<?>> given,
            PeriodUnit unit,
            int periodDays,
            int bins,
            Parallel parallel) {
        this.models = models;
        this.given = given;
        this.unit = unit;
        this.periodDays = periodDays;
        this.bins = bins;
        this.parallel = parallel;
    }

    /**
     * A backtest of the BG/NBD, MBG/NBD and Pareto/NBD models, fitted in weeks, with periods of seven days and ten bins of
     * probability.
     *
     * @return the backtest
     */
    public static Backtest withDefaults() {
        return new Backtest(
                Stream.of(PurchaseModelKind.BG_NBD, PurchaseModelKind.MBG_NBD, PurchaseModelKind.PARETO_NBD)
                        .map(PurchaseModelChoice::of)
                        .toList(),
                Collections.emptySortedMap(),
                PeriodUnit.WEEK,
                7,
                10,
                Parallel.NONE);
    }

    /**
     * A copy that fits other models.
     *
     * @param newModels the models in the order of the rows wanted, all different; may be empty
     * @return the copy
     * @throws IllegalArgumentException if a model is there twice
     */
    public Backtest withModels(List<PurchaseModelChoice> newModels) {
        List<PurchaseModelChoice> copy = List.copyOf(Objects.requireNonNull(newModels, "newModels"));
        Set<PurchaseModelChoice> seen = new HashSet<>();
        for (PurchaseModelChoice model : copy) {
            if (!seen.add(model)) {
                throw new IllegalArgumentException("newModels must be different, but had " + model + " twice");
            }
        }
        return new Backtest(copy, given, unit, periodDays, bins, parallel);
    }

    /**
     * A copy that also tries models as they are, such as those of last year or of a paper.
     *
     * @param newGiven models with parameters, in any unit, by a name such as {@code last-year}; their rows come in the order of
     *     the names, and have the name after {@code given-} as their key
     * @return the copy
     * @throws IllegalArgumentException if a name is blank
     */
    public Backtest withGivenModels(Map<String, ? extends PurchaseModel<?>> newGiven) {
        SortedMap<String, PurchaseModel<?>> copy = new TreeMap<>(Objects.requireNonNull(newGiven, "newGiven"));
        copy.forEach((name, model) -> {
            Checks.notBlank(name, "newGiven.key");
            Objects.requireNonNull(model, "newGiven.value");
        });
        return new Backtest(models, Collections.unmodifiableSortedMap(copy), unit, periodDays, bins, parallel);
    }

    /**
     * A copy that gives the fitted models in another unit of time; forecasts do not depend on it.
     *
     * @param newUnit the unit
     * @return the copy
     */
    public Backtest withUnit(PeriodUnit newUnit) {
        return new Backtest(models, given, Objects.requireNonNull(newUnit, "newUnit"), periodDays, bins, parallel);
    }

    /**
     * A copy that tracks purchases by longer or shorter periods.
     *
     * @param days the length of a period in days, in [1, inf)
     * @return the copy
     * @throws IllegalArgumentException if {@code days} is below one
     */
    public Backtest withPeriodDays(int days) {
        Checks.positive((long) days, "days");
        return new Backtest(models, given, unit, days, bins, parallel);
    }

    /**
     * A copy that puts probabilities into more or fewer bins.
     *
     * @param newBins how many bins, in [1, 1000]
     * @return the copy
     * @throws IllegalArgumentException if {@code newBins} is out of range
     */
    public Backtest withBins(int newBins) {
        Checks.inClosed(newBins, 1, 1000, "newBins");
        return new Backtest(models, given, unit, periodDays, newBins, parallel);
    }

    /**
     * A copy that fits and tries the models on several threads; the default is one. The report is the same to the bit for any
     * number of them.
     *
     * @param parallelism how many threads, in [1, 1024]
     * @return the copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Backtest withParallelism(int parallelism) {
        return new Backtest(models, given, unit, periodDays, bins, new Parallel(parallelism));
    }

    /**
     * Runs the backtest.
     *
     * @param log the transactions, complete until {@code holdoutEnd}
     * @param rules what counts as a purchase occasion, on both sides
     * @param calibrationEnd the last day of the calibration
     * @param holdoutEnd the last day of the holdout, after {@code calibrationEnd}; later rows are left out
     * @return one row a model, fitted ones first, and one a baseline; without a buyer in the calibration no model is tried
     * @throws IllegalArgumentException as {@link HoldoutSplit#of} does
     */
    public BacktestReport run(TransactionLog log, PurchaseRules rules, LocalDate calibrationEnd, LocalDate holdoutEnd) {
        HoldoutSplit split = HoldoutSplit.of(log, rules, calibrationEnd, holdoutEnd);
        NaiveForecasts naive = NaiveForecasts.of(log, rules, split);
        HoldoutComparison comparison = new HoldoutComparison(split.purchases());
        RepeatHistories histories = split.calibration().repeatHistories(unit);
        List<Supplier<BacktestRow>> rows = new ArrayList<>();
        if (!histories.isEmpty()) {
            Trials trials = new Trials(
                    comparison,
                    histories,
                    split.tracking(periodDays),
                    split.holdout().in(unit));
            for (PurchaseModelChoice model : models) {
                Fit<? extends PurchaseModel<?>> fit =
                        model.fitter().withParallelism(parallel.threads()).fit(histories.histogram());
                String name = fit.model().name();
                rows.add(() -> trials.row(model.key(), new LocalizedText(name, name), fit.model(), fit));
            }
            given.forEach((name, model) -> {
                String label = name + " (" + model.name() + ")";
                rows.add(() -> trials.row("given-" + name, new LocalizedText(label, label), model, null));
            });
        }
        for (Baseline baseline : Baseline.values()) {
            rows.add(() -> new BacktestRow(
                    baseline.key(), baseline.label(), comparison.compare(naive.forecast(baseline)), null));
        }
        return new BacktestReport(
                calibrationEnd,
                holdoutEnd,
                split.silentDays(),
                split.calibrationBuyers(),
                split.bornInHoldout(),
                split.prospects(),
                naive.thresholdDays(),
                parallel.map(rows.size(), row -> rows.get(row).get()));
    }

    /** What all models are tried on, times in the unit of the histories. */
    private final class Trials {
        private final HoldoutComparison comparison;
        private final RepeatHistories histories;
        private final RepeatTracking tracking;
        private final double holdout;

        Trials(HoldoutComparison comparison, RepeatHistories histories, RepeatTracking tracking, double holdout) {
            this.comparison = comparison;
            this.histories = histories;
            this.tracking = tracking;
            this.holdout = holdout;
        }

        BacktestRow row(
                String key,
                LocalizedText label,
                PurchaseModel<?> model,
                @Nullable Fit<? extends PurchaseModel<?>> fit) {
            PurchaseModel<?> converted = model.in(histories.unit());
            Kernel kernel = Kernel.of(converted);
            double[] expected = histories.evaluate(
                    (x, tx, until) -> Prospect.of(kernel, x, tx, until).expectedPurchases(holdout));
            double[] probability = histories.evaluate(
                    (x, tx, until) -> Prospect.of(kernel, x, tx, until).probabilityOfPurchase(holdout));
            Prospect newCustomer = Prospect.of(converted);
            ModelTrial trial = new ModelTrial(
                    model,
                    fit,
                    comparison.compareProbabilities(probability, bins),
                    tracking(newCustomer),
                    frequencies(newCustomer));
            return new BacktestRow(key, label, comparison.compare(expected), trial);
        }

        private List<TrackingPeriod> tracking(Prospect newCustomer) {
            double[] cumulative = tracking.expectedCumulative(
                    days -> newCustomer.expectedPurchases(PeriodUnit.DAY.convert(days, histories.unit())));
            List<TrackingPeriod> periods = new ArrayList<>();
            for (int i = 0; i < cumulative.length; i++) {
                double before = i == 0 ? 0 : cumulative[i - 1];
                // No period is expected to take purchases back, but a last bit of the sums may.
                periods.add(new TrackingPeriod(tracking.get(i), Math.max(0, cumulative[i] - before), cumulative[i]));
            }
            return periods;
        }

        private List<FrequencyCount> frequencies(Prospect newCustomer) {
            RepeatHistogram histogram = histories.histogram();
            double[] actual = new double[FREQUENCIES + 1];
            TreeMap<Double, Double> customersByAge = new TreeMap<>();
            for (int i = 0; i < histogram.size(); i++) {
                actual[Math.min(histogram.repeatPurchases(i), FREQUENCIES)] += histogram.weight(i);
                customersByAge.merge(histogram.observedFor(i), histogram.weight(i), Double::sum);
            }
            double[] expected = new double[FREQUENCIES + 1];
            customersByAge.forEach((age, customers) -> {
                double more = 1;
                for (int n = 0; n < FREQUENCIES; n++) {
                    double probability = newCustomer.probabilityOfPurchases(n, age);
                    expected[n] += customers * probability;
                    more -= probability;
                }
                expected[FREQUENCIES] += customers * Math.max(0, more); // rounding may take it below
            });
            List<FrequencyCount> counts = new ArrayList<>();
            for (int n = 0; n <= FREQUENCIES; n++) {
                counts.add(new FrequencyCount(n, n == FREQUENCIES, actual[n], expected[n]));
            }
            return counts;
        }
    }

    @Override
    public String toString() {
        return "Backtest of " + models + (given.isEmpty() ? "" : " and the given " + given.keySet());
    }
}
