package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.OpportunityHistory;

class BgBbPropertyTest {

    @Property(tries = 100, seed = "1")
    void everythingIsFiniteAndInRange(
            @ForAll("models") BgBb model,
            @ForAll("histories") OpportunityHistory history,
            @ForAll("horizons") int next) {
        double alive = model.probabilityAlive(history);
        double expected = model.expectedTransactions(history, next);
        double discounted = model.discountedTransactions(history, next, 0.1);
        assertThat(model.logLikelihood(history)).isFinite().isLessThanOrEqualTo(0);
        assertThat(alive).isBetween(0.0, 1.0);
        assertThat(model.probabilityAlive(history, next)).isBetween(0.0, alive);
        assertThat(expected).isBetween(0.0, (double) next);
        assertThat(discounted).isBetween(0.0, expected);
        assertThat(model.probabilityOfTransaction(history, next)).isBetween(0.0, Math.min(1, expected * (1 + 1e-9)));
        assertThat(model.probabilityOfTransactions(history, next / 3, next)).isBetween(0.0, 1.0);
        assertThat(model.discountedTransactions(history, 0.1).orElseThrow())
                .isFinite()
                .isGreaterThanOrEqualTo(discounted * (1 - 1e-9));
        assertThat(model.discountedTransactions(history, 1e-9).orElseThrow()).isFinite();
    }

    @Property(tries = 300, seed = "1")
    void theLongerAheadTheMoreAndTheLessAlive(
            @ForAll("models") BgBb model,
            @ForAll("histories") OpportunityHistory history,
            @ForAll @IntRange(max = 100) int next) {
        assertThat(model.expectedTransactions(history, next + 1))
                .isGreaterThanOrEqualTo(model.expectedTransactions(history, next));
        assertThat(model.probabilityOfTransaction(history, next + 1))
                .isGreaterThanOrEqualTo(model.probabilityOfTransaction(history, next));
        assertThat(model.probabilityAlive(history, next + 1))
                .isLessThanOrEqualTo(model.probabilityAlive(history, next) * (1 + 1e-14));
    }

    @Property(tries = 200, seed = "1")
    void probabilitiesAddUpToOneAndTheirMeanToTheExpectation(
            @ForAll("models") BgBb model,
            @ForAll("histories") OpportunityHistory history,
            @ForAll @IntRange(max = 60) int next) {
        double sum = 0;
        double mean = 0;
        for (int k = 0; k <= next; k++) {
            double probability = model.probabilityOfTransactions(history, k, next);
            sum += probability;
            mean += k * probability;
        }
        double expected = model.expectedTransactions(history, next);
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(expected, within(1e-11 * expected));
        assertThat(1 - model.probabilityOfTransactions(history, 0, next))
                .isCloseTo(model.probabilityOfTransaction(history, next), within(1e-13));
    }

    @Property(tries = 200, seed = "1")
    void adjacentIntervalsAddUp(
            @ForAll("models") BgBb model,
            @ForAll("histories") OpportunityHistory history,
            @ForAll @IntRange(max = 50) int first,
            @ForAll @IntRange(max = 50) int second) {
        double whole = model.expectedTransactions(history, first + second);
        assertThat(model.expectedTransactions(history, first)
                        + model.expectedTransactions(history, first, first + second))
                .isCloseTo(whole, within(1e-12 * whole));
    }

    /** All sequences of transactions at n opportunities: C(t_x - 1, x - 1) of them share a history. */
    @Property(tries = 100, seed = "1")
    void likelihoodsOfAllSequencesAddUpToOne(@ForAll("models") BgBb model, @ForAll @IntRange(max = 12) int n) {
        double sum = 0;
        for (int tx = 0; tx <= n; tx++) {
            double sequences = 1;
            for (int x = Math.min(tx, 1); x <= tx; x++) {
                sum += sequences * Math.exp(model.logLikelihood(new OpportunityHistory("a", x, tx, n)));
                sequences *= (double) (tx - x) / x;
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    /** Bayes: what follows given a history is the likelihood of both together over that of the history. */
    @Property(tries = 200, seed = "1")
    void forecastsAgreeWithTheLikelihood(
            @ForAll("models") BgBb model,
            @ForAll("histories") OpportunityHistory history,
            @ForAll @IntRange(max = 40) int next) {
        OpportunityHistory silent = new OpportunityHistory(
                "a", history.transactions(), history.lastTransactionAt(), history.opportunities() + next);
        double noneByBayes = Math.exp(model.logLikelihood(silent) - model.logLikelihood(history));
        assertThat(model.probabilityOfTransactions(history, 0, next)).isCloseTo(noneByBayes, within(1e-9));
    }

    @Property(tries = 200, seed = "1")
    void nothingHappensAtGammaOne(
            @ForAll("models") BgBb model,
            @ForAll("histories") OpportunityHistory history,
            @ForAll @IntRange(min = 1, max = 100) int next) {
        double[] at = {
            expected(model, 1 - 1e-9, history, next),
            expected(model, 1, history, next),
            expected(model, 1 + 1e-9, history, next)
        };
        assertThat(at[0]).isCloseTo(at[1], within(1e-6 * at[1]));
        assertThat(at[2]).isCloseTo(at[1], within(1e-6 * at[1]));
    }

    private static double expected(BgBb model, double gamma, OpportunityHistory history, int next) {
        return model.withValues(model.alpha(), model.beta(), gamma, model.delta())
                .expectedTransactions(history, next);
    }

    @Provide
    Arbitrary<BgBb> models() {
        Arbitrary<Double> parameter =
                Arbitraries.doubles().between(-3, 3).ofScale(3).map(exponent -> Math.pow(10, exponent));
        return Combinators.combine(parameter, parameter, parameter, parameter)
                .as((alpha, beta, gamma, delta) -> new BgBb(alpha, beta, gamma, delta, PeriodUnit.MONTH));
    }

    @Provide
    Arbitrary<OpportunityHistory> histories() {
        return Arbitraries.of(0, 1, 6, 52, 300, 3_000, 100_000)
                .flatMap(n -> Arbitraries.integers()
                        .between(0, n)
                        .flatMap(tx -> Arbitraries.integers()
                                .between(Math.min(tx, 1), tx)
                                .map(x -> new OpportunityHistory("a", x, tx, n))));
    }

    @Provide
    Arbitrary<Integer> horizons() {
        return Arbitraries.of(0, 1, 12, 500, 1_000_000);
    }
}
