package org.loyalty4j.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loyalty4j.cli.ExitCode;
import tools.jackson.databind.JsonNode;

/** What {@code loyalty analyze} says of the time to come, on the demo data. */
class ForecastTest {
    private static final Path DEMO = Path.of("demo", "transactions.csv");

    @TempDir
    Path folder;

    private Cli analyze(Path transactions, String... options) {
        Cli run = Cli.analyze(
                folder.resolve("out"),
                Stream.concat(
                                Stream.of("--transactions", transactions.toString(), "--as-of", "2025-12-31"),
                                Stream.of(options))
                        .toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    @Test
    void everyBuyerHasAForecastAndAValueAndTheSumsAgree() {
        Cli run = analyze(DEMO, "--horizon", "26w", "--discount-rate", "0.1", "--margin", "0.35");
        double purchases = 0;
        double value = 0;
        for (Map<String, String> row : run.customers().values()) {
            if ("0".equals(row.get("frequency"))) {
                assertThat(row)
                        .containsEntry("p_alive", "")
                        .containsEntry("p_purchase_next", "")
                        .containsEntry("expected_purchases", "")
                        .containsEntry("residual_value", "")
                        .containsEntry("residual_value_low", "")
                        .containsEntry("residual_value_high", "");
                continue;
            }
            assertThat(number(row, "p_alive")).isBetween(0.0, 1.0);
            assertThat(number(row, "p_purchase_next")).isBetween(0.0, 1.0);
            assertThat(row.get("residual_value")).matches("\\d+\\.\\d\\d");
            assertThat(new BigDecimal(row.get("residual_value")))
                    .isBetween(
                            new BigDecimal(row.get("residual_value_low")),
                            new BigDecimal(row.get("residual_value_high")));
            purchases += number(row, "expected_purchases");
            value += number(row, "residual_value");
        }
        JsonNode forecast = run.summary().get("forecast");
        assertThat(forecast.get("totals").get("expected_purchases").asDouble())
                .isCloseTo(purchases, withPercentage(0.001));
        assertThat(forecast.get("value").get("residual_value").asDouble()).isCloseTo(value, withPercentage(0.01));
        assertThat(forecast.get("advised").asBoolean()).isTrue();
        assertThat(forecast.get("horizon").asDouble()).isEqualTo(26);
        assertThat(forecast.get("horizon_unit").asString()).isEqualTo("week");
        assertThat(forecast.get("horizon_is_default").asBoolean()).isFalse();
        assertThat(forecast.get("backtest")
                        .get("forecasts")
                        .valueStream()
                        .map(row -> row.get("forecast").asString()))
                .contains("bgnbd", "mbgnbd", "paretonbd", "mean-rate", "last-period", "hiatus");
    }

    @Test
    void withoutOptionsItLooksAYearAheadAndValuesNothing() {
        Cli run = analyze(DEMO, "--model", "mbgnbd", "--model-unit", "month");
        JsonNode forecast = run.summary().get("forecast");
        assertThat(forecast.get("model").asString()).isEqualTo("mbgnbd");
        assertThat(forecast.get("advised").asBoolean()).isFalse();
        assertThat(forecast.get("fit").get("unit").asString()).isEqualTo("month");
        assertThat(forecast.get("horizon").asDouble()).isEqualTo(12);
        assertThat(forecast.get("horizon_is_default").asBoolean()).isTrue();
        assertThat(forecast.get("value").has("residual_value")).isFalse();
        assertThat(run.customers().values()).allSatisfy(row -> assertThat(row).containsEntry("residual_value", ""));
        assertThat(run.text("report.html"))
                .contains("12 months ahead, which is the default", "Give <code>--discount-rate</code>");
    }

    @Test
    void aModelWithoutDropoutHasNoMapOfSilence() {
        Cli run = analyze(DEMO, "--model", "nbd");
        assertThat(run.summary()
                        .get("forecast")
                        .get("totals")
                        .get("expected_alive")
                        .isNull())
                .isTrue();
        assertThat(run.customers().values().stream()
                        .map(row -> row.get("p_alive"))
                        .distinct())
                .containsExactlyInAnyOrder("1", "");
        assertThat(run.text("report.html")).doesNotContain("data-chart=\"alive\"");
    }

    @Test
    void noneAsksForNoForecast() {
        Cli run = analyze(DEMO, "--model", "none");
        assertThat(run.summary().has("forecast")).isFalse();
        assertThat(run.text("report.html")).contains("No forecast was made, since <code>--model</code> none was given");
    }

    @Test
    void whereNobodyCameBackTheReasonIsGiven() throws IOException {
        Path once = Files.writeString(
                folder.resolve("once.csv"), "customer_id,date,amount\na,2025-01-01,5\nb,2025-02-01,7\n");
        Cli run = analyze(once, "--horizon", "1y", "--discount-rate", "0.1");
        JsonNode forecast = run.summary().get("forecast");
        assertThat(forecast.has("model")).isFalse();
        assertThat(forecast.get("advice")
                        .valueStream()
                        .map(finding -> finding.get("topic").asString()))
                .contains("no-repeaters");
        assertThat(run.customers().get("a"))
                .containsEntry("p_alive", "")
                .containsEntry("expected_purchases", "")
                .containsEntry("residual_value_high", "");
        assertThat(run.text("report.html")).contains("these data do not allow one");
    }

    /** So few that no model is determined: whatever the fit says, a page and finite numbers come out. */
    @Test
    void aHandfulOfBuyersIsNoError() throws IOException {
        Path few = Files.writeString(
                folder.resolve("few.csv"),
                "customer_id,date,amount\na,2025-01-01,5\na,2025-01-03,5\nb,2025-12-31,7\nc,2025-05-05,0.01\nc,2025-05-06,900000\n");
        Cli run = analyze(few, "--horizon", "1y", "--discount-rate", "0.1");
        String page = run.text("report.html");
        // The first script holds the numbers of the charts; the others hold code.
        assertThat(page.substring(0, page.indexOf("</script>"))).doesNotContain("NaN", "Infinity", "∞");
        assertThat(run.text("customers.csv")).doesNotContain("NaN", "Infinity");
        assertThat(run.text("summary.json")).doesNotContain("NaN", "Infinity");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
