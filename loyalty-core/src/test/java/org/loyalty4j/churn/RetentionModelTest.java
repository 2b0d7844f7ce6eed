package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionModelTest {
    private static final ShiftedBetaGeometric SBG = new ShiftedBetaGeometric(0.668, 3.806);
    private static final BetaDiscreteWeibull BDW = new BetaDiscreteWeibull(0.2, 1.4, 1.7);
    private static final ConstantChurn CONSTANT = new ConstantChurn(0.2);

    /** The derivation in the paper: P(T = 1) = a/(a+b), r(t) = (b+t-1)/(a+b+t-1). */
    @Test
    void theFirstRenewals() {
        assertThat(SBG.meanChurn()).isCloseTo(0.668 / 4.474, within(1e-15));
        assertThat(SBG.churnProbability(1)).isCloseTo(0.668 / 4.474, within(1e-15));
        assertThat(SBG.retentionRate(3)).isCloseTo(5.806 / 6.474, within(1e-15));
        assertThat(SBG.polarization()).isCloseTo(1 / 5.474, within(1e-15));
        assertThat(SBG.projectedSurvivors(1000, 1)).isCloseTo(1000 * 3.806 / 4.474, within(1e-10));
        assertThat(BDW.survival(1)).isCloseTo(1.4 / 1.6, within(1e-15));
    }

    @Test
    void withoutDurationDependenceBdwIsSbg() {
        BetaDiscreteWeibull same = new BetaDiscreteWeibull(0.668, 3.806, 1);
        for (int t : new int[] {1, 2, 17, 1000, 1_000_000_000}) {
            assertThat(same.survival(t)).isCloseTo(SBG.survival(t), within(1e-14 * SBG.survival(t)));
            assertThat(same.churnRate(t)).isCloseTo(SBG.churnRate(t), within(1e-12 * SBG.churnRate(t)));
            assertThat(same.probabilityOfLeaving(t, 3))
                    .isCloseTo(SBG.probabilityOfLeaving(t, 3), within(1e-12 * SBG.probabilityOfLeaving(t, 3)));
        }
        assertThat(same.discountedExpectedResidualLifetime(4, 0.1).orElseThrow())
                .isCloseTo(SBG.discountedExpectedResidualLifetime(4, 0.1).orElseThrow(), within(1e-12));
    }

    /** Towards one chance for all. */
    @Test
    void whereCustomersAreAlikeSbgIsConstantChurn() {
        ShiftedBetaGeometric alike = new ShiftedBetaGeometric(2e9, 8e9);
        assertThat(alike.survival(20)).isCloseTo(CONSTANT.survival(20), within(1e-9));
        assertThat(alike.discountedExpectedResidualLifetime(3, 0.1).orElseThrow())
                .isCloseTo(CONSTANT.discountedExpectedResidualLifetime(3, 0.1).orElseThrow(), within(1e-8));
        assertThat(CONSTANT.discountedExpectedLifetime(0).orElseThrow()).isCloseTo(5, within(1e-12));
        assertThat(CONSTANT.discountedExpectedLifetime(0.1).orElseThrow()).isCloseTo(1.1 / 0.3, within(1e-12));
        assertThat(new ConstantChurn(1).discountedExpectedLifetime(0)).hasValue(1);
        assertThat(new ConstantChurn(1).survival(3)).isZero();
        assertThat(new ConstantChurn(0).survival(3)).isEqualTo(1);
        assertThat(CONSTANT.probabilityOfLeaving(5, 2)).isCloseTo(0.36, within(1e-15));
    }

    /** Far beyond what a double can hold of t^c, S is a power of t, and nothing is NaN. */
    @Test
    void beyondTheRangeOfDoubles() {
        BetaDiscreteWeibull steep = new BetaDiscreteWeibull(1e-5, 0.5, 200);
        // ln S = ln(Gamma(a + b) / Gamma(b)) - a c ln t
        double expected = 1e-5 * (-1.963510026021423 - 200 * StrictMath.log(1e6));
        assertThat(StrictMath.log(steep.survival(1_000_000))).isCloseTo(expected, within(1e-9));
        assertThat(steep.churnRate(1_000_000)).isCloseTo(2e-9, within(1e-14));
        // From 40 to 2: 40^200 is a number, 41^200 none.
        for (int t = 30; t < 50; t++) {
            assertThat(steep.churnRate(t + 1)).isLessThan(steep.churnRate(t)).isPositive();
        }
        BetaDiscreteWeibull step = new BetaDiscreteWeibull(1, 1, 5000);
        assertThat(step.survival(1)).isCloseTo(0.5, within(1e-15));
        assertThat(step.churnRate(2)).isEqualTo(1);
        assertThat(step.survival(2)).isZero();
        assertThat(step.discountedExpectedLifetime(0).orElseThrow()).isCloseTo(1.5, within(1e-14));
        assertThat(new BetaDiscreteWeibull(1, 1, 1e-9).churnRate(2)).isCloseTo(0, within(1e-9));
        assertThat(new ShiftedBetaGeometric(1e-12, 1e-300).churnRate(1)).isEqualTo(1);
        assertThat(new ShiftedBetaGeometric(1e-300, 1e200).churnProbability(Integer.MAX_VALUE))
                .isNotNaN();
        assertThat(SBG.survival(Integer.MAX_VALUE)).isPositive();
        assertThat(new ShiftedBetaGeometric(1e10, 1e-300).survival(2)).isLessThan(1e-310);
    }

    @Test
    void withoutDiscountingTheSumMayHaveNoBound() {
        assertThat(SBG.discountedExpectedLifetime(0)).isEmpty();
        assertThat(SBG.discountedExpectedResidualLifetime(5, 0)).isEmpty();
        assertThat(new ShiftedBetaGeometric(2, 3).discountedExpectedResidualLifetime(1, 0))
                .hasValue(3);
        assertThat(BDW.discountedExpectedLifetime(0)).isEmpty();
        assertThat(new ConstantChurn(0).discountedExpectedLifetime(0)).isEmpty();
        assertThat(SBG.discountedExpectedResidualLifetime(1, 0, 2))
                .isCloseTo(SBG.survival(1) + SBG.survival(2), within(1e-12));
    }

    /** Fader and Hardie (2010): the first payment of a new customer counts, those already made do not. */
    @Test
    void lifetimesByTheirDefinition() {
        for (RetentionModel<?> model : List.of(SBG, BDW, CONSTANT)) {
            double ofNew = 0;
            double residual = 0;
            for (int t = 0; t < 2000; t++) {
                ofNew += model.survival(t) * StrictMath.pow(1.1, -t);
                residual += t < 3 ? 0 : model.survival(t) / model.survival(2) * StrictMath.pow(1.1, 3 - t);
            }
            assertThat(model.discountedExpectedLifetime(0.1).orElseThrow()).isCloseTo(ofNew, within(1e-10));
            assertThat(model.discountedExpectedResidualLifetime(3, 0.1).orElseThrow())
                    .isCloseTo(residual, within(1e-10));
            assertThat(model.discountedExpectedResidualLifetime(3, 0.1, 2000)).isCloseTo(residual, within(1e-10));
        }
    }

    @Test
    void parametersByName() {
        assertThat(SBG.parameters()).isEqualTo(Map.of("alpha", 0.668, "beta", 3.806));
        assertThat(BDW.parameters().keySet()).containsExactly("alpha", "beta", "c");
        for (RetentionModel<?> model : List.of(SBG, BDW, CONSTANT)) {
            assertThat(model.withValues(model.values())).isEqualTo(model);
            assertThatThrownBy(() -> model.withValues(1, 2, 3, 4))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("values.length must be in ");
        }
        assertThat(List.of(SBG.name(), BDW.name(), CONSTANT.name())).containsExactly("sBG", "BdW", "constant churn");
    }

    @Test
    void outOfRange() {
        assertRefused(() -> new ShiftedBetaGeometric(0, 1), "alpha must be in (0, inf), but was 0.0");
        assertRefused(() -> new ShiftedBetaGeometric(1, Double.NaN), "beta must be in (0, inf), but was NaN");
        assertRefused(() -> new BetaDiscreteWeibull(1, 1, -1), "c must be in (0, inf), but was -1.0");
        assertRefused(() -> new ConstantChurn(1.2), "churn must be in [0, 1], but was 1.2");
        for (RetentionModel<?> model : List.of(SBG, BDW, CONSTANT)) {
            assertRefused(() -> model.survival(-1), "renewal must be in [0, inf), but was -1");
            assertRefused(() -> model.retentionRate(0), "renewal must be in [1, inf), but was 0");
            assertRefused(() -> model.churnRate(0), "renewal must be in [1, inf), but was 0");
            assertRefused(() -> model.churnProbability(0), "renewal must be in [1, inf), but was 0");
            assertRefused(() -> model.probabilityOfLeaving(-1, 1), "renewalsMade must be in [0, inf), but was -1");
            assertRefused(
                    () -> model.probabilityOfLeaving(1, Integer.MAX_VALUE),
                    "next must be in [0, 2147483646], but was 2147483647");
            assertRefused(
                    () -> model.discountedExpectedResidualLifetime(1, -0.1),
                    "ratePerRenewal must be in [0, inf), but was -0.1");
            assertRefused(
                    () -> model.discountedExpectedResidualLifetime(Integer.MAX_VALUE - 1, 0.1, 2),
                    "renewals must be in [0, 1], but was 2");
            assertRefused(
                    () -> model.discountedExpectedResidualLifetime(0, 0.1), "renewal must be in [1, inf), but was 0");
            assertRefused(() -> model.projectedSurvivors(-1, 1), "customers must be in [0, inf), but was -1.0");
        }
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
