package org.loyalty4j.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.loyalty4j.cli.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The last columns of customers.csv follow from the others and from the input, and summary.json from them. */
@TestInstance(Lifecycle.PER_CLASS)
class CustomerColumnsConsistencyTest {
    private static final Path DEMO = Path.of("demo");
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final LocalDate EARLIER = LocalDate.of(2025, 6, 30);
    private static final LocalDate START_OF_LAST_MONTH = LocalDate.of(2025, 12, 1);

    private Map<String, Map<String, String>> rows = Map.of();
    private JsonNode summary = MissingNode.getInstance();

    @BeforeAll
    void analyze(@TempDir Path folder) {
        Cli run = Cli.analyze(
                folder.resolve("out"),
                "--transactions=" + DEMO.resolve("transactions.csv"),
                "--surveys=" + DEMO.resolve("surveys.csv"),
                "--customers=" + DEMO.resolve("customers.csv"),
                "--as-of=" + AS_OF,
                "--compare-to=" + EARLIER,
                "--horizon=1y",
                "--discount-rate=0.1",
                "--margin=0.35");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        rows = run.customers();
        summary = run.summary();
    }

    private static List<String[]> demo(String name) throws IOException {
        return Files.readAllLines(DEMO.resolve(name)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Set<String> left() throws IOException {
        return demo("customers.csv").stream()
                .filter(row -> !row[2].isEmpty() && !LocalDate.parse(row[2]).isAfter(AS_OF))
                .map(row -> row[0])
                .collect(Collectors.toSet());
    }

    @Test
    void churnIsTheChanceOfNoPurchaseOfThoseWhoCanStillGo() throws IOException {
        Set<String> left = left();
        rows.forEach((id, row) -> {
            if (left.contains(id) || isEmpty(row, "first_purchase")) {
                assertThat(row).as(id).containsEntry("churn_probability", "").containsEntry("value_at_risk", "");
                return;
            }
            double churn = number(row, "churn_probability");
            assertThat(churn + number(row, "p_purchase_next")).as(id).isCloseTo(1, offset(1e-6));
            // Both factors are rounded: the value to a cent, the chance to six digits.
            double value = number(row, "residual_value");
            assertThat(row.get("value_at_risk")).as(id).matches("\\d+\\.\\d\\d");
            assertThat(number(row, "value_at_risk"))
                    .as(id)
                    .isCloseTo(value * churn, offset(0.005 + 0.005 * churn + 1e-6 * value));
        });
    }

    @Test
    void statesFollowFromTheDatesOfPurchase() throws IOException {
        Set<String> left = left();
        int threshold = summary.at("/churn/inactivity/days").asInt();
        assertThat(threshold).isPositive();
        rows.forEach((id, row) -> assertThat(row.get("churn_state"))
                .as(id)
                .isIn(left.contains(id) ? Set.of("left") : silenceStates(row, threshold)));
        assertThat(rows.values().stream().map(row -> row.get("churn_state")))
                .contains("prospect", "new", "returning", "reactivated", "quiet", "lapsed", "left");
    }

    /** Which states the columns leave open: whether a returning customer had lapsed before is not in them. */
    private static Set<String> silenceStates(Map<String, String> row, int threshold) {
        if (isEmpty(row, "first_purchase")) {
            return Set.of("prospect");
        }
        if (number(row, "recency_days") > threshold) {
            return Set.of("lapsed");
        }
        if (LocalDate.parse(row.get("last_purchase")).isBefore(START_OF_LAST_MONTH)) {
            return Set.of("quiet");
        }
        return LocalDate.parse(row.get("first_purchase")).isBefore(START_OF_LAST_MONTH)
                ? Set.of("returning", "reactivated")
                : Set.of("new");
    }

    @Test
    void anAttitudeIsAsOldAsTheLatestAnswer() throws IOException {
        Map<String, LocalDate> latest = new HashMap<>();
        for (String[] answer : demo("surveys.csv")) {
            latest.merge(answer[0], LocalDate.parse(answer[1]), (a, b) -> a.isAfter(b) ? a : b);
        }
        rows.forEach((id, row) -> {
            LocalDate day = latest.get(id);
            assertThat(row)
                    .as(id)
                    .containsEntry(
                            "attitude_age_days", day == null ? "" : Long.toString(ChronoUnit.DAYS.between(day, AS_OF)));
            assertThat(isEmpty(row, "quadrant_confidence")).as(id).isEqualTo(day == null);
            assertThat(isEmpty(row, "attitude")).as(id).isEqualTo(day == null);
            if (day != null) {
                assertThat(number(row, "quadrant_confidence")).as(id).isBetween(0.0, 1.0);
            }
        });
    }

    @Test
    void theMedianAgeTheBorderlineAndTheValueAtRiskAreThoseOfTheRows() {
        double[] ages = rows.values().stream()
                .filter(row -> !isEmpty(row, "attitude_age_days"))
                .mapToDouble(row -> number(row, "attitude_age_days"))
                .sorted()
                .toArray();
        assertThat(summary.at("/survey/ages/median_days").asDouble())
                .isEqualTo((ages[(ages.length - 1) / 2] + ages[ages.length / 2]) / 2);
        assertThat(summary.at("/quadrant/certainty/borderline/count").asLong())
                .isEqualTo(rows.values().stream()
                        .filter(row -> !isEmpty(row, "quadrant_confidence"))
                        .filter(row -> number(row, "quadrant_confidence") < 0.8)
                        .count());
        List<Map<String, String>> atRisk = rows.values().stream()
                .filter(row -> !isEmpty(row, "value_at_risk"))
                .sorted(Comparator.comparingDouble((Map<String, String> row) -> -number(row, "value_at_risk")))
                .toList();
        JsonNode total = summary.at("/churn/value_at_risk");
        assertThat(total.get("customers").asLong()).isEqualTo(atRisk.size());
        assertThat(total.get("total").asDouble())
                .isCloseTo(
                        atRisk.stream()
                                .mapToDouble(row -> number(row, "value_at_risk"))
                                .sum(),
                        withPercentage(0.01));
        assertThat(total.get("top")
                        .valueStream()
                        .map(row -> row.get("customer_id").asString()))
                .containsExactlyElementsOf(atRisk.stream()
                        .limit(10)
                        .map(row -> row.get("customer_id"))
                        .toList());
    }

    @Test
    void everyCustomerHasAnActionAndSumsOfStatesAreTheBase() {
        assertThat(rows.values())
                .allSatisfy(row -> assertThat(row.get("next_action")).matches("[a-z_]+"));
        JsonNode states = summary.at("/churn/states");
        long base = rows.size();
        assertThat(states.get("customers")
                        .valueStream()
                        .mapToLong(row -> row.get("customers").asLong())
                        .sum())
                .isEqualTo(base);
        List<JsonNode> history = states.get("history").valueStream().toList();
        assertThat(history).hasSize(24);
        List<String> keys = List.of("prospect", "new", "returning", "reactivated", "quiet", "lapsed");
        assertThat(history)
                .allSatisfy(period -> assertThat(keys.stream()
                                .mapToLong(key -> period.get(key).asLong())
                                .sum())
                        .isEqualTo(base));
        JsonNode last = history.get(history.size() - 1);
        assertThat(states.get("customers")
                        .valueStream()
                        .map(row -> row.get("customers").asLong()))
                .containsExactlyElementsOf(
                        keys.stream().map(key -> last.get(key).asLong()).toList());
        assertThat(states.get("flows")).hasSize(23);
    }

    @Test
    void quadrantsAreThoseOfTheRowsAndTheirWeightedSharesSumToOne() {
        Map<String, Long> customers = rows.values().stream()
                .collect(Collectors.groupingBy(row -> row.get("quadrant"), Collectors.counting()));
        double shares = 0;
        for (JsonNode row : summary.at("/quadrant/quadrants")) {
            String quadrant = row.get("quadrant").asString();
            assertThat(row.get("customers").asLong()).isEqualTo(customers.get(quadrant));
            assertThat(row.at("/columns/revenue/total").asDouble())
                    .isCloseTo(sum(quadrant, "historic_value").doubleValue(), withPercentage(1e-9));
            assertThat(row.at("/columns/residual_value/total").asDouble())
                    .isCloseTo(sum(quadrant, "residual_value").doubleValue(), withPercentage(0.1));
            shares += row.has("share_of_base") ? row.at("/share_of_base/value").asDouble() : 0;
        }
        assertThat(shares).isCloseTo(1, offset(1e-9));
    }

    private BigDecimal sum(String quadrant, String column) {
        return rows.values().stream()
                .filter(row -> quadrant.equals(row.get("quadrant")))
                .map(row -> row.get(column))
                .filter(value -> !value.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void movementEndsAtTheCustomersWhoAreStillThere() throws IOException {
        Set<String> left = left();
        JsonNode movement = summary.get("movement");
        Map<String, Long> after = rows.entrySet().stream()
                .filter(row -> !left.contains(row.getKey()))
                .collect(Collectors.groupingBy(row -> row.getValue().get("quadrant"), Collectors.counting()));
        Map<String, Long> to = movement.get("flows")
                .valueStream()
                .filter(flow -> !flow.get("to").isNull())
                .collect(Collectors.groupingBy(
                        flow -> flow.get("to").asString(),
                        Collectors.summingLong(flow -> flow.get("customers").asLong())));
        assertThat(to).isEqualTo(after);
        assertThat(movement.get("flows")).hasSize(35);
        Map<String, Long> changes = movement.get("flows")
                .valueStream()
                .collect(Collectors.groupingBy(
                        flow -> flow.get("change").asString(),
                        Collectors.summingLong(flow -> flow.get("customers").asLong())));
        Map<String, Long> told = movement.get("changes").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, change -> change.getValue().asLong()));
        assertThat(told).isEqualTo(changes);
        assertThat(movement.get("to").asString()).isEqualTo(summary.get("as_of").asString());
        assertThat(movement.get("from").asString()).isEqualTo(EARLIER.toString());
    }

    @Test
    void answersBySegmentAreThoseOfTheRows() {
        // Whose contract has ended is no longer asked.
        Map<String, Long> answered = count(row -> !isEmpty(row, "attitude") && !"left".equals(row.get("churn_state")));
        Map<String, Long> promoters = count(row -> !isEmpty(row, "attitude") && number(row, "attitude") >= 90);
        for (JsonNode row : summary.at("/survey/response_by_segment")) {
            assertThat(row.at("/answered/count").asLong())
                    .isEqualTo(answered.getOrDefault(row.get("segment").asString(), 0L));
        }
        for (JsonNode row : summary.at("/survey/nps_by_segment")) {
            assertThat(row.at("/nps/promoters").asLong())
                    .isEqualTo(promoters.getOrDefault(row.get("segment").asString(), 0L));
        }
    }

    private Map<String, Long> count(Predicate<Map<String, String>> wanted) {
        return rows.values().stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(row -> row.get("rfm_segment"), Collectors.counting()));
    }

    private static boolean isEmpty(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column).isEmpty();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
