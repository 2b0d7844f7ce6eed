package org.loyalty4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    private static final List<String> SECTIONS = List.of(
            "findings",
            "key",
            "heat",
            "segments",
            "concentration",
            "distributions",
            "nps",
            "nps-groups",
            "response",
            "outcomes",
            "quadrants",
            "movement",
            "actions",
            "churn",
            "cohorts",
            "survival",
            "states",
            "threshold",
            "risk",
            "forecast",
            "tracking",
            "residual",
            "backtest",
            "value",
            "data",
            "method");

    private static final Pattern LOADS = Pattern.compile(
            "<(?:script|link|img|iframe|object|embed|source|video|audio)\\b[^>]*\\b(?:src|href|data)\\s*=\\s*\"(?!data:,\")",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void everySectionIsThereInOrder(String language) {
        String page = render(ReportFixtures.full(), language);
        int last = 0;
        for (String section : SECTIONS) {
            int at = page.indexOf("<section id=\"" + section + "\"");
            assertThat(at).as(section).isGreaterThan(last);
            last = at;
        }
        assertThat(page).contains("<html lang=\"" + language + "\">");
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        String page = render(ReportFixtures.full(), "en");
        String markup = withoutScripts(page);
        assertThat(LOADS.matcher(markup).results().map(Object::toString)).isEmpty();
        assertThat(markup).doesNotContain("http://", "https://", "@import", "url(");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void hostileNamesStayText() {
        for (String language : List.of("en", "ja")) {
            String page = render(ReportFixtures.hostile(), language);
            assertThat(page.contains("<img src=x")).isFalse();
            // The three scripts of the page and no other.
            assertThat(page.split("</script>", -1)).hasSize(4);
            assertThat(page.contains("\\u003c/script>\\u003cimg src=x")).isTrue();
            assertThat(withoutScripts(page)).contains("&lt;/script&gt;&lt;img src", "{{title}}");
        }
    }

    @Test
    void numbersFollowTheLanguage() {
        assertThat(render(ReportFixtures.full(), "en"))
                .contains("Loyalty report", "31 December 2025", "1,238,456.70 EUR", "4,812 customers");
        assertThat(render(ReportFixtures.full(), "ja"))
                .contains("ロイヤルティ分析レポート", "2025年12月31日", "1,238,456.70 EUR", "4,812人");
        assertThat(HtmlReport.render(ReportFixtures.full(), Locale.UK)).contains("1,238,456.70");
    }

    @Test
    void otherLanguagesAreAnsweredInEnglish() {
        assertThat(render(ReportFixtures.full(), "tr")).isEqualTo(render(ReportFixtures.full(), "en"));
    }

    @Test
    void missingPartsSayHowToFillThem() {
        String page = render(ReportFixtures.withoutSurveys(), "en");
        for (String section : SECTIONS) {
            assertThat(page).contains("<section id=\"" + section + "\"");
        }
        assertThat(page).contains("--surveys FILE", "--customers FILE", "--horizon");
        assertThat(page).doesNotContain("data-chart=\"nps-score\"", "data-chart=\"quadrants\"", "data-chart=\"churn\"");
    }

    @Test
    void theForecastSaysWhereItComesFrom() {
        assertThat(render(ReportFixtures.full(), "en"))
                .contains(
                        "Use MBG/NBD: it fits best.",
                        "The model: MBG/NBD",
                        "Chosen by the adviser",
                        "12 months ahead, which is the default",
                        "0.5246",
                        "0.02098",
                        "in use",
                        "755 customers who first bought after that day, with 1,180 purchases",
                        "are expected still to bring 412,346 EUR within 12 months, at a margin of 35% and an annual discount"
                                + " rate of 10%",
                        "Models compared",
                        "at a boundary: nobody drops out",
                        "data-chart=\"alive\"",
                        "data-chart=\"calibration\"");
        assertThat(render(ReportFixtures.full(), "ja"))
                .contains("MBG/NBD を使ってください", "予測の期間は既定の12か月です", "MBG/NBD（使用中）", "休眠ルール");
    }

    @Test
    void aForecastWithoutValueAndBacktestSaysWhatWouldFillThem() {
        assertThat(render(ReportFixtures.withoutSurveys(), "en"))
                .contains(
                        "Give <code>--discount-rate</code> together with <code>--horizon</code>",
                        "The time observed is too short",
                        "No backtest was made",
                        "The forecast looks 45.5 days ahead, as asked for.",
                        "at a boundary: all buy at the same rate",
                        "only 12 customers bought again",
                        "1,000,000,000")
                .doesNotContain("data-chart=\"alive\"", "data-chart=\"tracking\"", "Probably still customers");
    }

    @Test
    void noForecastSaysWhy() {
        assertThat(render(ReportFixtures.tiny(), "en"))
                .contains("these data do not allow one", "Nobody has bought again: no model can be fitted.");
        assertThat(render(ReportFixtures.empty(), "en")).contains("since <code>--model</code> none was given");
    }

    @Test
    void unknownAttitudeIsAlwaysInTheTable() {
        assertThat(render(ReportFixtures.full(), "en"))
                .contains("Unknown attitude")
                .contains("3,074");
    }

    @Test
    void aSampleSaysThatItIsOne() {
        assertThat(render(ReportFixtures.full(), "en")).contains("a sample of 1,400 of the 1,738 customers");
    }

    @Test
    void theSmallestReportsAreWhole() {
        assertThat(render(ReportFixtures.tiny(), "en"))
                .contains("1 customer, 1 order")
                .doesNotContain(">NaN<");
        assertThat(render(ReportFixtures.empty(), "ja")).contains("注文0件").doesNotContain(">NaN<");
    }

    @Test
    void theSameNumbersGiveTheSamePage() {
        assertThat(render(ReportFixtures.full(), "ja")).isEqualTo(render(ReportFixtures.full(), "ja"));
    }

    private static String render(ReportModel model, String language) {
        return HtmlReport.render(model, Locale.forLanguageTag(language));
    }

    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)<script\\b([^>]*)>.*?</script>", "<script$1></script>");
    }
}
