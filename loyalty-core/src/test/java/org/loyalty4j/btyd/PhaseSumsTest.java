package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.internal.math.BetaGammaMean;
import org.loyalty4j.internal.math.GaussLegendre;
import org.loyalty4j.internal.math.NegativeBinomial;

class PhaseSumsTest {

    /** Three ways to the same expectation: phase by phase, as a mean over p, and by Gregory's rule in each of the states. */
    @ParameterizedTest
    @CsvSource({
        "1,0,2.5,900,0.8,3",
        "2,0.3,14,800,0.8,3",
        "3,0.9,10,1000,1,2",
        "12,0.2,37,60,2.2,4.5",
        "5,1e-9,30,300,0.4,1.9"
    })
    void manyPhases(int k, double waited, double shape, double z, double a, double b) {
        double expected = new PhaseSums(k, shape, waited, new CoinTable(a, b)).expected(z);
        double[] weights = PhaseWeights.of(k, shape, waited);
        assertThat(BetaGammaMean.expectedPurchases(weights, shape, z, a, b))
                .isCloseTo(expected, within(1e-11 * expected));
        double byState = 0;
        for (int j = 0; j < k; j++) {
            byState += weights[j] * new LongPhaseSum(k, k - j, shape + j, a, b).expected(z);
        }
        assertThat(byState).isCloseTo(expected, within(1e-10 * expected));
    }

    @ParameterizedTest
    @CsvSource({"1,0,2.5,400", "2,0.3,0.6,90", "3,0.9,10,200", "12,0.2,3,100"})
    void aLongSumIsTheSumOfItsTerms(int k, double waited, double shape, double z) {
        PhaseSums sums = new PhaseSums(k, shape, waited, new CoinTable(0.8, 3));
        double[] weights = PhaseWeights.of(k, shape, waited);
        double alive = 0;
        double rate = 0;
        for (int j = 0; j < k; j++) {
            LongPhaseSum state = new LongPhaseSum(k, k - j, shape + j, 0.8, 3);
            alive += weights[j] * state.alive(z);
            rate += weights[j] * state.rate(z);
        }
        assertThat(alive).isCloseTo(sums.alive(z), within(1e-10 * alive));
        assertThat(rate).isCloseTo(sums.rate(z), within(1e-10 * rate));
    }

    /** With no coin that ever fails, what is expected is the mean of the number of purchases due. */
    @ParameterizedTest
    @CsvSource({"1,0", "4,0", "4,0.5", "4,0.999", "100,0.3"})
    void withoutDropoutEveryPurchaseDueIsMade(int k, double waited) {
        double shape = 7.3;
        double z = 2;
        double[] weights = PhaseWeights.of(k, shape, waited);
        double due = 0;
        for (int j = 0; j < k; j++) {
            for (int c = 1; c < 400; c++) {
                due += weights[j] * new NegativeBinomial(shape + j, z).atLeast((double) k * c - j);
            }
        }
        PhaseSums sums = new PhaseSums(k, shape, waited, new CoinTable(1e-18, 1));
        assertThat(sums.expected(z)).isCloseTo(due, within(1e-12 * due));
        assertThat(sums.alive(z)).isCloseTo(1, within(1e-13));
    }

    @Test
    void theFirstInstant() {
        Future fresh = new BetaGeometricFuture(3, 2, 0, 1, 0.8, 3);
        // Three phases of a rate that is Gamma(2, 1): E[(rate t)^3 / 3!] = 4 t^3.
        assertThat(fresh.expectedPurchases(1e-20)).isCloseTo(4e-60, within(1e-72));
        assertThat(fresh.purchaseRate(1e-20)).isCloseTo(12e-40, within(1e-52));
        assertThat(fresh.purchaseRate(0)).isZero();
        assertThat(fresh.probabilityAlive(1e-20)).isOne();
        Future waiting = new BetaGeometricFuture(3, 2, 0.5, 1, 0.8, 3);
        double oneLeft = 0.75 / (1 + 1 + 0.75); // terms of A_3: 1, 2 / 2, 2 3 / 2 / 4
        assertThat(waiting.purchaseRate(0)).isCloseTo(4 * oneLeft, within(1e-14));
        assertThat(waiting.expectedPurchases(1e-20)).isCloseTo(4e-20 * oneLeft, within(1e-33));
        assertThat(waiting.expectedPurchases(1e-18)).isCloseTo(4e-18 * oneLeft, within(1e-29));
    }

    /** The rate of purchases on much shorter panels; once a single such value took half a second. */
    @Test
    void frequentBuyersDiscounted() {
        Future future = new BetaGeometricKernel(12, true, 0.5, 0.2, 0.8, 2.4).future(500, 70, 70.1);
        double d = 0.1 / 52;
        double early = 0.001;
        double discounted = GaussLegendre.integrate(
                y -> {
                    double u = early * StrictMath.expm1(y);
                    return StrictMath.exp(-d * u) * future.purchaseRate(u) * (u + early);
                },
                0,
                StrictMath.log1p(520 / early),
                100);
        assertThat(future.discountedPurchases(520, d)).isCloseTo(discounted, within(1e-12 * discounted));
    }

    @ParameterizedTest
    @CsvSource({"1e-14", "1e-100"})
    void absurdRatesAreDecidedByDropout(double alpha) {
        Future future = new BetaGeometricKernel(3, true, 0.7, alpha, 1.8, 2.4).future(3, 0, 0);
        double forEver = future.discountedPurchases(0).orElseThrow();
        assertThat(future.expectedPurchases(52)).isCloseTo(forEver, within(1e-8 * forEver));
        assertThat(future.discountedPurchases(52, 0.002)).isCloseTo(forEver, within(1e-8 * forEver));
        assertThat(future.probabilityOfPurchase(52)).isOne();
    }
}
