package org.loyalty4j.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GaussRuleTest {
    @ParameterizedTest
    @EnumSource
    void integratesPolynomials(GaussRule rule) {
        for (int power = 0; power < 2 * rule.points(); power++) {
            double sum = 0;
            for (int i = 0; i < rule.points(); i++) {
                assertThat(rule.at(i)).isBetween(0.0, 1.0);
                sum += rule.weight(i) * StrictMath.pow(rule.at(i), power);
            }
            assertThat(sum).isCloseTo(1.0 / (power + 1), within(4e-16));
        }
    }

    /** The error of the integral of (1 + y)^-n stays below its bound, and the bound is not idle. */
    @ParameterizedTest
    @EnumSource
    void boundsTheErrorOfPowers(GaussRule rule) {
        for (double order : new double[] {1.5, 3, 10, 100}) {
            double length = 3 * rule.longestForPowers(order);
            double exact = -StrictMath.expm1((1 - order) * StrictMath.log1p(length)) / (order - 1);
            double sum = 0;
            for (int i = 0; i < rule.points(); i++) {
                sum += length * rule.weight(i) * StrictMath.exp(-order * StrictMath.log1p(length * rule.at(i)));
            }
            double bound = rule.errorOfPowers(order, length);

            assertThat(Math.abs(sum / exact - 1)).isBetween(bound / 1e6, bound);
        }
    }

    @ParameterizedTest
    @EnumSource
    void panelsAreAsLongAsTheBoundAllows(GaussRule rule) {
        for (double order : new double[] {3, 30, 1e6}) {
            double longest = rule.longestForPowers(order);
            assertThat(longest).isPositive();
            assertThat(rule.sufficesForPowers(order, longest)).isTrue();
            assertThat(rule.sufficesForPowers(order, 1.01 * longest)).isFalse();
            assertThat(GaussRule.EIGHT.longestForPowers(order)).isGreaterThanOrEqualTo(longest);
        }
        assertThat(rule.sufficesForPowers(3, Double.NaN)).isFalse();
        assertThat(rule.sufficesForPowers(Double.POSITIVE_INFINITY, 1)).isFalse();
    }
}
