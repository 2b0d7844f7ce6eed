package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NpsSampleSizeTest {
    private static final NpsSampleSize WORST = NpsSampleSize.worstCase();
    private static final NpsSampleSize EXPECTED = WORST.withExpected(0.5, 0.2);

    @Test
    void answersForAMargin() {
        // (196 / 10)^2 = 384.1, the number of the textbooks for a share within 5 points
        assertThat(WORST.respondents(10, 0.95)).isEqualTo(385);
        // 384.1 (0.7 - 0.09) = 234.3
        assertThat(EXPECTED.respondents(10, 0.95)).isEqualTo(235);
        // 384.146 / (1 + 383.146 / 1000) = 277.7
        assertThat(WORST.withPopulation(1000).respondents(10, 0.95)).isEqualTo(278);
        assertThat(WORST.withPopulation(50).respondents(1, 0.95)).isEqualTo(50);
        assertThat(WORST.withExpected(1, 0).respondents(10, 0.95)).isEqualTo(1);
        assertThat(WORST.withExpected(1, 0).withPopulation(3).respondents(10, 0.95))
                .isEqualTo(1);
    }

    @Test
    void theMarginOfTheAnswersNeededIsTheOneWanted() {
        for (NpsSampleSize plan :
                new NpsSampleSize[] {WORST, EXPECTED, WORST.withPopulation(700), EXPECTED.withPopulation(2500)}) {
            for (double margin : new double[] {1, 3, 10, 25}) {
                long n = plan.respondents(margin, 0.9);
                assertThat(plan.margin(n, 0.9)).isLessThanOrEqualTo(margin + 1e-9);
                if (n > 2) {
                    assertThat(plan.margin(n - 1, 0.9)).isGreaterThan(margin - 1e-9);
                }
            }
        }
        assertThat(WORST.withPopulation(1).margin(1, 0.95)).isZero();
        assertThat(WORST.withPopulation(9).margin(9, 0.95)).isZero();
    }

    @Test
    void theIntervalOfSoManyAnswersIsAboutAsWide() {
        long n = EXPECTED.respondents(5, 0.95);
        Nps nps = new Nps(Math.round(0.5 * n), n - Math.round(0.5 * n) - Math.round(0.2 * n), Math.round(0.2 * n));
        assertThat(nps.adjustedWald(0.95).orElseThrow().interval().width() / 2).isCloseTo(5, within(0.05));
    }

    @Test
    void answersToFindADifference() {
        // 2 (1.959964 + 0.841621)^2 / 0.1^2 = 1569.8
        assertThat(WORST.respondentsPerGroup(10, 0.8, 0.95)).isEqualTo(1570);
        assertThat(EXPECTED.respondentsPerGroup(10, 0.8, 0.95)).isEqualTo(958);
        assertThat(WORST.respondentsPerGroup(10, 0.01, 0.5)).isEqualTo(1);
    }

    @Test
    void invitationsForAnswers() {
        assertThat(WORST.invitations(385, 0.25)).hasValue(1540);
        assertThat(WORST.invitations(1, 1)).hasValue(1);
        assertThat(WORST.withPopulation(1000).invitations(278, 0.25)).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORST.withExpected(0.7, 0.4))
                .withMessageStartingWith("promoterShare + detractorShare must be in [0, 1], but was 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORST.withExpected(Double.NaN, 0))
                .withMessage("promoterShare must be in [0, 1], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORST.withExpected(0, -1))
                .withMessage("detractorShare must be in [0, 1], but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORST.withPopulation(0))
                .withMessage("population must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORST.respondents(0, 0.95))
                .withMessage("margin must be in (0, inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORST.respondents(201, 0.95))
                .withMessage("margin must be in [0, 200], but was 201.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORST.respondents(1e-10, 0.95))
                .withMessageStartingWith("answers needed must be below 2^63, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORST.withPopulation(10).margin(11, 0.95))
                .withMessage("respondents must be in [0, 10], but was 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORST.respondentsPerGroup(10, 1, 0.95))
                .withMessage("power must be in (0, 1), but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORST.invitations(10, 0))
                .withMessage("responseRate must be in (0, inf), but was 0.0");
    }

    @Test
    void readsWell() {
        assertThat(WORST)
                .hasToString("NPS sample for 50.0 % promoters and 50.0 % detractors of any number of customers");
        assertThat(EXPECTED.withPopulation(9))
                .hasToString("NPS sample for 50.0 % promoters and 20.0 % detractors of 9 customers");
    }
}
