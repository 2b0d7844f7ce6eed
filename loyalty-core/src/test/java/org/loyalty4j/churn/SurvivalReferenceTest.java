package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;

/**
 * Survival curves and log-rank tests against R 4.2.2 with survival 3.5-3, and against a published example. The commands, after
 * {@code library(survival)}:
 *
 * <pre>{@code
 * f <- survfit(Surv(time, status) ~ 1, subset(aml, x == "Maintained"), conf.type = "log-log")
 * summary(f); quantile(f, c(.25, .5, .75)); summary(f, rmean = 30)$table
 * survdiff(Surv(time, status) ~ x, aml)
 * f <- survfit(Surv(futime, fustat) ~ 1, ovarian, conf.type = "log-log", conf.int = .9)
 * survdiff(Surv(futime, fustat) ~ rx, ovarian)
 * survdiff(Surv(time, status) ~ celltype, veteran)
 * ovarian$entry <- ifelse(ovarian$futime %% 2 == 1, ovarian$futime %/% 2, 0)
 * survfit(Surv(entry - 1, futime, fustat) ~ 1, ovarian, conf.type = "log-log")
 * coxph(Surv(entry - 1, futime, fustat) ~ factor(rx), ovarian, ties = "exact", iter.max = 0)$score
 * g <- MASS::gehan; survfit(Surv(time, cens) ~ 1, subset(g, treat == "6-MP"), conf.type = "log-log")
 * survdiff(Surv(time, cens) ~ treat, g)
 * }</pre>
 */
class SurvivalReferenceTest {
    private static final Offset<Double> DIGITS = within(1e-12);

    private static final Lifetimes MAINTAINED = lifetimes(
            new int[] {9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161}, new int[] {1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0});
    private static final Lifetimes NOT_MAINTAINED = lifetimes(
            new int[] {5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45}, new int[] {1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1});

    private static final int[] OVARIAN_TIME = {
        59, 115, 156, 421, 431, 448, 464, 475, 477, 563, 638, 744, 769, 770, 803, 855, 1040, 1106, 1129, 1206, 1227,
        268, 329, 353, 365, 377
    };
    private static final int[] OVARIAN_STATUS = {
        1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0
    };
    private static final int[] OVARIAN_RX = {
        1, 1, 1, 2, 1, 1, 2, 2, 1, 2, 1, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 1, 1, 2, 2, 2
    };

    /** The 6-MP group of Freireich et al. (1963), as in Gehan (1965): weeks in remission. */
    private static final Lifetimes SIX_MP = lifetimes(
            new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35},
            new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});

    private static final Lifetimes PLACEBO = lifetimes(
            new int[] {1, 22, 3, 12, 8, 17, 2, 11, 8, 12, 2, 5, 4, 15, 8, 23, 5, 11, 4, 1, 8},
            new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});

    private static Lifetimes lifetimes(int[] time, int[] status) {
        List<Lifetime> rows = new ArrayList<>();
        for (int i = 0; i < time.length; i++) {
            rows.add(new Lifetime(0, time[i], status[i] == 1));
        }
        return Lifetimes.ofLifetimes(rows);
    }

    private static Lifetimes ovarian(int rx, boolean delayed) {
        List<Lifetime> rows = new ArrayList<>();
        for (int i = 0; i < OVARIAN_TIME.length; i++) {
            if (rx == 0 || OVARIAN_RX[i] == rx) {
                int entry = delayed && OVARIAN_TIME[i] % 2 == 1 ? OVARIAN_TIME[i] / 2 : 0;
                rows.add(new Lifetime(entry, OVARIAN_TIME[i], OVARIAN_STATUS[i] == 1));
            }
        }
        return Lifetimes.ofLifetimes(rows);
    }

    private static void assertRow(SurvivalCurve curve, int day, long atRisk, long left, double... estimate) {
        SurvivalStep step = curve.steps().stream()
                .filter(row -> row.day() == day)
                .findFirst()
                .orElseThrow();
        assertThat(step.atRisk()).isEqualTo(atRisk);
        assertThat(step.ended()).isEqualTo(left);
        assertEstimate(step.survival(), estimate);
    }

    private static void assertEstimate(Estimate estimate, double... expected) {
        assertThat(estimate.value()).isCloseTo(expected[0], DIGITS);
        assertThat(estimate.interval().lower()).isCloseTo(expected[1], DIGITS);
        assertThat(estimate.interval().upper()).isCloseTo(expected[2], DIGITS);
    }

    private static void assertMean(SurvivalCurve curve, int days, double mean, double standardError) {
        RestrictedMean restricted = curve.restrictedMean(days).orElseThrow();
        assertThat(restricted.mean().value()).isCloseTo(mean, DIGITS);
        assertThat(restricted.standardError()).isCloseTo(standardError, DIGITS);
    }

    @Test
    void maintainedChemotherapy() {
        SurvivalCurve curve = SurvivalCurve.of(MAINTAINED, 0.95);
        assertThat(curve.steps()).extracting(SurvivalStep::day).containsExactly(0, 9, 13, 18, 23, 31, 34, 48);
        assertRow(curve, 9, 11, 1, 0.909090909090909, 0.5080802057699297, 0.986673822667823);
        assertRow(curve, 13, 10, 1, 0.818181818181818, 0.4474286146821814, 0.951162228582492);
        assertRow(curve, 18, 8, 1, 0.715909090909091, 0.3501903859079384, 0.899023974191053);
        assertRow(curve, 23, 7, 1, 0.613636363636364, 0.2657520400012861, 0.835299243250221);
        assertRow(curve, 31, 5, 1, 0.490909090909091, 0.1673309097768508, 0.753399790370811);
        assertRow(curve, 34, 4, 1, 0.368181818181818, 0.0928295749369852, 0.657040832398164);
        assertRow(curve, 48, 2, 1, 0.184090909090909, 0.0117384801231896, 0.525014842726641);
        assertEstimate(curve.survivalAt(161).orElseThrow(), 0.184090909090909, 0.0117384801231896, 0.525014842726641);
        assertThat(curve.median()).isEqualTo(new LifetimeQuantile(0.5, 31, 13, null, 0.95));
        // R says 9 for the lower bound of the first quartile: it sets none before anybody has left. Of 11 customers who
        // stay
        // with a probability of 3/4, all do in one of 24 samples.
        assertThat(curve.quantile(0.25)).isEqualTo(new LifetimeQuantile(0.25, 18, 0, 34, 0.95));
        assertThat(curve.quantile(0.75)).isEqualTo(new LifetimeQuantile(0.75, 48, 31, null, 0.95));
        assertMean(curve, 30, 24.60227272727273, 2.31314937731913);
        assertMean(curve, 161, 52.6454545454545, 19.8286027955626);
    }

    @Test
    void notMaintainedChemotherapyUntilNobodyIsLeft() {
        SurvivalCurve curve = SurvivalCurve.of(NOT_MAINTAINED, 0.95);
        assertRow(curve, 5, 12, 2, 0.8333333333333334, 0.48171494219537886, 0.955509365728065);
        assertRow(curve, 23, 6, 1, 0.4861111111111112, 0.19187661961872829, 0.729671569779485);
        assertRow(curve, 43, 2, 1, 0.0972222222222222, 0.00574630569586383, 0.348903861110750);
        // R has no bounds where nobody is left.
        assertRow(curve, 45, 1, 1, 0, 0, 0.348903861110750);
        assertThat(curve.median()).isEqualTo(new LifetimeQuantile(0.5, 23, 5, 33, 0.95));
        assertThat(curve.quantile(0.75)).isEqualTo(new LifetimeQuantile(0.75, 33, 23, null, 0.95));
        assertMean(curve, 30, 19.69444444444445, 3.05419793071765);
        assertMean(curve, 45, 22.70833333333334, 4.18094198103315);
        assertMean(curve, 60, 22.70833333333334, 4.18094198103315);
    }

    @Test
    void ovarianCancerAt90Percent() {
        SurvivalCurve curve = SurvivalCurve.of(ovarian(0, false), 0.9);
        assertRow(curve, 59, 26, 1, 0.961538461538462, 0.816119422689420, 0.992458182980507);
        assertRow(curve, 431, 17, 1, 0.687782805429864, 0.510053927918577, 0.812142524102368);
        assertRow(curve, 638, 11, 1, 0.496732026143791, 0.316440488522720, 0.653444313885750);
        assertThat(curve.median()).isEqualTo(new LifetimeQuantile(0.5, 638, 464, null, 0.9));
        assertThat(curve.quantile(0.25)).isEqualTo(new LifetimeQuantile(0.25, 365, 156, 475, 0.9));
        assertMean(curve, 1000, 681.2411261940673, 68.8737392274978);
    }

    @Test
    void ovarianCancerWithDelayedEntry() {
        SurvivalCurve curve = SurvivalCurve.of(ovarian(0, true), 0.95);
        assertRow(curve, 59, 12, 1, 0.916666666666667, 0.538977180570741, 0.987825565400458);
        assertRow(curve, 156, 10, 1, 0.750000000000000, 0.408415913151595, 0.911720406125698);
        assertRow(curve, 268, 17, 1, 0.705882352941176, 0.388720759153163, 0.879507875700725);
        assertRow(curve, 638, 11, 1, 0.375618844822997, 0.174979073437215, 0.576918271892996);
        assertThat(curve.median()).isEqualTo(new LifetimeQuantile(0.5, 475, 115, null, 0.95));
        assertMean(curve, 600, 412.4454458344424, 54.6064930841832);
        assertThat(LogRankTest.of(Map.of("1", ovarian(1, true), "2", ovarian(2, true)))
                        .orElseThrow()
                        .chiSquared())
                .isCloseTo(0.337555238482223, DIGITS);
    }

    @Test
    void logRankOfTwoGroups() {
        LogRankTest aml = LogRankTest.of(Map.of("maintained", MAINTAINED, "not", NOT_MAINTAINED))
                .orElseThrow();
        assertThat(aml.groups())
                .extracting(LogRankGroup::name, LogRankGroup::size, LogRankGroup::left)
                .containsExactly(tuple("maintained", 11L, 7L), tuple("not", 12L, 11L));
        assertTest(aml, 1, 3.3963886989776011, 0.0653393220405051, 10.6893359923007250, 7.3106640076992759);
        assertTest(
                LogRankTest.of(Map.of("1", ovarian(1, false), "2", ovarian(2, false)))
                        .orElseThrow(),
                1,
                1.062739861291414,
                0.302591116989095,
                5.233531017149943,
                6.766468982850057);
    }

    private static void assertTest(LogRankTest test, int df, double chiSquared, double p, double... expected) {
        assertThat(test.degreesOfFreedom()).isEqualTo(df);
        assertThat(test.chiSquared()).isCloseTo(chiSquared, within(1e-11));
        assertThat(test.pValue()).isCloseTo(p, DIGITS);
        for (int g = 0; g < expected.length; g++) {
            assertThat(test.groups().get(g).expected()).isCloseTo(expected[g], DIGITS);
        }
    }

    @Test
    void logRankOfFourCellTypes() {
        Lifetimes squamous = lifetimes(
                new int[] {
                    72, 411, 228, 126, 118, 10, 82, 110, 314, 100, 42, 8, 144, 25, 11, 999, 112, 87, 231, 242, 991, 111,
                    1, 587, 389, 33, 25, 357, 467, 201, 1, 30, 44, 283, 15
                },
                censoredAt(35, 9, 13, 17, 18));
        Lifetimes small = lifetimes(
                new int[] {
                    30, 384, 4, 54, 13, 123, 97, 153, 59, 117, 16, 151, 22, 56, 21, 18, 139, 20, 31, 52, 287, 18, 51,
                            122,
                    27, 54, 7, 63, 392, 10, 25, 103, 21, 13, 87, 2, 20, 7, 24, 99, 8, 99, 61, 25, 95, 80, 51, 29
                },
                censoredAt(48, 5, 6, 31));
        Lifetimes adeno = lifetimes(
                new int[] {
                    8, 92, 35, 117, 132, 12, 162, 3, 95, 24, 18, 83, 31, 51, 90, 52, 73, 8, 36, 48, 7, 140, 186, 84, 19,
                    45, 80
                },
                censoredAt(27, 11));
        Lifetimes large = lifetimes(
                new int[] {
                    177, 162, 216, 553, 278, 12, 260, 200, 156, 182, 143, 105, 103, 250, 100, 52, 164, 19, 53, 15, 43,
                    340, 133, 111, 231, 378, 49
                },
                censoredAt(27, 9));
        assertThat(SurvivalCurve.of(squamous, 0.95).median()).isEqualTo(new LifetimeQuantile(0.5, 118, 44, 242, 0.95));
        assertMean(SurvivalCurve.of(small, 0.95), 180, 63.67984825102880, 8.11320333997212);
        LogRankTest test = LogRankTest.of(Map.of("squamous", squamous, "small", small, "adeno", adeno, "large", large))
                .orElseThrow();
        assertThat(test.groups()).extracting(LogRankGroup::name).containsExactly("adeno", "large", "small", "squamous");
        assertTest(
                test,
                3,
                25.4037003457854,
                1.27124593900609e-05,
                15.6937646143605,
                34.5494783863493,
                30.1020793268148,
                47.6546776724754);
    }

    private static int[] censoredAt(int size, int... places) {
        int[] status = new int[size];
        Arrays.fill(status, 1);
        for (int place : places) {
            status[place] = 0;
        }
        return status;
    }

    /** Textbooks give .857, .807, .753, .690, .627, .538, .448, and a log-rank statistic of 16.79. */
    @Test
    void remissionUnder6Mp() {
        SurvivalCurve curve = SurvivalCurve.of(SIX_MP, 0.95);
        assertRow(curve, 6, 21, 3, 0.857142857142857, 0.619717955265984, 0.951551747646997);
        assertRow(curve, 7, 17, 1, 0.806722689075630, 0.563146564622233, 0.922809019202880);
        assertRow(curve, 10, 15, 1, 0.752941176470588, 0.503199510799957, 0.889361835169265);
        assertRow(curve, 13, 12, 1, 0.690196078431372, 0.431610222486184, 0.849065963349451);
        assertRow(curve, 16, 11, 1, 0.627450980392157, 0.367510855987502, 0.804912189471841);
        assertRow(curve, 22, 7, 1, 0.537815126050420, 0.267778936767135, 0.746790717635394);
        assertRow(curve, 23, 6, 1, 0.448179271708683, 0.188052005959232, 0.680142628495241);
        assertThat(curve.median().days()).isEqualTo(23);
        assertTest(
                LogRankTest.of(Map.of("6-MP", SIX_MP, "control", PLACEBO)).orElseThrow(),
                1,
                16.7929409892165,
                4.16880910933453e-05,
                19.2505009480311,
                10.7494990519689);
    }

    /**
     * n at risk at first, of whom one leaves a day, and fifty more from day 6 on. R 4, survival: for n in 5, 6
     * {@code f <- survfit(Surv(c(rep(-1, n), rep(5, 50)), c(1:n, 11:60), rep(1, n + 50)) ~ 1, conf.type = "log-log");}
     * {@code quantile(f)$lower} is 1 at a half for both.
     */
    @Test
    void ofFewAtRiskTheLowerBoundOfTheMedianIsTheFirstDay() {
        for (int few : new int[] {5, 6}) {
            List<Lifetime> rows = new ArrayList<>();
            for (int i = 1; i <= few; i++) {
                rows.add(new Lifetime(0, i, true));
            }
            for (int i = 11; i <= 60; i++) {
                rows.add(new Lifetime(6, i, true));
            }
            LifetimeQuantile median =
                    SurvivalCurve.of(Lifetimes.ofLifetimes(rows), 0.95).median();
            assertThat(median.lowerDays()).isEqualTo(few == 5 ? 0 : 1);
        }
    }
}
