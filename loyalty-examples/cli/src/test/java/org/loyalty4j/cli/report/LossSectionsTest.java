package org.loyalty4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the report says of churn, answers and movement; the numbers are those of the fixtures. */
class LossSectionsTest {

    private static final String FULL = HtmlReport.render(ReportFixtures.full(), Locale.ENGLISH);
    private static final String BARE = HtmlReport.render(ReportFixtures.withoutSurveys(), Locale.ENGLISH);

    private static String section(String page, String id) {
        int start = page.indexOf("<section id=\"" + id + "\"");
        return page.substring(start, page.indexOf("</section>", start));
    }

    @Test
    void theContentsAreGroupedUnderQuestions() {
        String contents = FULL.substring(FULL.indexOf("<nav"), FULL.indexOf("</nav>"));
        assertThat(contents)
                .containsSubsequence(
                        "At a glance", "Who buys", "How they feel", "Who stays, who leaves", "#cohorts", "#risk");
    }

    @Test
    void aCellNotYetObservedIsNoZero() {
        String cohorts = section(FULL, "cohorts");
        String last = cohorts.substring(cohorts.indexOf("<th scope=\"row\">2025-12</th>"));
        assertThat(last.substring(0, last.indexOf("</tr>")))
                .contains(">100.0%<", ">–<")
                .doesNotContain(">0.0%<");
        assertThat(cohorts).contains("on average over the 5 cohorts observed that long", "%*");
    }

    @Test
    void contractAndPurchasesAreNeverMixed() {
        assertThat(section(FULL, "cohorts"))
                .contains("data-chart=\"cohorts-contract\"", "data-chart=\"cohorts-purchases\"");
        assertThat(section(BARE, "cohorts"))
                .contains("<code>--customers FILE</code>", "data-chart=\"cohorts-purchases\"", "2025-Q1")
                .doesNotContain("data-chart=\"cohorts-contract\"");
    }

    @Test
    void survivalNamesWhatIsNotKnownYet() {
        assertThat(section(FULL, "survival"))
                .contains("Half have left after 630 days", "599 to –", "502 of the first 730", "p &lt; 0.001");
        assertThat(section(BARE, "survival")).contains("<code>--customers FILE</code>");
    }

    @Test
    void theThresholdSaysWhereItComesFrom() {
        assertThat(section(FULL, "threshold"))
                .contains(
                        "A buyer silent for more than 196 days counts as lapsed: the shortest silence at which at most 10%",
                        "Silence and model agree on 90.8% of 4,356 buyers",
                        "kappa, the agreement beyond chance, is 0.77 (0.75 to 0.79 at 95% confidence)");
        assertThat(section(BARE, "threshold"))
                .contains("as asked for with --inactive-after")
                .doesNotContain("kappa");
        assertThat(section(HtmlReport.render(ReportFixtures.hostile(), Locale.ENGLISH), "threshold"))
                .contains("No silence is sure to keep the share of false alarms at 10%");
    }

    @Test
    void statesFollowOneAnother() {
        assertThat(section(FULL, "states"))
                .contains("From one month to the next", ">21.3%<", ">97.9%<", "of 120 periods; the rest is counted");
    }

    @Test
    void valueAtRiskIsRanked() {
        String risk = section(FULL, "risk");
        assertThat(risk)
                .containsSubsequence("96,204 EUR", "Customers to save first", "C00100", ">503.69<", "C00101")
                .contains("Cut the churn rate by 5 points, and a customer is worth 32.5% more");
        assertThat(section(BARE, "risk"))
                .contains("Give <code>--discount-rate</code> together with <code>--horizon</code>");
    }

    @Test
    void theScoreOfTheWholeBaseStandsBesideTheRawOne() {
        assertThat(section(FULL, "response"))
                .contains(
                        "the score is +7 (+3 to +12 at 95% confidence) instead of +13",
                        "worth 1,327 unweighted ones", "41 customers no answer can stand", "if promoters +69");
        assertThat(section(BARE, "response")).contains("<code>--surveys FILE</code>");
    }

    @Test
    void theScoreIsFollowedOverTime() {
        assertThat(section(FULL, "nps-groups"))
                .contains("The score moves by +7 points a year", "which chance may explain");
    }

    @Test
    void whatPromotersDidIsCalledAnAssociation() {
        assertThat(section(FULL, "outcomes"))
                .contains(
                        "goes with 1.16 EUR a customer",
                        "This is an association",
                        "alike in recency and frequency before, it is 0.44 EUR",
                        ">38.5%<");
        assertThat(section(BARE, "outcomes"))
                .contains("<code>--surveys FILE</code>")
                .doesNotContain("--compare-to");
    }

    @Test
    void movementIsSetAgainstNoise() {
        assertThat(section(FULL, "movement"))
                .contains(
                        "820 customers gave an answer until the earlier date and another since: 195 of them changed quadrant, 140 by",
                        "noise in the answers alone would be expected to carry 88 across that line. That is 45.3% of the changes.",
                        "estimated from 162 pairs",
                        "did not change in size by more than chance would explain",
                        "Not yet customers",
                        ">1,402<");
        assertThat(section(BARE, "movement")).contains("<code>--compare-to DATE</code>");
    }

    @Test
    void theNextActionHasItsReason() {
        assertThat(section(FULL, "actions"))
                .contains("Ask whom they would bring along.", "word of mouth", "10 smaller ones follow");
        assertThat(section(HtmlReport.render(ReportFixtures.empty(), Locale.ENGLISH), "actions"))
                .contains("There is no customer to act on.");
    }

    /** Everything that may be missing is missing, one part at a time; the page stays whole. */
    @Test
    void halfOfItIsEnough() {
        ChurnModel churn = ChurnFixtures.full();
        MovementModel movement = ReportFixtures.full().movement().orElseThrow();
        ChurnModel noCost = new ChurnModel(
                churn.contract(),
                Optional.empty(),
                Optional.of(
                        new ChurnModel.Survival(churn.survival().orElseThrow().curves(), Optional.empty())),
                Optional.empty(),
                churn.threshold(),
                Optional.of(new ChurnModel.Agreement(0.5, 0, 0, 0, 0, Optional.empty())),
                churn.risk(),
                Optional.empty());
        MovementModel still = new MovementModel(
                movement.before(),
                movement.after(),
                movement.names(),
                List.of(),
                0,
                0,
                0,
                0,
                0,
                0,
                Optional.of(new MovementModel.Noise(1, false, 0, 0, 0, 0, 0)),
                Optional.of(new ChurnModel.Test(21.5, 3, 0.00008)));
        String page =
                HtmlReport.render(ReportFixtures.with(noCost, SurveyModel.NONE, Optional.of(still)), Locale.ENGLISH);
        assertThat(section(page, "risk")).contains("Customers to save first", "needs join and leave dates");
        assertThat(section(page, "survival")).contains("Too few have left to compare the groups");
        assertThat(section(page, "movement"))
                .contains("was stated as 1.00 steps", "did change in size", "p &lt; 0.001")
                .doesNotContain("data-chart=\"movement\"");
        assertThat(section(page, "states")).contains("<code>--inactive-after DAYS</code>");
        assertThat(page).doesNotContain(">NaN<");
    }
}
