package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.OpportunityHistory;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.SpendHistory;

/** What the simulators draw against what the models expect, within four standard errors of a fixed seed. */
class SimulatorsTest {
    private static final int COUNT = 10_000;
    private static final Horizon YEAR = Horizon.weeks(52);

    static Stream<PurchaseModel<?>> models() {
        return Stream.of(
                new Nbd(.8, 12, PeriodUnit.WEEK),
                new ParetoNbd(.553, 10.578, .606, 11.669, PeriodUnit.WEEK),
                new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK),
                new MbgNbd(.525, 6.183, .891, 1.614, PeriodUnit.WEEK),
                new BgCnbd(3, .8, 2, .9, 3, PeriodUnit.WEEK),
                new MbgCnbd(2, .8, 3, .9, 3, PeriodUnit.WEEK));
    }

    @ParameterizedTest
    @MethodSource("models")
    void newCustomersAreAsTheModelSays(PurchaseModel<?> model) {
        List<SimulatedPurchases> drawn = PurchaseSimulator.of(model, 1).newCustomers(COUNT, YEAR);
        assertMean(counts(drawn), model.expectedPurchases(YEAR));
        for (int n = 0; n < 4; n++) {
            assertShare(drawn, n, model.probabilityOfPurchases(n, YEAR));
        }
        if (model instanceof DropoutModel<?> mortal) {
            double alive = mortal.probabilityAlive(YEAR);
            assertThat(drawn.stream().filter(SimulatedPurchases::alive).count() / (double) COUNT)
                    .isCloseTo(alive, within(standardErrors(alive)));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void knownCustomersAreAsTheModelSays(PurchaseModel<?> model) {
        RepeatHistory history = new RepeatHistory("known", 4, 20, 30, PeriodUnit.WEEK);
        Horizon half = Horizon.weeks(26);
        CustomerSimulator simulator = PurchaseSimulator.of(model, 2).after(history);
        List<SimulatedPurchases> drawn = IntStream.range(0, COUNT)
                .mapToObj(draw -> simulator.draw(draw, half))
                .toList();
        assertMean(counts(drawn), model.expectedPurchases(history, half));
        for (int n = 0; n < 3; n++) {
            assertShare(drawn, n, model.probabilityOfPurchases(history, n, half));
        }
    }

    private static double[] counts(List<SimulatedPurchases> drawn) {
        return drawn.stream().mapToDouble(purchases -> purchases.times().size()).toArray();
    }

    private static void assertShare(List<SimulatedPurchases> drawn, int n, double expected) {
        assertThat(drawn.stream()
                                .filter(purchases -> purchases.times().size() == n)
                                .count()
                        / (double) COUNT)
                .as("P(%d)", n)
                .isCloseTo(expected, within(standardErrors(expected)));
    }

    private static double standardErrors(double probability) {
        return 4 * Math.sqrt(probability * (1 - probability) / COUNT) + 1e-9;
    }

    private static void assertMean(double[] values, double expected) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
        assertThat(mean).isCloseTo(expected, within(4 * Math.sqrt(variance / values.length)));
    }

    @Test
    void aCustomerDoesNotDependOnTheOthers() {
        PurchaseSimulator simulator = PurchaseSimulator.of(new Nbd(.8, 12, PeriodUnit.WEEK), 3);
        SimulatedBase base = simulator.newCustomers(10, YEAR);
        assertThat(base).hasSize(10);
        assertThat(base.get(7)).isEqualTo(simulator.newCustomer(7, YEAR)).isEqualTo(base.get(7));
        SimulatedBase mixed = simulator.newCustomers(List.of(Horizon.weeks(10), YEAR, Horizon.days(70)));
        assertThat(mixed.get(1)).isEqualTo(base.get(1));
        assertThat(mixed.get(2).horizon()).isEqualTo(Horizon.weeks(10));
        assertThat(PurchaseSimulator.of(new Nbd(.8, 12, PeriodUnit.WEEK), 4).newCustomers(10, YEAR))
                .isNotEqualTo(base);
    }

    /** A longer look at the same customer shows the same purchases, and those after. */
    @Test
    void aCustomerIsTheSameObservedForLonger() {
        PurchaseSimulator simulator = PurchaseSimulator.of(new Nbd(.8, 2, PeriodUnit.WEEK), 3);
        for (int i = 0; i < 50; i++) {
            List<Double> brief = simulator.newCustomer(i, Horizon.weeks(26)).times();
            List<Double> whole = simulator.newCustomer(i, YEAR).times();
            assertThat(whole.subList(0, brief.size())).isEqualTo(brief);
        }
    }

    @Test
    void theFutureOfACustomerIsFoundByIdAndNumber() {
        PurchaseSimulator simulator = PurchaseSimulator.of(new Nbd(.8, 2, PeriodUnit.WEEK), 3);
        RepeatHistory a = new RepeatHistory("a", 2, 14, 70, PeriodUnit.DAY);
        RepeatHistory b = new RepeatHistory("b", 2, 14, 70, PeriodUnit.DAY);
        SimulatedPurchases future = simulator.after(a).draw(5, YEAR);
        assertThat(simulator.after(a).draw(5, YEAR)).isEqualTo(future);
        assertThat(simulator.after(a).draw(6, YEAR)).isNotEqualTo(future);
        assertThat(simulator.after(b).draw(5, YEAR)).isNotEqualTo(future);
        List<Double> told = new ArrayList<>();
        assertThat(simulator.after(a).draw(5, YEAR, told::add)).isTrue();
        assertThat(told).isEqualTo(future.times());
    }

    @Test
    void drawnCustomersHaveHistories() {
        SimulatedBase base =
                PurchaseSimulator.of(new Nbd(.8, 2, PeriodUnit.WEEK), 3).newCustomers(20, YEAR);
        for (int i = 0; i < 20; i++) {
            RepeatHistory history = base.histories().get(i);
            List<Double> times = base.get(i).times();
            assertThat(history.customerId()).isEqualTo(Integer.toString(i));
            assertThat(history.repeatPurchases()).isEqualTo(times.size());
            assertThat(history.lastPurchaseAt()).isEqualTo(times.isEmpty() ? 0 : times.get(times.size() - 1));
            assertThat(history.observedFor()).isEqualTo(52);
        }
        assertThat(base.toString()).startsWith("[SimulatedPurchases[times=[");
    }

    @Test
    void donorsAreAsTheModelSays() {
        BgBb model = new BgBb(1.204, .750, .657, 2.783, PeriodUnit.YEAR);
        OpportunitySimulator simulator = OpportunitySimulator.of(model, 6);
        List<SimulatedOpportunities> drawn = simulator.newCustomers(COUNT, 6);
        assertMean(
                drawn.stream().mapToDouble(d -> d.used().size()).toArray(),
                model.expectedTransactions(BgBb.newCustomer(), 6));
        double alive = model.probabilityAlive(BgBb.newCustomer(), 6);
        assertThat(drawn.stream().filter(SimulatedOpportunities::alive).count() / (double) COUNT)
                .isCloseTo(alive, within(standardErrors(alive)));
        OpportunityHistory history = new OpportunityHistory("a", 3, 4, 6);
        List<SimulatedOpportunities> futures = IntStream.range(0, COUNT)
                .mapToObj(draw -> simulator.after(history, draw, 5))
                .toList();
        for (int k = 0; k <= 5; k++) {
            int count = k;
            double expected = model.probabilityOfTransactions(history, k, 5);
            assertThat(futures.stream().filter(f -> f.used().size() == count).count() / (double) COUNT)
                    .isCloseTo(expected, within(standardErrors(expected)));
        }
        assertThat(simulator.after(history, 3, 5)).isEqualTo(futures.get(3));
        assertThat(drawn.get(9)).isEqualTo(simulator.newCustomer(9, 6));
        assertThat(drawn.get(9).history("a").opportunities()).isEqualTo(6);
    }

    @Test
    void spendIsAsTheModelSays() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);
        SpendSimulator simulator = SpendSimulator.of(model, 7);
        double[] means = IntStream.range(0, COUNT)
                .mapToDouble(i ->
                        Arrays.stream(simulator.newCustomer(i, 3)).average().orElseThrow())
                .toArray();
        assertMean(means, model.expectedSpend().orElseThrow());
        double[] futures = IntStream.range(0, COUNT)
                .mapToDouble(draw -> simulator.after("a", draw, 1)[0])
                .toArray();
        assertMean(futures, model.expectedSpend().orElseThrow());
        SpendHistory history = new SpendHistory("a", 4, 90);
        double[] known = IntStream.range(0, COUNT)
                .mapToDouble(draw -> simulator.after(history, draw, 1)[0])
                .toArray();
        assertMean(known, model.expectedSpend(history).orElseThrow());
        assertThat(simulator.after(history, 3, 5)).startsWith(known[3]);
        assertThat(simulator.newCustomer(3, 0)).isEmpty();
    }

    @Test
    void simulatorsOfOneSeedShareNoNumbers() {
        assertThat(Streams.Kind.SPEND.future(1, 2, 3).uniform())
                .isNotEqualTo(Streams.Kind.PURCHASES.future(1, 2, 3).uniform());
        assertThat(Streams.hash("a")).isEqualTo(0xaf63dc4c8601ec8cL);
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        PurchaseSimulator simulator = PurchaseSimulator.of(new Nbd(1, 1, PeriodUnit.WEEK), 1);
        assertThatThrownBy(() -> simulator.newCustomer(-1, YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index must be in [0, inf), but was -1");
        assertThatThrownBy(() -> simulator.newCustomers(-1, YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers must be in [0, inf), but was -1");
        assertThatThrownBy(() -> new SimulatedPurchases(List.of(2.0, 1.0), true, YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("times[1] must be in [2, 52], but was 1.0");
        assertThatThrownBy(() -> new SimulatedOpportunities(List.of(2, 2), true, 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("used[1] must be in [3, 6], but was 2");
        assertThatThrownBy(() -> SpendSimulator.of(new GammaGamma(1, 2, 3), 1).newCustomer(0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("occasions must be in [0, inf), but was -1");
        assertThat(simulator.toString()).contains("seed 1");
        assertThat(OpportunitySimulator.of(new BgBb(1, 1, 1, 1, PeriodUnit.YEAR), 1)
                        .toString())
                .contains("seed 1");
        assertThat(SpendSimulator.of(new GammaGamma(1, 2, 3), 1).toString()).contains("seed 1");
    }
}
