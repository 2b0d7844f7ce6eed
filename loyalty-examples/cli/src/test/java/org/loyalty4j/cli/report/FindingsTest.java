package org.loyalty4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;

class FindingsTest {

    @Test
    void everyFindingHasItsCounts() {
        assertThat(english(ReportFixtures.full()))
                .containsExactly(
                        "4,812 customers, of whom 4,356 bought: 15,904 orders worth 1,238,456.70 EUR, from 2 January 2024 to"
                                + " 31 December 2025.",
                        "The top 20% of buyers (871 customers) brought 64.2% of revenue. The Gini coefficient is 0.64 (0: all"
                                + " equal, 1: one buyer brings everything).",
                        "1,655 of 4,356 buyers (38.0%) bought only once. Those who came recently may still return.",
                        "The largest segment is Loyal Customers: 611 customers, 14.0% of all in segments, with 22.8% of revenue.",
                        "470 customers in At Risk and Can't Lose Them bought well and have gone quiet. They brought 190,191.35 EUR"
                                + " so far, 15.4% of revenue: what they have spent, not a forecast of what will be lost.",
                        "The Net Promoter Score is +13, from 1,738 answers. Its 95% interval is +9 to +16: promoters outnumber"
                                + " detractors by more than chance would explain. Between this survey and"
                                + " another of its size, a change of less than about 6 points may be chance.",
                        "Weighted by behaviour to stand for the whole base, the Net Promoter Score is +7 rather than +13: those"
                                + " who answered are not like those who did not.",
                        "The attitude of 3,074 customers (63.9%) is unknown, and with it that of 52.3% of revenue. They are shown"
                                + " apart; nothing is guessed for them.",
                        "274 customers in “Spurious loyalty” buy well but rate you below the cut: possible captives, with 14.9% of"
                                + " revenue, who may go when an alternative comes. 512 customers in “Latent loyalty” rate you highly but"
                                + " buy little: latent fans, with 4.9% of revenue and room to grow.",
                        "Since 31 December 2024, 93 customers rose and 102 customers fell between the quadrants. Of 820 customers who"
                                + " answered anew, 195 changed quadrant; noise in the answers alone would move about 88 of them.",
                        "The churn rate by customers at the start is 10.4%, from 1 January 2025 to 31 December 2025 (412 left over a base of 3,960; 9.5% to 11.4% at 95% confidence).",
                        "1,212 of 4,356 buyers (27.8%) have been silent for more than 196 days and count as lapsed. Of those"
                                + " silent that long before, 10.0% came back.",
                        "The MBG/NBD model expects 6,512 purchases from 4,356 buyers within 12 months. A buyer’s mean"
                                + " probability to buy at all in that time is 41.3%.",
                        "The most valuable tenth (436 buyers) holds 34.4% of the value still to come, which is 412,346 EUR in"
                                + " all.",
                        "23.3% of the value still to come is at risk, 96,204 EUR in all. The 10 customers to save first hold"
                                + " 2.5% of that.",
                        "On the past, MBG/NBD forecast better than the best simple rule (Hiatus): RMSE 0.710 against 0.870 after"
                                + " 5 May 2025. Its total was off by −2.9%.",
                        "289 of 19,389 rows read (1.5%) could not be used. The data report says why.");
    }

    @Test
    void aRuleThatForecastsAsWellIsNamed() {
        assertThat(english(withOutlook(OutlookFixtures.beaten())))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("On the past, the simple rule “Hiatus” forecast no worse than MBG/NBD:"))
                .noneSatisfy(sentence -> assertThat(sentence).contains("value still to come"));
    }

    @Test
    void withoutAForecastNothingIsSaidOfTheFuture() {
        assertThat(String.join(" ", english(withOutlook(OutlookFixtures.impossible()))))
                .doesNotContain("expects", "On the past", "still to come");
    }

    private static ReportModel withOutlook(Outlook outlook) {
        ReportModel full = ReportFixtures.full();
        return model(full, full.nps(), Optional.of(outlook));
    }

    private static ReportModel model(ReportModel full, Optional<ReportModel.Nps> nps, Optional<Outlook> outlook) {
        return new ReportModel(
                full.scope(),
                full.keyFigures(),
                full.heatMap(),
                full.segments(),
                full.concentration(),
                full.quadrants(),
                nps,
                full.recencyDays(),
                full.frequency(),
                full.silence(),
                full.contract(),
                full.value(),
                outlook,
                ChurnModel.NONE,
                SurveyModel.NONE,
                Optional.empty(),
                List.of(),
                full.data());
    }

    @Test
    void japaneseSaysAsMuch() {
        List<Findings.Finding> japanese = Findings.of(ReportFixtures.full(), Locale.JAPANESE);
        assertThat(japanese).hasSameSizeAs(Findings.of(ReportFixtures.full(), Locale.ENGLISH));
        assertThat(japanese.get(0).sentence()).contains("顧客4,812人", "15,904件", "1,238,456.70 EUR");
        assertThat(japanese.get(5).sentence()).contains("+13", "+9～+16");
    }

    @Test
    void withoutSurveysNothingIsSaidAboutAttitude() {
        String all = String.join(" ", english(ReportFixtures.withoutSurveys()));
        assertThat(all)
                .contains("There are no survey answers")
                .doesNotContain("captives, with", "Net Promoter Score is");
    }

    @Test
    void oneCustomerIsCalledFewAndHasNoTopFifth() {
        String all = String.join(" ", english(ReportFixtures.tiny()));
        assertThat(all)
                .contains("This report rests on 1 customer only", "from 1 answer", "Of 1 row read, none was rejected")
                .doesNotContain("The top 20%");
    }

    @Test
    void nothingAtAllIsStillSaid() {
        assertThat(english(ReportFixtures.empty()))
                .startsWith("0 customers, of whom 0 bought: 0 orders worth 0.00.")
                .endsWith("3 of 3 rows read (100.0%) could not be used. The data report says why.");
    }

    @ParameterizedTest
    @CsvSource({
        "12, 8, 16, promoters outnumber detractors",
        "-12, -16, -8, detractors outnumber promoters",
        "2, -3, 7, the answers do not tell",
        "3, 0, 6, the answers do not tell"
    })
    void theVerdictFollowsTheInterval(double score, double lower, double upper, String verdict) {
        ReportModel full = ReportFixtures.full();
        ReportModel.Nps nps = full.nps().orElseThrow();
        ReportModel model = model(
                full,
                Optional.of(new ReportModel.Nps(
                        new Estimate(score, new Interval(lower, upper, 0.95)),
                        nps.detractors(),
                        nps.passives(),
                        nps.promoters(),
                        nps.answers(),
                        nps.answered())),
                full.outlook());
        assertThat(english(model)).anySatisfy(sentence -> assertThat(sentence).contains(verdict));
    }

    private static List<String> english(ReportModel model) {
        return Findings.of(model, Locale.ENGLISH).stream()
                .map(Findings.Finding::sentence)
                .toList();
    }
}
