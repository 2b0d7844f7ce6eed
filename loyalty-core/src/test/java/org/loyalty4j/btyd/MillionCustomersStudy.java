package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.SpendHistories;

/**
 * How long it takes to fit the models to 2,357, 100,000 and 1,000,000 customers, and to score these, in one process. Prints the
 * table of {@code docs/performance.md}; the heap is that of the tests, 2 GB:
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=MillionCustomersStudy</pre>
 */
class MillionCustomersStudy {
    private static final int REPEATS = 5;
    private static final ParetoNbd PARETO = new ParetoNbd(0.553, 10.578, 0.606, 11.669, PeriodUnit.WEEK);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final Horizon YEAR = Horizon.years(1);
    private static final DiscountRate TEN_PERCENT = DiscountRate.annual(0.1);

    @Test
    void fitAndScore() {
        List<String> table = new ArrayList<>(List.of(
                "| customers | distinct | fit BG/NBD | MBG/NBD | Pareto/NBD | Gamma-Gamma | "
                        + "P(alive), P(purchase), expectation: BG/NBD | Pareto/NBD | "
                        + "discounted year: BG/NBD | Pareto/NBD |",
                "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"));
        for (int customers : new int[] {2_357, 100_000, 1_000_000}) {
            table.add(row(customers));
        }
        table.forEach(System.out::println);
        assertThat(table).hasSize(5);
    }

    private static String row(int customers) {
        RepeatHistories histories = histories(customers);
        SpendHistories spend = spend(histories);
        Fit<BgNbd> bg = ModelFitter.bgNbd().fit(histories.histogram());
        Fit<ParetoNbd> pareto = ModelFitter.paretoNbd().fit(histories.histogram());
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %s | %s | %s | %s | %s | %s | %s | %s |",
                customers,
                histories.histogram().size(),
                fitted(() -> ModelFitter.bgNbd().fit(histories.histogram())),
                fitted(() -> ModelFitter.mbgNbd().fit(histories.histogram())),
                fitted(() -> ModelFitter.paretoNbd().fit(histories.histogram())),
                fitted(() -> ModelFitter.gammaGamma().fit(spend.histogram())),
                forecast(bg.model(), histories),
                forecast(pareto.model(), histories),
                discounted(bg.model(), histories),
                discounted(pareto.model(), histories));
    }

    /** Customers born on each day of a year and observed for one to two years; purchases fall on whole days. */
    private static RepeatHistories histories(int customers) {
        PurchaseSimulator simulator = PurchaseSimulator.of(PARETO, 2026);
        List<RepeatHistory> histories = IntStream.range(0, customers)
                .mapToObj(i -> {
                    int days = 365 + i % 365;
                    List<Double> weeks =
                            simulator.newCustomer(i, Horizon.days(days)).times();
                    int[] purchaseDays = weeks.stream()
                            .mapToInt(week -> (int) Math.min(days, Math.ceil(7 * week)))
                            .distinct()
                            .toArray();
                    int last = Arrays.stream(purchaseDays).max().orElse(0);
                    return new RepeatHistory("C" + i, purchaseDays.length, last, days, PeriodUnit.DAY);
                })
                .toList();
        return RepeatHistories.of(histories, PeriodUnit.DAY).in(PeriodUnit.WEEK);
    }

    private static SpendHistories spend(RepeatHistories histories) {
        SpendSimulator simulator = SpendSimulator.of(SPEND, 2026);
        int[] repeaters = IntStream.range(0, histories.size())
                .filter(i -> histories.get(i).repeatPurchases() > 0)
                .toArray();
        int[] purchases = Arrays.stream(repeaters)
                .map(i -> histories.get(i).repeatPurchases())
                .toArray();
        double[] means = new double[repeaters.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = Math.max(
                    0.01,
                    Math.rint(100
                                    * Arrays.stream(simulator.newCustomer(repeaters[i], purchases[i]))
                                            .average()
                                            .orElseThrow())
                            / 100);
        }
        return SpendHistories.of(Arrays.stream(repeaters).mapToObj(i -> "C" + i).toList(), purchases, means);
    }

    private static String fitted(Supplier<Fit<?>> work) {
        return median(work, fit -> assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED));
    }

    /** The base as a whole is expected to buy, by each model, what the one that it was drawn from says, within a tenth. */
    private static String forecast(PurchaseModel<?> model, RepeatHistories histories) {
        double expected = sum(histories.evaluate(h -> PARETO.expectedPurchases(h, YEAR)));
        return median(() -> model.forecast(histories, YEAR), forecasts -> {
            assertThat(forecasts).hasSize(histories.size());
            double[] each = forecasts.stream()
                    .mapToDouble(PurchaseForecast::expectedPurchases)
                    .toArray();
            assertThat(Arrays.stream(each).min().orElseThrow()).isPositive();
            assertThat(sum(each)).isCloseTo(expected, within(0.1 * expected));
        });
    }

    private static String discounted(PurchaseModel<?> model, RepeatHistories histories) {
        double[] most = histories.evaluate(h -> model.expectedPurchases(h, YEAR));
        return median(() -> histories.evaluate(h -> model.discountedPurchases(h, YEAR, TEN_PERCENT)), answers -> {
            assertThat(answers).hasSize(histories.size());
            for (int i = 0; i < answers.length; i++) {
                assertThat(answers[i]).isBetween(most[i] / 1.1, most[i]);
            }
        });
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    /** The time of the work in the middle of some repeats, its result looked at. */
    private static <T> String median(Supplier<T> work, Consumer<T> check) {
        double[] seconds = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long start = System.nanoTime();
            T result = work.get();
            seconds[i] = (System.nanoTime() - start) / 1e9;
            check.accept(result);
        }
        Arrays.sort(seconds);
        return String.format(Locale.ROOT, "%.3g s", seconds[REPEATS / 2]);
    }
}
