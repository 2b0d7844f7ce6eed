package org.loyalty4j.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loyalty4j.cli.ExitCode;
import tools.jackson.databind.JsonNode;

/** What of summary.json and customers.csv is there, and what is not, with less data than the demo has. */
class SummaryPartsTest {
    private static final String TRANSACTIONS = """
            customer_id,date,amount
            a,2025-01-05,1200
            a,2025-03-05,1300
            a,2025-06-01,900
            b,2025-01-10,800
            b,2025-02-01,700
            c,2025-05-20,4000
            c,2025-06-20,5000
            """;

    @TempDir
    Path folder;

    private Cli analyze(String... options) throws IOException {
        Path transactions = Files.writeString(folder.resolve("t.csv"), TRANSACTIONS);
        Cli run = Cli.analyze(
                folder.resolve("out"),
                Stream.concat(
                                Stream.of(
                                        "--transactions=" + transactions,
                                        "--currency=JPY",
                                        "--as-of=2025-06-30",
                                        "--cohorts=quarter"),
                                Stream.of(options))
                        .toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.text("summary.json")).doesNotContain("NaN", "Infinity");
        assertThat(run.text("customers.csv")).doesNotContain("NaN", "Infinity");
        return run;
    }

    @Test
    void purchasesAloneSayNothingOfAnswersContractsForecastsOrMovement() throws IOException {
        JsonNode summary = analyze("--model=none").summary();
        assertThat(summary.has("movement")).isFalse();
        assertThat(summary.get("churn").propertyNames())
                .contains("repeat_rate", "inactivity", "purchase_cohorts")
                .doesNotContain("agreement", "value_at_risk", "contract");
        assertThat(summary.get("survey").propertyNames()).contains("answered").doesNotContain("noise", "nps", "later");
        assertThat(summary.get("quadrant").propertyNames())
                .contains("sensitivity")
                .doesNotContain("certainty");
        assertThat(summary.at("/quadrant/quadrants/0").propertyNames()).doesNotContain("share_of_base", "nps");
        assertThat(summary.at("/quadrant/quadrants/0/columns").propertyNames()).containsExactly("revenue");
    }

    @Test
    void aThresholdOfYourOwnIsUsedAndNamed() throws IOException {
        Cli run = analyze("--model=none", "--inactive-after=20");
        JsonNode churn = run.summary().get("churn");
        assertThat(churn.at("/inactivity/days").asInt()).isEqualTo(20);
        assertThat(churn.at("/inactivity/given").asBoolean()).isTrue();
        assertThat(churn.at("/inactivity/curve")
                        .valueStream()
                        .map(row -> row.get("days").asInt()))
                .contains(20);
        assertThat(churn.at("/states/period").asString()).isEqualTo("2025-Q2");
        assertThat(churn.at("/states/history")).hasSize(2);
        assertThat(churn.at("/purchase_cohorts/unit").asString()).isEqualTo("quarter");
        assertThat(run.customers().get("a")).containsEntry("churn_state", "lapsed");
        assertThat(run.customers().get("c")).containsEntry("churn_state", "new").containsEntry("churn_probability", "");
    }

    @Test
    void aHandfulOfEverythingIsNoError() throws IOException {
        Path surveys = Files.writeString(
                folder.resolve("s.csv"), "customer_id,date,score\na,2025-02-01,10\na,2025-06-01,3\nc,2025-06-21,9\n");
        Path customers = Files.writeString(
                folder.resolve("c.csv"), "customer_id,joined_on,left_on\na,2025-01-01,2025-06-10\nb,2025-01-01,\n");
        Cli run = analyze(
                "--surveys=" + surveys,
                "--customers=" + customers,
                "--compare-to=2025-03-31",
                "--horizon=1y",
                "--discount-rate=0.1",
                "--inactive-after=90");
        assertThat(run.customers().get("a"))
                .containsEntry("churn_state", "left")
                .containsEntry("churn_probability", "")
                .containsEntry("value_at_risk", "")
                .containsEntry("attitude_age_days", "29");
        assertThat(run.customers().get("b")).containsEntry("churn_state", "lapsed");
        // No decimals in yen.
        assertThat(run.customers().get("c"))
                .hasEntrySatisfying("value_at_risk", value -> assertThat(value).matches("\\d+"));
        JsonNode summary = run.summary();
        assertThat(summary.at("/churn/value_at_risk/customers").asInt()).isEqualTo(2);
        assertThat(summary.at("/churn/value_at_risk/top")).hasSize(2);
        assertThat(summary.at("/churn/contract/survival/lifetimes").asInt()).isEqualTo(2);
        // Nobody was observed for a year.
        assertThat(summary.at("/churn/contract/survival/at/3/staying/value").isNull())
                .isTrue();
        assertThat(summary.at("/movement/changes/left").asInt()).isEqualTo(1);
        assertThat(summary.at("/movement/changes/entered").asInt()).isEqualTo(1);
        assertThat(summary.at("/survey/noise/estimated").asBoolean()).isFalse();
        assertThat(summary.at("/survey/noise/sd_steps/value").asDouble()).isEqualTo(1);
        assertThat(summary.at("/survey/noise/sd_steps/lower").isNull()).isTrue();
    }

    /** After one renewal many models explain the data alike, and what lies ahead is not known. */
    @Test
    void aRetentionModelThatIsNotIdentifiedProjectsNothing() throws IOException {
        Path customers = Files.writeString(
                folder.resolve("c.csv"), "customer_id,joined_on,left_on\na,2025-05-25,2025-06-25\nb,2025-05-25,\n");
        JsonNode retention =
                analyze("--model=none", "--customers=" + customers).summary().at("/churn/contract/retention");
        assertThat(retention.get("status").asString()).isEqualTo("not_identified");
        assertThat(retention.at("/after/3/staying/value").isNull()).isTrue();
    }

    /** The level of the intervals reaches the new parts: a higher one is wider, about the same value. */
    @Test
    void intervalsAreAtTheLevelAskedFor() throws IOException {
        List<String> paths = List.of(
                "/churn/contract/survival/at/0/staying",
                "/churn/states/flows/9/lapse_rate",
                "/churn/agreement/kappa",
                "/survey/nps_of_base",
                "/survey/nps_trend/slope_per_year",
                "/survey/later/point_of_nps/value",
                "/quadrant/quadrants/0/share_of_base",
                "/quadrant/quadrants/0/columns/revenue/mean",
                "/movement/share_change/0/change");
        JsonNode narrow = demo("0.8");
        JsonNode wide = demo("0.99");
        for (String path : paths) {
            JsonNode a = narrow.at(path);
            JsonNode b = wide.at(path);
            assertThat(a.get("value").asDouble())
                    .as(path)
                    .isEqualTo(b.get("value").asDouble());
            assertThat(a.get("lower").asDouble())
                    .as(path)
                    .isGreaterThan(b.get("lower").asDouble());
            assertThat(a.get("upper").asDouble())
                    .as(path)
                    .isLessThan(b.get("upper").asDouble());
        }
    }

    private JsonNode demo(String confidence) {
        Cli run = Cli.analyze(
                folder.resolve("demo" + confidence),
                "--transactions=demo/transactions.csv",
                "--surveys=demo/surveys.csv",
                "--customers=demo/customers.csv",
                "--as-of=2025-12-31",
                "--compare-to=2025-06-30",
                "--model=mbgnbd",
                "--confidence=" + confidence);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        return run.summary();
    }
}
