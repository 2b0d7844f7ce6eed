package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.loyalty4j.PeriodUnit;

class BetaGeometricPropertyTest {
    /** A history under a model. */
    record Case(int k, boolean modified, double r, double alpha, double a, double b, int x, double last, double until) {
        BetaGeometricKernel kernel() {
            return new BetaGeometricKernel(k, modified, r, alpha, a, b);
        }

        double tx() {
            return x == 0 ? 0 : last * until;
        }

        Prospect prospect() {
            return Prospect.of(kernel(), x, tx(), until);
        }
    }

    private static Arbitrary<Case> cases(double extreme, int mostPurchases, int mostPhases) {
        Arbitrary<Double> parameter = Arbitraries.doubles()
                .between(-extreme, extreme)
                .map(e -> StrictMath.pow(10, e))
                .edgeCases(edges -> edges.add(1.0));
        return Combinators.combine(
                        Arbitraries.of(1, 1, 2, mostPhases),
                        Arbitraries.of(true, false),
                        parameter,
                        parameter,
                        parameter,
                        parameter,
                        Arbitraries.integers().between(0, mostPurchases).edgeCases(e -> e.add(0, 1, mostPurchases)))
                .flatAs((k, modified, r, alpha, a, b, x) -> Combinators.combine(
                                Arbitraries.doubles().between(0, 1).edgeCases(e -> e.add(0.0, 1.0)),
                                Arbitraries.doubles().between(0, extreme > 2 ? 1e5 : 300))
                        .as((last, until) -> new Case(k, modified, r, alpha, a, b, x, last, until)));
    }

    @Provide
    Arbitrary<Case> ordinary() {
        return cases(1, 60, 3);
    }

    @Provide
    Arbitrary<Case> extreme() {
        return cases(3.5, 100_000, 1);
    }

    @Property(tries = 60, seed = "1")
    void everythingIsFiniteAndInRange(@ForAll("extreme") Case c) {
        assertThat(c.kernel().logLikelihood(c.x(), c.tx(), c.until())).isFinite();
        Prospect prospect = c.prospect();
        assertThat(prospect.probabilityAlive()).isBetween(0.0, 1.0);
        double before = 0;
        double alive = 1;
        for (double t : new double[] {0, 1e-6, 1, 1e3, 1e6}) {
            double expected = prospect.future().expectedPurchases(t);
            assertThat(expected).isFinite().isGreaterThanOrEqualTo(before * (1 - 1e-11));
            double then = prospect.future().probabilityAlive(t);
            assertThat(then).isBetween(0.0, alive * (1 + 1e-11));
            double any = prospect.future().probabilityOfPurchase(t);
            assertThat(any).isBetween(0.0, 1.0).isLessThanOrEqualTo(expected * (1 + 1e-11));
            assertThat(prospect.future().probabilityOfPurchases(0, t) + any).isCloseTo(1, within(1e-12));
            assertThat(prospect.future().purchaseRate(t)).isFinite().isNotNegative();
            before = expected;
            alive = then;
        }
        assertThat(prospect.discountedPurchases(0.01).orElseThrow()).isFinite().isNotNegative();
    }

    @Property(tries = 60, seed = "1")
    void theCountsAddUpToTheirMean(@ForAll("ordinary") Case c) {
        Prospect prospect = c.prospect();
        double t = 0.3 * c.alpha();
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 400 && 1 - sum > 1e-14; n++) {
            double p = prospect.probabilityOfPurchases(n, t);
            assertThat(p).isBetween(0.0, 1.0);
            sum += p;
            mean += n * p;
        }
        assertThat(sum).isCloseTo(1, within(1e-11));
        assertThat(mean).isCloseTo(prospect.expectedPurchases(t), within(1e-9 * (1 + mean)));
    }

    @Property(tries = 60, seed = "1")
    void theRateIsTheSlopeAndDeathFollowsPurchases(@ForAll("ordinary") Case c) {
        Future future = c.prospect().future();
        double t = 0.5 * c.alpha();
        double h = 1e-4 * t;
        double slope = (future.expectedPurchases(t + h) - future.expectedPurchases(t - h)) / (2 * h);
        assertThat(future.purchaseRate(t)).isCloseTo(slope, within(1e-4 * slope + 1e-9 / c.alpha()));
    }

    @Property(tries = 40, seed = "1")
    void discountingAgreesInAllItsForms(@ForAll("ordinary") Case c) {
        Future future = c.prospect().future();
        double t = 2 * c.alpha();
        double d = 0.2 / c.alpha();
        double expected = future.expectedPurchases(t);
        assertThat(future.discountedPurchases(t, 0)).isEqualTo(expected);
        assertThat(future.discountedPurchases(t, d))
                .isBetween(StrictMath.exp(-d * t) * expected * (1 - 1e-12), expected);
        double forEver = future.discountedPurchases(d).orElseThrow();
        assertThat(future.discountedPurchases(1e6 * c.alpha(), d)).isCloseTo(forEver, within(1e-10 * forEver));
        assertThat(future.discountedPurchases(0).isPresent()).isEqualTo(c.a() > 1);
    }

    @Property(tries = 40, seed = "1")
    void theUnitOfTimeDoesNotMatter(@ForAll("ordinary") Case c) {
        double days = PeriodUnit.WEEK.convert(1, PeriodUnit.DAY);
        Kernel kernel = new BetaGeometricKernel(c.k(), c.modified(), c.r(), days * c.alpha(), c.a(), c.b());
        Prospect weeks = c.prospect();
        Prospect inDays = Prospect.of(kernel, c.x(), days * c.tx(), days * c.until());
        assertThat(inDays.probabilityAlive()).isCloseTo(weeks.probabilityAlive(), within(1e-11));
        double expected = weeks.expectedPurchases(13);
        assertThat(inDays.expectedPurchases(13 * days)).isCloseTo(expected, within(1e-10 * expected));
        double logLikelihood = c.kernel().logLikelihood(c.x(), c.tx(), c.until());
        assertThat(kernel.logLikelihood(c.x(), days * c.tx(), days * c.until()))
                .isCloseTo(
                        logLikelihood - (double) c.k() * c.x() * StrictMath.log(days),
                        within(1e-11 * (1 + Math.abs(logLikelihood) + 10.0 * c.k() * c.x())));
    }

    @Property(tries = 30, seed = "1")
    void onePhaseIsTheNbdModel(@ForAll("ordinary") Case c) {
        DropoutModel<?> one = c.modified()
                ? new MbgCnbd(1, c.r(), c.alpha(), c.a(), c.b(), PeriodUnit.WEEK)
                : new BgCnbd(1, c.r(), c.alpha(), c.a(), c.b(), PeriodUnit.WEEK);
        DropoutModel<?> nbd = c.modified()
                ? new MbgNbd(c.r(), c.alpha(), c.a(), c.b(), PeriodUnit.WEEK)
                : new BgNbd(c.r(), c.alpha(), c.a(), c.b(), PeriodUnit.WEEK);
        assertThat(Kernel.of(one)).isEqualTo(Kernel.of(nbd));
    }
}
