package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistory;

/** What holds for every Pareto/NBD model and history, the largest and the degenerate included. */
class ParetoNbdPropertyTest {
    private static final String SEED = "20260306";

    record Case(double r, double alpha, double s, double beta, int x, double tx, double until) {
        ParetoKernel kernel() {
            return new ParetoKernel(r, alpha, s, beta);
        }

        Prospect prospect() {
            return Prospect.of(kernel(), x, tx, until);
        }
    }

    /** Parameters over many powers of ten; s = 1, alpha = beta, t_x = T, x = 0, T = 0 are common. */
    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Double> shape =
                Arbitraries.frequencyOf(Tuple.of(4, logUniform(-2, 2)), Tuple.of(1, Arbitraries.of(1.0, 2.0, 0.5)));
        Arbitrary<Double> scale = logUniform(-3, 4);
        Arbitrary<Integer> x = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0)),
                Tuple.of(3, Arbitraries.integers().between(1, 60)),
                Tuple.of(2, logUniform(1, 5).map(v -> (int) (double) v)));
        Arbitrary<Double> share = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(0.0, 1.0)),
                Tuple.of(3, Arbitraries.doubles().between(0, 1)));
        Arbitrary<Double> until =
                Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(0.0, 1e5)), Tuple.of(6, logUniform(-2, 5)));
        return Combinators.combine(shape, scale, shape, scale, Arbitraries.of(true, false, false), x, share, until)
                .as((r, alpha, s, beta, same, n, part, t) ->
                        new Case(r, alpha, s, same ? alpha : beta, n, n == 0 ? 0 : part * t, t));
    }

    @Provide
    Arbitrary<Double> horizons() {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(0.0, 1e6)), Tuple.of(6, logUniform(-4, 6)));
    }

    private static Arbitrary<Double> logUniform(double low, double high) {
        return Arbitraries.doubles().between(low, high).map(v -> StrictMath.pow(10, v));
    }

    /** The fractions of Gauss and the race of two clocks, which is integrated, say the same of who is alive. */
    @Property(tries = 300, seed = "1")
    void fractionsAndIntegralsAgree(@ForAll("cases") Case c) {
        double shape = c.r + c.x;
        double silence = c.until - c.tx;
        LomaxRace race = new LomaxRace().between(c.s, c.beta + c.tx, shape, c.alpha + c.tx);
        double logNeither = race.logNeither(silence);
        double alive = silence == 0 ? 1 : 1 / (1 + StrictMath.exp(race.log(silence) - logNeither));

        assertThat(c.kernel().probabilityAlive(c.x, c.tx, c.until))
                .isCloseTo(alive, within(1e-14 * (10 + Math.abs(logNeither)) * alive));
    }

    @Property(tries = 200, seed = SEED)
    void everyAnswerIsFiniteAndInRange(@ForAll("cases") Case c, @ForAll("horizons") double t) {
        Prospect prospect = c.prospect();

        assertThat(c.kernel().logLikelihood(c.x, c.tx, c.until)).isFinite();
        assertThat(prospect.probabilityAlive()).isBetween(0.0, 1.0);
        assertThat(prospect.probabilityAlive(t)).isBetween(0.0, prospect.probabilityAlive());
        assertThat(prospect.expectedPurchases(t)).isFinite().isNotNegative();
        assertThat(prospect.probabilityOfPurchase(t)).isBetween(0.0, prospect.probabilityAlive());
        assertThat(prospect.discountedPurchases(t, 0.003))
                .isNotNegative()
                .isLessThanOrEqualTo(prospect.expectedPurchases(t) * (1 + 1e-12));
        assertThat(prospect.discountedPurchases(0.003).orElseThrow()).isFinite().isNotNegative();
        for (int n : new int[] {0, 1, 7, 1000, 100_000}) {
            assertThat(prospect.probabilityOfPurchases(n, t)).isBetween(0.0, 1.0);
        }
    }

    @Property(tries = 150, seed = SEED)
    void noPurchaseIsTheComplementOfSome(@ForAll("cases") Case c, @ForAll("horizons") double t) {
        Prospect prospect = c.prospect();

        assertThat(prospect.probabilityOfPurchases(0, t) + prospect.probabilityOfPurchase(t))
                .isCloseTo(1, within(1e-13));
    }

    @Property(tries = 150, seed = SEED)
    void everyAnswerIsMonotoneInTime(
            @ForAll("cases") Case c, @ForAll("horizons") double t, @ForAll("horizons") double u) {
        Prospect prospect = c.prospect();
        double early = Math.min(t, u);
        double late = Math.max(t, u);
        double rounding = 1 + 1e-13;

        assertThat(prospect.probabilityAlive(late)).isLessThanOrEqualTo(prospect.probabilityAlive(early));
        assertThat(prospect.expectedPurchases(early)).isLessThanOrEqualTo(prospect.expectedPurchases(late) * rounding);
        assertThat(prospect.probabilityOfPurchase(early))
                .isLessThanOrEqualTo(prospect.probabilityOfPurchase(late) * rounding);
        assertThat(prospect.discountedPurchases(early, 0.01))
                .isLessThanOrEqualTo(prospect.discountedPurchases(late, 0.01) * rounding);
        assertThat(prospect.discountedPurchases(late, 0.01))
                .isLessThanOrEqualTo(prospect.discountedPurchases(0.01).orElseThrow() * rounding);
    }

    @Property(tries = 150, seed = SEED)
    void discountingAtZeroIsNotDiscounting(@ForAll("cases") Case c, @ForAll("horizons") double t) {
        Prospect prospect = c.prospect();
        double expected = prospect.expectedPurchases(t);

        assertThat(prospect.discountedPurchases(t, 0)).isEqualTo(expected);
        assertThat(prospect.discountedPurchases(t, 1e-300)).isCloseTo(expected, within(1e-13 * expected));
    }

    @Property(tries = 150, seed = SEED)
    void aLongHorizonIsForEver(@ForAll("cases") Case c) {
        Prospect prospect = c.prospect();
        double forever = prospect.discountedPurchases(0.02).orElseThrow();

        assertThat(prospect.discountedPurchases(50 / 0.02, 0.02)).isCloseTo(forever, within(1e-13 * forever));
    }

    @Property(tries = 50, seed = SEED)
    void theCountsAddUpAndTheirMeanIsTheExpectation(@ForAll("cases") Case c, @ForAll("horizons") double t) {
        ParetoFuture future = new ParetoFuture(Math.max(c.r, 0.5), c.alpha, c.s, c.beta);
        double horizon = Math.min(t, 5 / future.purchaseRate(0)); // so that 300 counts hold nearly all
        double sum = 0;
        double mean = 0;
        for (int n = 0; n <= 300; n++) {
            double probability = future.probabilityOfPurchases(n, horizon);
            sum += probability;
            mean += n * probability;
        }

        assertThat(sum).isCloseTo(1, within(1e-12));
        double expected = future.expectedPurchases(horizon);
        assertThat(mean).isCloseTo(expected, within(1e-11 * expected));
    }

    @Property(tries = 100, seed = SEED)
    void theUnitOfTimeDoesNotMatter(@ForAll("cases") Case c, @ForAll("horizons") double t) {
        ParetoNbd weeks = new ParetoNbd(c.r, c.alpha, c.s, c.beta, PeriodUnit.WEEK);
        ParetoNbd years = weeks.in(PeriodUnit.YEAR);
        RepeatHistory history = new RepeatHistory("a", c.x, c.tx, c.until, PeriodUnit.WEEK);
        Horizon horizon = Horizon.weeks(t);
        double rounding = 1e-14 * (50 + c.x);

        near(years.probabilityAlive(history), weeks.probabilityAlive(history), rounding);
        near(years.expectedPurchases(history, horizon), weeks.expectedPurchases(history, horizon), rounding);
        near(years.probabilityOfPurchase(history, horizon), weeks.probabilityOfPurchase(history, horizon), rounding);
        near(years.expectedPurchases(horizon), weeks.expectedPurchases(horizon), rounding);
    }

    @Property(tries = 100, seed = SEED)
    void withoutDropoutItIsTheNbdModel(@ForAll("cases") Case c, @ForAll("horizons") double t) {
        ParetoKernel pareto = new ParetoKernel(c.r, c.alpha, 1e-9, 1e9);
        NbdKernel nbd = new NbdKernel(c.r, c.alpha);
        Future with = pareto.future(c.x, c.tx, c.until);
        Future without = nbd.future(c.x, c.tx, c.until);

        near(with.expectedPurchases(t), without.expectedPurchases(t), 1e-8);
        near(with.probabilityOfPurchase(t), without.probabilityOfPurchase(t), 1e-8);
        if (c.tx == c.until) {
            double expected = nbd.logLikelihood(c.x, c.tx, c.until);
            assertThat(pareto.logLikelihood(c.x, c.tx, c.until))
                    .isCloseTo(expected, within(1e-8 + 1e-12 * Math.abs(expected)));
        }
    }

    private static void near(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * expected + Double.MIN_NORMAL));
    }
}
