package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.OpportunityHistogram;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.SpendHistory;

/**
 * How often the 95 % intervals of the parameters hold the parameters that the data were drawn from. Prints the table of
 * {@code docs/models.md}:
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=CoverageStudy</pre>
 */
class CoverageStudy {
    private static final int REPLICATES = Integer.getInteger("replicates", 1000);
    private static final int CUSTOMERS = Integer.getInteger("customers", 2000);

    private final List<String> table = new ArrayList<>(List.of(
            "| model | drawn from | intervals given | " + "coverage of each parameter, in the order of its symbols |",
            "| --- | --- | --- | --- |"));

    @Test
    void coverageOfTheParameters() {
        PeriodUnit week = PeriodUnit.WEEK;
        purchases(ModelFitter.bgNbd(), new BgNbd(0.243, 4.414, 0.793, 2.426, week));
        purchases(ModelFitter.bgNbd(), new BgNbd(1.5, 8, 1.2, 4, week));
        purchases(ModelFitter.bgNbd(), new BgNbd(0.8, 20, 0.6, 1.5, week));
        purchases(ModelFitter.mbgNbd(), new MbgNbd(0.525, 6.183, 0.891, 1.614, week));
        purchases(ModelFitter.mbgNbd(), new MbgNbd(1.5, 8, 1.2, 4, week));
        purchases(ModelFitter.mbgCnbd(2), new MbgCnbd(2, 1.2, 4, 1, 3, week));
        purchases(ModelFitter.paretoNbd(), new ParetoNbd(0.553, 10.578, 0.606, 11.669, week));
        purchases(ModelFitter.paretoNbd(), new ParetoNbd(1.5, 8, 1.2, 40, week));
        purchases(ModelFitter.nbd(), new Nbd(0.385, 12.07, week));
        opportunities(new BgBb(1.204, 0.75, 0.657, 2.783, PeriodUnit.YEAR), 6);
        opportunities(new BgBb(2, 3, 1.5, 8, PeriodUnit.YEAR), 12);
        spend(new GammaGamma(6.25, 3.74, 15.44));
        spend(new GammaGamma(2, 2.5, 30));

        table.forEach(System.out::println);
        assertThat(table).hasSize(15);
    }

    /** Customers born evenly over 12 weeks and observed for 52 to 40 of them. */
    private <M extends PurchaseModel<M>> void purchases(
            ModelFitter<M, org.loyalty4j.summary.RepeatHistogram> fitter, M truth) {
        List<Horizon> observedFor = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> Horizon.weeks(52 - 12.0 * (i % 12) / 12))
                .toList();
        row(
                truth,
                seed -> fitter.fit(PurchaseSimulator.of(truth, seed)
                        .newCustomers(observedFor)
                        .histories()
                        .histogram()));
    }

    private void opportunities(BgBb truth, int opportunities) {
        row(
                truth,
                seed -> ModelFitter.bgBb(PeriodUnit.YEAR)
                        .fit(OpportunityHistogram.of(
                                OpportunitySimulator.of(truth, seed).newCustomers(CUSTOMERS, opportunities).stream()
                                        .map(customer -> customer.history("c"))
                                        .toList())));
    }

    /** One to eight purchases a customer. */
    private void spend(GammaGamma truth) {
        row(truth, seed -> {
            SpendSimulator simulator = SpendSimulator.of(truth, seed);
            List<SpendHistory> histories = IntStream.range(0, CUSTOMERS)
                    .mapToObj(i -> {
                        double[] amounts = simulator.newCustomer(i, 1 + i % 8);
                        double sum = 0;
                        for (double amount : amounts) {
                            sum += amount;
                        }
                        return new SpendHistory("c", amounts.length, sum / amounts.length);
                    })
                    .toList();
            return ModelFitter.gammaGamma().fit(SpendHistogram.of(histories));
        });
    }

    private <M extends ParametricModel<M>> void row(M truth, LongFunction<Fit<M>> fit) {
        double[] values = truth.values();
        List<List<Estimate>> given = LongStream.range(0, REPLICATES)
                .parallel()
                .mapToObj(seed -> List.copyOf(fit.apply(seed).parameters(0.95).values()))
                .filter(estimates -> !estimates.isEmpty())
                .toList();
        StringBuilder shares = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            int parameter = i;
            long held = given.stream()
                    .filter(estimates -> estimates.get(parameter).interval().contains(values[parameter]))
                    .count();
            shares.append(String.format(Locale.ROOT, "%s%.1f %%", i == 0 ? "" : ", ", 100.0 * held / given.size()));
        }
        StringBuilder parameters = new StringBuilder();
        truth.parameters().forEach((symbol, value) -> parameters.append(symbol + " " + value + " "));
        table.add(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f %% | %s |",
                truth.name(),
                parameters.toString().trim(),
                100.0 * given.size() / REPLICATES,
                shares));
    }
}
