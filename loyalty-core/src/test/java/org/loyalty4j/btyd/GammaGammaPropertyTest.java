package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.loyalty4j.summary.SpendHistory;

class GammaGammaPropertyTest {

    @Property(tries = 300, seed = "1")
    void everythingIsFiniteAndInOrder(@ForAll("models") GammaGamma model, @ForAll("spends") SpendHistory history) {
        assertThat(model.logLikelihood(history)).isFinite();
        double low = model.spendQuantile(history, 0.025);
        double middle = model.spendQuantile(history, 0.5);
        double high = model.spendQuantile(history, 0.975);
        assertThat(low).isPositive();
        assertThat(middle).isGreaterThanOrEqualTo(low);
        assertThat(high).isGreaterThanOrEqualTo(middle);
        model.expectedSpend(history)
                .ifPresent(mean -> assertThat(mean).isFinite().isGreaterThan(low));
        assertThat(model.expectedSpend().isPresent()).isEqualTo(model.q() > 1);
    }

    /** Cents instead of dollars: every amount is 100 times as much, a density a hundredth. */
    @Property(tries = 300, seed = "1")
    void sameAnswersInAnyUnitOfMoney(
            @ForAll("models") GammaGamma model,
            @ForAll("spends") SpendHistory history,
            @ForAll @DoubleRange(min = 0.01, max = 10_000) double unit) {
        GammaGamma other = new GammaGamma(model.p(), model.q(), model.gamma() * unit);
        SpendHistory converted =
                new SpendHistory(history.customerId(), history.repeatPurchases(), history.meanSpend() * unit);
        double logLikelihood = model.logLikelihood(history);
        assertThat(other.logLikelihood(converted) + Math.log(unit))
                .isCloseTo(logLikelihood, within(1e-10 * (1 + Math.abs(logLikelihood))));
        assertThat(other.spendQuantile(converted, 0.3) / unit)
                .isCloseTo(model.spendQuantile(history, 0.3), within(1e-9 * model.spendQuantile(history, 0.3)));
        model.expectedSpend(history)
                .ifPresent(mean -> assertThat(other.expectedSpend(converted).orElseThrow() / unit)
                        .isCloseTo(mean, within(1e-10 * mean)));
    }

    @Property(tries = 200, seed = "1")
    void theExpectationLiesBetweenTheCustomerAndTheCustomers(
            @ForAll("models") GammaGamma model, @ForAll("spends") SpendHistory history) {
        model.expectedSpend()
                .ifPresent(all -> assertThat(model.expectedSpend(history).orElseThrow())
                        .isBetween(
                                Math.min(all, history.meanSpend()) * (1 - 1e-9),
                                Math.max(all, history.meanSpend()) * (1 + 1e-9)));
    }

    @Provide
    Arbitrary<GammaGamma> models() {
        Arbitrary<Double> shape = power(-1, 3);
        return Combinators.combine(shape, shape, power(-2, 6)).as(GammaGamma::new);
    }

    @Provide
    Arbitrary<SpendHistory> spends() {
        return Combinators.combine(Arbitraries.of(1, 2, 7, 100, 100_000), power(-2, 7))
                .as((x, mean) -> new SpendHistory("a", x, mean));
    }

    private static Arbitrary<Double> power(int low, int high) {
        return Arbitraries.doubles().between(low, high).ofScale(3).map(exponent -> Math.pow(10, exponent));
    }
}
