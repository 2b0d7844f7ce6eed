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
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.SpendHistory;

/**
 * How often the 95 % intervals of the parameters hold the parameters that the data were drawn from: between 93 % and 97 % of the
 * time, in 1000 replicates, whose shares have a standard error of 0.7 points; fewer replicates are allowed more. Where so few
 * customers do not suffice for that, the parameters are named here. Prints the table of {@code docs/models.md}:
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=CoverageStudy</pre>
 */
class CoverageStudy {
    private static final int REPLICATES = Integer.getInteger("replicates", 1000);
    private static final int CUSTOMERS = Integer.getInteger("customers", 1500);
    private static final double ALLOWED_POINTS = 2 * Math.max(1, Math.sqrt(1000.0 / REPLICATES));

    /** So far off a named parameter may be. */
    private static final double ALLOWED_POINTS_OF_FEW = ALLOWED_POINTS + 4;

    private final List<String> outside = new ArrayList<>();

    @Test
    void coverageOfTheParameters() {
        PeriodUnit week = PeriodUnit.WEEK;
        System.out.println("| model | drawn from | customers | replicates with intervals | coverage, % |");
        System.out.println("| --- | --- | --- | --- | --- |");
        purchases(ModelFitter.bgNbd(), new BgNbd(0.243, 4.414, 0.793, 2.426, week));
        purchases(ModelFitter.bgNbd(), new BgNbd(1.5, 8, 1.2, 4, week));
        purchases(ModelFitter.bgNbd(), new BgNbd(0.8, 20, 0.6, 1.5, week));
        // Most of these customers buy once, and whether they were lost at once or buy seldom shows only in many of
        // them: the
        // likelihood is far from a parabola in r and b. Of 20,000 it is close to one.
        MbgNbd oneTimers = new MbgNbd(0.525, 6.183, 0.891, 1.614, week);
        purchases(ModelFitter.mbgNbd(), oneTimers, CUSTOMERS, "r", "b");
        purchases(ModelFitter.mbgNbd(), oneTimers, 20_000);
        purchases(ModelFitter.mbgNbd(), new MbgNbd(1.5, 8, 1.2, 4, week));
        purchases(ModelFitter.mbgCnbd(2), new MbgCnbd(2, 1.2, 4, 1, 3, week));
        // Few customers say little of beta; its interval then spans a factor of 5 and more, and errs on the safe side.
        purchases(ModelFitter.paretoNbd(), new ParetoNbd(0.553, 10.578, 0.606, 11.669, week), CUSTOMERS, "beta");
        purchases(ModelFitter.paretoNbd(), new ParetoNbd(1.5, 8, 1.2, 40, week), CUSTOMERS, "beta");
        purchases(ModelFitter.nbd(), new Nbd(0.385, 12.07, week));
        opportunities(new BgBb(1.204, 0.75, 0.657, 2.783, PeriodUnit.YEAR), 6);
        opportunities(new BgBb(2, 3, 1.5, 8, PeriodUnit.YEAR), 12);
        spend(new GammaGamma(6.25, 3.74, 15.44));
        spend(new GammaGamma(2, 2.5, 30));

        assertThat(outside).isEmpty();
    }

    private <M extends PurchaseModel<M>> void purchases(ModelFitter<M, RepeatHistogram> fitter, M truth) {
        purchases(fitter, truth, CUSTOMERS);
    }

    /** Customers born evenly over 12 weeks and observed for 52 to 40 of them. */
    private <M extends PurchaseModel<M>> void purchases(
            ModelFitter<M, RepeatHistogram> fitter, M truth, int customers, String... tooFewFor) {
        List<Horizon> observedFor = IntStream.range(0, customers)
                .mapToObj(i -> Horizon.weeks(52 - 12.0 * (i % 12) / 12))
                .toList();
        row(
                truth,
                customers,
                List.of(tooFewFor),
                seed -> fitter.fit(PurchaseSimulator.of(truth, seed)
                        .newCustomers(observedFor)
                        .histories()
                        .histogram()));
    }

    private void opportunities(BgBb truth, int opportunities) {
        row(
                truth,
                CUSTOMERS,
                List.of(),
                seed -> ModelFitter.bgBb(PeriodUnit.YEAR)
                        .fit(OpportunityHistogram.of(
                                OpportunitySimulator.of(truth, seed).newCustomers(CUSTOMERS, opportunities).stream()
                                        .map(customer -> customer.history("c"))
                                        .toList())));
    }

    /** One to eight purchases a customer. */
    private void spend(GammaGamma truth) {
        row(truth, CUSTOMERS, List.of(), seed -> {
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

    private <M extends ParametricModel<M>> void row(
            M truth, int customers, List<String> tooFewFor, LongFunction<Fit<M>> fit) {
        double[] values = truth.values();
        List<List<Estimate>> given = LongStream.range(0, REPLICATES)
                .parallel()
                .mapToObj(seed -> List.copyOf(fit.apply(seed).intervals(0.95).values()))
                .filter(estimates -> !estimates.isEmpty())
                .toList();
        List<String> parameters = new ArrayList<>();
        List<String> shares = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            int parameter = i;
            double held = given.stream()
                    .filter(estimates -> estimates.get(parameter).interval().contains(values[parameter]))
                    .count();
            String symbol = truth.symbols().get(i);
            parameters.add(symbol + " " + values[i]);
            shares.add(String.format(Locale.ROOT, "%s %.1f", symbol, 100 * held / given.size()));
            double allowed = tooFewFor.contains(symbol) ? ALLOWED_POINTS_OF_FEW : ALLOWED_POINTS;
            if (!(Math.abs(100 * held / given.size() - 95) <= allowed)) {
                outside.add(truth + " of " + customers + ": " + shares.get(i));
            }
        }
        if (given.size() < 0.99 * REPLICATES) {
            outside.add(truth + ": only " + given.size() + " replicates gave intervals");
        }
        System.out.println("| " + truth.name() + " | " + String.join(", ", parameters) + " | "
                + String.format(Locale.ROOT, "%,d", customers) + " | " + given.size() + " of " + REPLICATES + " | "
                + String.join(", ", shares) + " |");
    }
}
