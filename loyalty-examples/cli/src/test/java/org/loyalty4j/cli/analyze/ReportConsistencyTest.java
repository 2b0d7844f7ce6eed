package org.loyalty4j.cli.analyze;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Proportion;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.churn.ChurnAgreement;
import org.loyalty4j.churn.ChurnState;
import org.loyalty4j.churn.CohortAverage;
import org.loyalty4j.churn.RestrictedMean;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.ltv.ValueAtRisk;
import org.loyalty4j.profile.Contracts;
import org.loyalty4j.profile.ForecastPlan;
import org.loyalty4j.profile.LaterBehaviour;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.profile.LoyaltyChurn;
import org.loyalty4j.profile.LoyaltyComparison;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.profile.SegmentNps;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.NoiseMovement;
import org.loyalty4j.quadrant.QuadrantChange;
import org.loyalty4j.survey.GroupOutcome;
import org.loyalty4j.survey.WeightedEstimate;

/** The report of the demo data shows the numbers that the library gives for them. */
class ReportConsistencyTest {
    private static final Path DEMO = Path.of("demo");
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final LocalDate EARLIER = LocalDate.of(2024, 12, 31);

    private static LoyaltyComparison library;
    private static String html = "";

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        TransactionLog.Builder log = TransactionLog.builder(2);
        List<Customer> customers = rows("customers.csv").stream()
                .map(row -> new Customer(
                        row[0], LocalDate.parse(row[1]), row[2].isEmpty() ? null : LocalDate.parse(row[2])))
                .toList();
        customers.forEach(customer -> log.addCustomer(customer.id()));
        rows("transactions.csv").forEach(row -> log.add(row[0], LocalDate.parse(row[1]), new BigDecimal(row[2])));
        List<SurveyResponse> answers = rows("surveys.csv").stream()
                .map(row -> new SurveyResponse(row[0], LocalDate.parse(row[1]), Integer.parseInt(row[2])))
                .toList();
        library = LoyaltyAnalysis.withDefaults()
                .withForecast(ForecastPlan.within(Horizon.years(1)).withChoice(PurchaseModelChoice.parse("paretonbd")))
                .withValue(0.35, Horizon.years(1), DiscountRate.annual(0.10))
                .compare(log.build(), answers, customers, EARLIER, AS_OF);
        Cli run = Cli.analyze(
                folder.resolve("out"),
                "--transactions",
                DEMO.resolve("transactions.csv").toString(),
                "--surveys",
                DEMO.resolve("surveys.csv").toString(),
                "--customers",
                DEMO.resolve("customers.csv").toString(),
                "--as-of",
                AS_OF.toString(),
                "--compare-to",
                EARLIER.toString(),
                "--model",
                "paretonbd",
                "--horizon",
                "1y",
                "--discount-rate",
                "0.10",
                "--margin",
                "0.35");
        assertThat(run.err()).isEmpty();
        html = run.text("report.html");
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(DEMO.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static LoyaltyReport report() {
        return library.after();
    }

    private static LoyaltyChurn churn() {
        return report().churn();
    }

    /** The words of a section, cells parted by blanks. */
    private static String section(String id) {
        int from = html.indexOf("<section id=\"" + id + "\"");
        assertThat(from).as(id).isPositive();
        String words = html.substring(from, html.indexOf("</section>", from));
        return Pattern.compile("<[^>]*>").matcher(words).replaceAll(" ").replaceAll("\\s+", " ");
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount).replace('-', '−');
    }

    private static String score(double score) {
        long rounded = Math.round(score);
        return rounded == 0 ? "0" : (rounded > 0 ? "+" : "−") + Math.abs(rounded);
    }

    private static String bounds(Proportion share) {
        Estimate estimate = share.wilson(0.95).orElseThrow();
        return percent(estimate.interval().lower()) + " to "
                + percent(estimate.interval().upper());
    }

    private static String scores(Estimate estimate) {
        return score(estimate.interval().lower()) + " to "
                + score(estimate.interval().upper());
    }

    @Test
    void cohorts() {
        Contracts contracts = churn().contracts().orElseThrow();
        CohortAverage staying = contracts.cohorts().average(12).orElseThrow();
        CohortAverage buying = churn().purchaseCohorts().average(12).orElseThrow();
        assertThat(section("cohorts"))
                .contains(
                        "After 12 months, " + percent(staying.share().value().orElseThrow())
                                + " are still customers, on average over the " + staying.cohorts() + " cohorts",
                        "After 12 months, " + percent(buying.share().value().orElseThrow())
                                + " buy in the period, on average over the " + buying.cohorts() + " cohorts");
    }

    @Test
    void survival() {
        Contracts contracts = churn().contracts().orElseThrow();
        RestrictedMean mean = contracts.survival(0.95).restrictedMean(365).orElseThrow();
        assertThat(section("survival"))
                .contains(
                        whole(contracts.lifetimes().size()) + " customers, of whom "
                                + whole(contracts.lifetimes().ended()) + " have left",
                        whole(mean.mean().value()) + " of the first 365 "
                                + whole(mean.mean().interval().lower()) + " to "
                                + whole(mean.mean().interval().upper()),
                        "log-rank test: chi-square ");
    }

    @Test
    void statesAndThreshold() {
        int days = churn().inactiveAfterDays().orElseThrow();
        Proportion lapsed = churn().states().orElseThrow().period().share(ChurnState.LAPSED);
        ChurnAgreement agreement = churn().agreement().orElseThrow();
        assertThat(section("states")).contains("silent for more than " + days + " days has lapsed");
        assertThat(section("threshold"))
                .contains(
                        "silent for more than " + days + " days counts as lapsed",
                        whole(lapsed.successes()) + " of " + whole(lapsed.trials()) + " buyers are lapsed now: "
                                + percent(lapsed.value().orElseThrow()) + " (" + bounds(lapsed),
                        "Silent beyond the threshold " + whole(agreement.both()) + " " + whole(agreement.silentOnly()),
                        "Not silent that long " + whole(agreement.modelOnly()) + " " + whole(agreement.neither()));
    }

    @Test
    void valueAtRisk() {
        ValueAtRisk first = churn().valuesAtRisk().orElseThrow().get(0);
        assertThat(section("risk"))
                .contains(
                        "Value at risk "
                                + whole(churn().valuesAtRisk().orElseThrow().total()),
                        money(first.residualValue()) + " " + percent(first.churnProbability()) + " "
                                + money(first.value()))
                .contains(first.customerId());
    }

    @Test
    void scoresBySegmentAndPeriod() {
        for (SegmentNps row : report().survey().npsBySegment()) {
            Estimate estimate = row.nps().adjustedWald(0.95).orElseThrow();
            assertThat(section("nps-groups"))
                    .contains(row.segment().name().english().replace("'", "&#39;") + " "
                            + whole(row.nps().respondents()) + " " + score(estimate.value()) + " " + scores(estimate));
        }
        Estimate slope =
                report().survey().trend().orElseThrow().slopePerYear(0.95).orElseThrow();
        assertThat(section("nps-groups")).contains(score(slope.value()) + " points a year (" + scores(slope));
    }

    @Test
    void response() {
        WeightedEstimate weighted = report().survey().npsOfBase(0.95).orElseThrow();
        assertThat(section("response"))
                .contains(
                        "the score is " + score(weighted.estimate().value()) + " (" + scores(weighted.estimate()),
                        "worth " + whole(weighted.effectiveSampleSize()) + " unweighted ones",
                        "the median is "
                                + whole(report().survey().ages().medianDays().orElseThrow()) + " days",
                        "Spend so far "
                                + money(requireNonNull(report().survey()
                                        .bias()
                                        .get(2)
                                        .answered()
                                        .mean())));
    }

    @Test
    void laterBehaviour() {
        LaterBehaviour later = report().survey().later().orElseThrow();
        for (GroupOutcome row : later.outcomes().rows()) {
            Estimate spend = row.value().mean(0.95).orElseThrow();
            assertThat(section("outcomes"))
                    .contains(whole(row.customers()) + " "
                            + percent(row.repeated().value().orElseThrow()) + " " + bounds(row.repeated()) + " "
                            + money(spend.value()));
        }
        assertThat(section("outcomes"))
                .contains(
                        "goes with "
                                + money(requireNonNull(later.pointOfNps().value())
                                        .value()) + " a customer",
                        "it is "
                                + money(requireNonNull(later.pointWithinCells().value())
                                        .value()));
    }

    @Test
    void movement() {
        NoiseMovement noise = library.movementByNoise().orElseThrow();
        assertThat(section("movement"))
                .contains(
                        "Stayed " + whole(library.movement().customers(QuadrantChange.STAYED)),
                        "Rose " + whole(library.movement().customers(QuadrantChange.ROSE)),
                        "Fell " + whole(library.movement().customers(QuadrantChange.FELL)),
                        "Left " + whole(library.movement().customers(QuadrantChange.LEFT)),
                        "True loyalty "
                                + whole(library.movement()
                                        .customers(LoyaltyQuadrant.TRUE_LOYALTY, LoyaltyQuadrant.TRUE_LOYALTY)),
                        whole(noise.customers()) + " customers gave an answer",
                        "carry " + whole(noise.expected()) + " across that line",
                        "chi-square "
                                + String.format(
                                        Locale.ROOT,
                                        "%.2f",
                                        library.movement()
                                                .marginalHomogeneity()
                                                .orElseThrow()
                                                .statistic()));
    }

    @Test
    void nextActions() {
        long groups = report().profiles().stream()
                .map(profile -> profile.quadrant() + " " + profile.segment().key())
                .distinct()
                .count();
        assertThat(section("actions"))
                .contains("Shown are 15 groups; " + (groups - 15) + " smaller ones follow")
                .contains(report().analysis()
                        .playbook()
                        .next(
                                LoyaltyQuadrant.TRUE_LOYALTY,
                                report().segmentMap().segments().get(0))
                        .action()
                        .action()
                        .english());
    }
}
