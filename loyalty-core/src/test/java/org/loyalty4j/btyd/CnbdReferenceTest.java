package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistory;

/**
 * BG/CNBD-k and MBG/CNBD-k by brute force: python 3 with mpmath 1.3, {@code mp.dps = 30}, the trapezoidal rule of step 1/8 in ln
 * lambda and logit p over, given both, with q survived coins,
 *
 * <pre>{@code
 * alive = lambda**(k*x) / (k-1)!**x * (1-p)**q * sum(exp(-lambda*T) * (lambda*(T-tx))**j / j! for j < k)
 * dead = lambda**(k*x) / (k-1)!**x * p * (1-p)**(q-1) * exp(-lambda*tx)
 * }</pre>
 *
 * <p>and, of the customer alive with j phases passed, {@code P(c purchases due) = P(Poisson(lambda*t) >= c*k - j) - P(... >=
 * (c+1)*k - j)}, each made if the coins before it were survived; discounted for ever {@code Q**(k-j) / (1 - Q**k * (1-p))} with
 * {@code Q = lambda / (lambda + d)}.
 */
class CnbdReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "0,2,0.9,4,0.793,2.426,3,20,30,10,0.01,-15.80206448750792,0.60455491274017355,0.68371524857255462,0.46521445965844617,0.13006294754004952,0.52197502672101065,3.5699207057515245",
        "0,3,1.4,1.5,0.5,1.7,4,8.5,10,5,0.05,-12.838812359380901,0.86378165402649399,1.7454622437576921,0.83063305908196169,0.3120550707814403,0.73698191679753885,5.1550194298719875",
        "1,3,2.5,6,2.2,3.1,7,25,26.5,12,0.02,-33.77755415952338,0.80314799709395311,1.9511869092653167,0.79675140787302432,0.24793489881044332,0.50170804237174287,3.8290898607670091",
        "1,2,0.9,4,0.793,2.426,3,20,30,10,0.01,-16.014143310978608,0.65207815309213559,0.74315078248160519,0.50178433629934332,0.14246443365686649,0.57432444997290561,4.068239876001041",
        "0,3,0.6,3,0.8,2.5,0,0,9,4,0.05,-0.28945232584657333,1.0,0.12119717779763173,0.11725531298060202,0.0037572444436307668,0.97084442078115125,0.49399538562148715",
        "1,5,3,2,0.4,1.9,2,3,3.9,3,0.1,-6.3250993001982885,0.89724061465042891,1.3079510511283479,0.82515500860825564,0.30883034756861003,0.80517331922269041,3.6253070028743533"
    })
    void bruteForce(
            int modified,
            int k,
            double r,
            double alpha,
            double a,
            double b,
            int x,
            double tx,
            double until,
            double t,
            double d,
            double logLikelihood,
            double alive,
            double expected,
            double any,
            double two,
            double aliveLater,
            double dert) {
        DropoutModel<?> model = modified == 1
                ? new MbgCnbd(k, r, alpha, a, b, PeriodUnit.YEAR)
                : new BgCnbd(k, r, alpha, a, b, PeriodUnit.YEAR);
        RepeatHistory history = BetaGeometricReference.history(x, tx, until);
        Horizon next = Horizon.years(t);
        DiscountRate rate = DiscountRate.continuous(d);
        assertThat(model.logLikelihood(history)).isCloseTo(logLikelihood, within(1e-13 * Math.abs(logLikelihood)));
        assertThat(model.probabilityAlive(history)).isCloseTo(alive, within(1e-13));
        assertThat(model.expectedPurchases(history, next)).isCloseTo(expected, within(1e-12 * expected));
        assertThat(model.probabilityOfPurchase(history, next)).isCloseTo(any, within(1e-12));
        assertThat(model.probabilityOfPurchases(history, 2, next)).isCloseTo(two, within(1e-12));
        assertThat(model.probabilityAlive(history, next)).isCloseTo(aliveLater, within(1e-12));
        assertThat(model.discountedPurchases(history, rate).orElseThrow()).isCloseTo(dert, within(1e-11 * dert));
        assertThat(model.discountedPurchases(history, Horizon.years(1e6), rate)).isCloseTo(dert, within(1e-11 * dert));
        assertThat(model.discountedPurchases(history, next, DiscountRate.none()))
                .isCloseTo(expected, within(1e-12 * expected));
    }

    /**
     * Within a horizon, likewise over lambda by the trapezoidal rule of step 1/32 in ln lambda ({@code mp.dps = 22}): the sum over
     * the c-th purchase to come, m = k c - j phases away, of {@code rf(b1, c-1) / rf(a+b1, c-1) * Q**m * gammainc(m, 0,
     * (lambda+d)*t, regularized=True)} with b1 = b + q.
     */
    @ParameterizedTest
    @CsvSource({
        "1,12,2,1,0.8,2.4,3,20,22,15,0.02,1.461408960061125381494564,1.704262505567538747697174",
        "0,12,0.5,0.4,1.3,2.4,0,0,0.3,4,0.1,0.1415600182975555284072647,0.1811770879854441965388798"
    })
    void withinAHorizon(
            int modified,
            int k,
            double r,
            double alpha,
            double a,
            double b,
            int x,
            double tx,
            double until,
            double t,
            double d,
            double discounted,
            double expected) {
        Prospect prospect = Prospect.of(new BetaGeometricKernel(k, modified == 1, r, alpha, a, b), x, tx, until);
        assertThat(prospect.discountedPurchases(t, d)).isCloseTo(discounted, within(1e-12 * discounted));
        assertThat(prospect.expectedPurchases(t)).isCloseTo(expected, within(1e-12 * expected));
    }
}
