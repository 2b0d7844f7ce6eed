package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;

class SurvivalCurveTest {

    private static Lifetimes lifetimes(Lifetime... rows) {
        return Lifetimes.ofLifetimes(List.of(rows));
    }

    private static SurvivalCurve curve(Lifetime... rows) {
        return SurvivalCurve.of(lifetimes(rows), 0.95);
    }

    @Test
    void ofNobodyNothingIsKnown() {
        SurvivalCurve nobody = curve();
        assertThat(nobody.steps()).isEmpty();
        assertThat(nobody.size()).isZero();
        assertThat(nobody.firstDay()).isZero();
        assertThat(nobody.lastDay()).isEqualTo(-1);
        assertThat(nobody.survivalAt(0)).isEmpty();
        assertThat(nobody.restrictedMean(1)).isEmpty();
        assertThat(nobody.median()).isEqualTo(new LifetimeQuantile(0.5, null, 0, null, 0.95));
        assertThat(nobody)
                .hasToString(
                        "Survival of 0 customers over 0 days, 0 left: median lifetime not reached [0, not reached] at 95 %");
        assertThat(nobody.asText().lines()).hasSize(1);
    }

    @Test
    void whileNobodyHasLeftTheBoundIsThatOfTheNumberObserved() {
        SurvivalCurve curve = SurvivalCurve.of(
                Lifetimes.ofLifetimes(List.of(
                        Lifetime.goingOn(10), Lifetime.goingOn(10), Lifetime.goingOn(20), Lifetime.goingOn(30))),
                0.95);
        assertThat(curve.steps())
                .containsExactly(
                        new SurvivalStep(0, 4, 0, 4, curve.survivalAt(0).orElseThrow()));
        assertLower(curve, 10, 4);
        assertLower(curve, 11, 2);
        assertLower(curve, 20, 2);
        assertLower(curve, 21, 1);
        assertThat(curve.survivalAt(30)).isPresent();
        assertThat(curve.survivalAt(31)).isEmpty();
        // Of two who stayed 11 days, half may yet be such as leave before; the lower bound of four is 0.4.
        assertThat(curve.median()).isEqualTo(new LifetimeQuantile(0.5, null, 0, null, 0.95));
        assertThat(curve.quantile(0.7)).isEqualTo(new LifetimeQuantile(0.7, null, 11, null, 0.95));
        assertThat(curve.quantile(0.9)).isEqualTo(new LifetimeQuantile(0.9, null, 21, null, 0.95));
        assertThat(curve.quantile(0.99)).isEqualTo(new LifetimeQuantile(0.99, null, 31, null, 0.95));
        RestrictedMean mean = curve.restrictedMean(31).orElseThrow();
        assertThat(mean.mean().value()).isEqualTo(31);
        assertThat(mean.standardError()).isZero();
        assertThat(mean.mean().interval().lower()).isCloseTo(31 * 0.025, within(1e-12));
        assertThat(mean.mean().interval().upper()).isEqualTo(31);
        assertThat(curve.restrictedMean(32)).isEmpty();
    }

    private static void assertLower(SurvivalCurve curve, int day, long n) {
        Estimate estimate = curve.survivalAt(day).orElseThrow();
        assertThat(estimate.value()).isEqualTo(1);
        assertThat(estimate.interval().upper()).isEqualTo(1);
        assertThat(estimate.interval().lower())
                .isCloseTo(
                        new Proportion(n, n)
                                .exact(0.95)
                                .orElseThrow()
                                .interval()
                                .lower(),
                        within(1e-9));
    }

    @Test
    void onceEverybodyHasLeftNobodyComesBack() {
        SurvivalCurve curve = curve(Lifetime.ended(5), Lifetime.ended(9), Lifetime.goingOn(7));
        Estimate last = curve.survivalAt(9).orElseThrow();
        assertThat(last.value()).isZero();
        assertThat(last.interval().lower()).isZero();
        assertThat(last.interval().upper())
                .isEqualTo(curve.survivalAt(8).orElseThrow().interval().upper());
        assertThat(curve.survivalAt(1000)).contains(last);
        assertThat(curve.restrictedMean(1000).orElseThrow().mean().value()).isCloseTo(5 + 4 * 2 / 3.0, within(1e-12));
    }

    @Test
    void everybodyOnOneDay() {
        SurvivalCurve curve = curve(Lifetime.ended(5), Lifetime.ended(5));
        assertThat(curve.survivalAt(4).orElseThrow().value()).isEqualTo(1);
        assertThat(curve.survivalAt(5).orElseThrow().interval()).isEqualTo(new Interval(0, 1, 0.95));
        assertThat(curve.median()).isEqualTo(new LifetimeQuantile(0.5, 5, 0, null, 0.95));
        assertThat(curve.restrictedMean(8).orElseThrow())
                .isEqualTo(new RestrictedMean(8, new Estimate(5, new Interval(0, 8, 0.95)), 0))
                .hasToString("5.000 [0.000, 8.000] at 95 % of the first 8 days");
        SurvivalCurve atOnce = curve(Lifetime.ended(0), Lifetime.ended(0));
        assertThat(atOnce.survivalAt(0).orElseThrow().value()).isZero();
        assertThat(atOnce.restrictedMean(3).orElseThrow().mean()).isEqualTo(new Estimate(0, new Interval(0, 3, 0.95)));
    }

    @Test
    void whoIsLastSeenOnTheDayOfALeaveWasAtRiskThen() {
        SurvivalCurve curve = curve(Lifetime.goingOn(5), Lifetime.ended(5), Lifetime.goingOn(4), Lifetime.goingOn(9));
        assertThat(curve.steps()).extracting(SurvivalStep::day).containsExactly(0, 5);
        SurvivalStep step = curve.steps().get(1);
        assertThat(step.atRisk()).isEqualTo(3);
        assertThat(step.censored()).isEqualTo(2);
        assertThat(curve.steps().get(0).censored()).isEqualTo(1);
        assertThat(step.survival().value()).isEqualTo(2 / 3.0);
        assertThat(curve.asText()).isEqualTo("""
                             day    at risk       left  last seen  survival     lower     upper
                               0          4          0          1    1.0000    0.3976    1.0000
                               5          3          1          2    0.6667    0.0541    0.9452
                        """);
    }

    @Test
    void theMedianIsTheFirstDayOnWhichHalfHaveLeft() {
        // R gives 2.5 here, the middle of the days on which S is a half.
        assertThat(curve(Lifetime.ended(1), Lifetime.ended(2), Lifetime.ended(3), Lifetime.ended(4))
                        .median()
                        .days())
                .isEqualTo(2);
        // (3/4)(2/3) is a half but for rounding, in either order of the factors.
        assertThat(curve(Lifetime.ended(1), Lifetime.ended(7), Lifetime.goingOn(9), Lifetime.goingOn(9))
                        .median()
                        .days())
                .isEqualTo(7);
        SurvivalCurve most = curve(Lifetime.ended(3), Lifetime.goingOn(9), Lifetime.goingOn(9));
        assertThat(most.median().days()).isNull();
        assertThat(most.median().toString()).isEqualTo("median lifetime not reached [0, not reached] at 95 %");
        assertThat(most.quantile(1 / 3.0).days()).isEqualTo(3);
        assertThat(most.quantile(0.25)).hasToString("25 % have left after 3 days [0, not reached] at 95 %");
    }

    @Test
    void aCurveThatBeginsLateIsOfThoseWhoStayedSoLong() {
        SurvivalCurve curve =
                curve(new Lifetime(10, 20, true), new Lifetime(12, 30, true), new Lifetime(15, 40, false));
        assertThat(curve.firstDay()).isEqualTo(10);
        assertThat(curve.survivalAt(9)).isEmpty();
        assertThat(curve.survivalAt(10).orElseThrow().value()).isEqualTo(1);
        // One was at risk from day 10, so one is all that the bound can rest on.
        assertThat(curve.survivalAt(15).orElseThrow().interval().lower()).isCloseTo(0.025, within(1e-12));
        assertThat(curve.survivalAt(20).orElseThrow().value()).isEqualTo(2 / 3.0);
        assertThat(curve.restrictedMean(20)).isEmpty();
    }

    @Test
    void aGapEndsTheCurve() {
        SurvivalCurve gap = curve(Lifetime.goingOn(10), Lifetime.ended(5), new Lifetime(12, 30, true));
        assertThat(gap.lastDay()).isEqualTo(10);
        assertThat(gap.size()).isEqualTo(2);
        assertThat(gap.afterGap()).isEqualTo(1);
        assertThat(gap.survivalAt(11)).isEmpty();
        SurvivalCurve joined = curve(Lifetime.goingOn(10), Lifetime.ended(5), new Lifetime(11, 30, true));
        assertThat(joined.lastDay()).isEqualTo(30);
        assertThat(joined.afterGap()).isZero();
        // Nobody was left, and others who were observed later do not bring the curve up again.
        SurvivalCurve empty =
                curve(Lifetime.ended(10), Lifetime.ended(5), new Lifetime(11, 30, true), new Lifetime(11, 31, true));
        assertThat(empty.survivalAt(30).orElseThrow().value()).isZero();
        assertThat(empty.survivalAt(30).orElseThrow().interval().upper())
                .isEqualTo(empty.survivalAt(10).orElseThrow().interval().upper());
    }

    @Test
    void refusesTheImpossible() {
        SurvivalCurve curve = curve(Lifetime.ended(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.survivalAt(-1))
                .withMessage("days must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.restrictedMean(0))
                .withMessage("days must be in [1, inf), but was 0");
        for (double bad : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> curve.quantile(bad))
                    .withMessage("leftShare must be in (0, 1), but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SurvivalCurve.of(lifetimes(), bad))
                    .withMessage("confidence must be in (0, 1), but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LifetimeQuantile(0.5, 3, 4, null, 0.95))
                .withMessage("days must be in [4, 2147483647], but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LifetimeQuantile(0.5, 3, 2, 2, 0.95))
                .withMessage("upperDays must be in [3, 2147483647], but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RestrictedMean(3, new Estimate(4, new Interval(0, 3, 0.9)), 1))
                .withMessage("mean.value must be in [0, 3], but was 4.0");
    }

    @Test
    void logRankOfGroupsThatNeverMeet() {
        assertThat(LogRankTest.of(Map.of("a", lifetimes(Lifetime.goingOn(3)), "b", lifetimes(Lifetime.goingOn(3)))))
                .isEmpty();
        assertThat(LogRankTest.of(Map.of("a", lifetimes(Lifetime.ended(3)), "b", lifetimes(new Lifetime(4, 5, true)))))
                .isEmpty();
        assertThat(LogRankTest.of(Map.of("a", lifetimes(), "b", lifetimes(Lifetime.ended(3)))))
                .isEmpty();
        assertThat(LogRankTest.of(Map.of("a", lifetimes(Lifetime.ended(3)), "b", lifetimes(Lifetime.ended(3)))))
                .isEmpty();
    }

    @Test
    void aGroupOfNobodyTakesNoDegreeOfFreedom() {
        Lifetimes early = Lifetimes.ofLifetimes(Collections.nCopies(9, Lifetime.ended(3)));
        Lifetimes late = Lifetimes.ofLifetimes(Collections.nCopies(9, Lifetime.ended(8)));
        LogRankTest two = LogRankTest.of(Map.of("a", early, "b", late)).orElseThrow();
        LogRankTest three =
                LogRankTest.of(Map.of("a", early, "b", late, "c", lifetimes())).orElseThrow();
        assertThat(two.degreesOfFreedom()).isEqualTo(1);
        assertThat(three.degreesOfFreedom()).isEqualTo(1);
        assertThat(three.chiSquared()).isCloseTo(two.chiSquared(), within(1e-12));
        // At day 3, 9 of 18 leave and half of them are expected of each group: (9 - 4.5)^2 over 9 (9/17) / 4.
        assertThat(two.chiSquared()).isCloseTo(17, within(1e-12));
        assertThat(two).hasToString("""
                group                 customers       left   expected
                a                             9          9       4.50
                b                             9          9      13.50
                chi-squared 17.00 with 1 df, p = 3.738e-05""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRankTest.of(Map.of("a", early)))
                .withMessage("lifetimes must be of at least two groups, but were of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogRankTest(List.of(), 1, 1, 0.5))
                .withMessage("groups must be at least two, but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogRankGroup("a", 1, 2, 0))
                .withMessage("left must be in [0, 1], but was 2");
    }
}
