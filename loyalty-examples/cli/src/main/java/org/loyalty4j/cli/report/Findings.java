package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ReportModel.Quadrant;
import org.loyalty4j.cli.report.ReportModel.QuadrantKind;
import org.loyalty4j.cli.report.ReportModel.Segment;

/** What the numbers say, in plain words: each finding with its counts, none beyond what was observed. */
public final class Findings {

    /** Below so many customers, a share says little about anyone else. */
    private static final int FEW = 30;

    /** Below so many buyers, there is no top fifth to speak of. */
    private static final int FEWEST_FOR_CONCENTRATION = 5;

    private final ReportModel model;
    private final Edition edition;
    private final List<Finding> found = new ArrayList<>();

    private Findings(ReportModel model, Edition edition) {
        this.model = model;
        this.edition = edition;
    }

    /**
     * One finding.
     *
     * @param figure the number it is about, such as "63.4%"
     * @param sentence what it says, in full
     */
    public record Finding(String figure, String sentence) {}

    /**
     * The main findings, the most important first.
     *
     * @param model the numbers
     * @param locale Japanese, or English for every other language
     * @return the findings; never empty
     */
    public static List<Finding> of(ReportModel model, Locale locale) {
        return of(model, Edition.of(model, locale));
    }

    static List<Finding> of(ReportModel model, Edition edition) {
        Findings findings = new Findings(model, edition);
        findings.totals();
        findings.fewCustomers();
        findings.concentration();
        findings.oneTimeBuyers();
        findings.largestSegment();
        findings.slipping();
        findings.nps();
        FurtherFindings.weightedScore(model, edition).ifPresent(findings.found::add);
        findings.unknownAttitude();
        findings.captivesAndFans();
        FurtherFindings.movement(model, edition).ifPresent(findings.found::add);
        findings.churn();
        FurtherFindings.lapsed(model, edition).ifPresent(findings.found::add);
        findings.forecast();
        findings.residualValue();
        FurtherFindings.risk(model, edition).ifPresent(findings.found::add);
        findings.backtest();
        findings.unusedRows();
        return List.copyOf(findings.found);
    }

    private void totals() {
        ReportModel.KeyFigures key = model.keyFigures();
        Numbers numbers = edition.numbers();
        String period = model.scope()
                .period()
                .map(p -> edition.text("finding.totals.period", numbers.date(p.first()), numbers.date(p.last())))
                .orElse("");
        add(
                numbers.headline(key.revenue()),
                "finding.totals",
                count("customers", key.customers()),
                numbers.whole(key.buyers()),
                count("orders", key.orders()),
                numbers.money(key.revenue()),
                period);
    }

    private void fewCustomers() {
        long customers = model.keyFigures().customers();
        if (customers < FEW) {
            add("n = " + edition.numbers().whole(customers), "finding.few", count("customers", customers));
        }
    }

    private void concentration() {
        if (model.keyFigures().buyers() < FEWEST_FOR_CONCENTRATION) {
            return;
        }
        model.concentration().ifPresent(c -> {
            String share = edition.numbers().percent(c.topShare());
            add(
                    share,
                    "finding.concentration",
                    edition.numbers().level(c.topFraction()),
                    count("customers", c.topCustomers()),
                    share,
                    edition.numbers().fixed(c.gini(), 2));
        });
    }

    private void oneTimeBuyers() {
        Proportion once = model.keyFigures().repeatBuyers().complement();
        if (once.successes() > 0) {
            add(
                    edition.share(once),
                    "finding.once",
                    edition.numbers().whole(once.successes()),
                    count("buyers", once.trials()),
                    edition.share(once));
        }
    }

    private void largestSegment() {
        long customers = model.segments().stream().mapToLong(Segment::customers).sum();
        model.segments().stream()
                .max(Comparator.comparingLong(Segment::customers))
                .filter(largest -> largest.customers() > 0)
                .ifPresent(largest -> {
                    String share = edition.share(new Proportion(largest.customers(), customers));
                    add(
                            share,
                            "finding.segment",
                            edition.text(largest.name()),
                            count("customers", largest.customers()),
                            share,
                            revenueShare(largest.revenue()));
                });
    }

    private void slipping() {
        List<Segment> slipping = model.segments().stream()
                .filter(s -> s.slipping() && s.customers() > 0)
                .toList();
        if (slipping.isEmpty()) {
            return;
        }
        BigDecimal revenue = slipping.stream().map(Segment::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        add(
                edition.numbers().headline(revenue),
                "finding.slipping",
                count(
                        "customers",
                        slipping.stream().mapToLong(Segment::customers).sum()),
                join(slipping.stream().map(s -> edition.text(s.name())).toList()),
                edition.numbers().money(revenue),
                revenueShare(revenue));
    }

    private void nps() {
        if (model.nps().isEmpty()) {
            add(Numbers.NONE, "finding.nps.none");
            return;
        }
        ReportModel.Nps nps = model.nps().get();
        Estimate score = nps.score();
        String verdict = score.interval().lower() > 0
                ? "finding.nps.above"
                : score.interval().upper() < 0 ? "finding.nps.below" : "finding.nps.open";
        add(
                edition.numbers().signed(score.value()),
                "finding.nps",
                edition.numbers().signed(score.value()),
                count("answers", nps.total()),
                edition.scoreBounds(score),
                edition.level(score),
                edition.text(verdict),
                edition.numbers().whole((long) Math.ceil(change(score))));
    }

    /** The half-width of the interval of a difference of two such scores: their variances add up. */
    private static double change(Estimate score) {
        return Math.sqrt(2) * score.interval().width() / 2;
    }

    private void unknownAttitude() {
        quadrant(QuadrantKind.UNKNOWN)
                .filter(unknown -> unknown.customers().trials() > 0)
                .ifPresent(unknown -> add(
                        edition.share(unknown.customers()),
                        "finding.unknown",
                        count("customers", unknown.customers().successes()),
                        edition.share(unknown.customers()),
                        revenueShare(unknown.revenue())));
    }

    private void captivesAndFans() {
        Optional<Quadrant> captives = quadrant(QuadrantKind.SPURIOUS);
        Optional<Quadrant> fans = quadrant(QuadrantKind.LATENT);
        if (captives.isEmpty() || fans.isEmpty()) {
            return;
        }
        long captive = captives.get().customers().successes();
        long fan = fans.get().customers().successes();
        add(
                edition.numbers().whole(captive) + " : " + edition.numbers().whole(fan),
                "finding.captives",
                count("customers", captive),
                edition.text(captives.get().name()),
                revenueShare(captives.get().revenue()),
                count("customers", fan),
                edition.text(fans.get().name()),
                revenueShare(fans.get().revenue()));
    }

    private void churn() {
        model.contract()
                .ifPresent(contract -> contract.rates().stream()
                        .filter(rate -> rate.rate().isPresent())
                        .findFirst()
                        .ifPresent(rate -> {
                            Estimate churn = rate.rate().orElseThrow();
                            add(
                                    edition.numbers().percent(churn.value()),
                                    "finding.churn",
                                    edition.numbers().percent(churn.value()),
                                    edition.text(rate.denominator()),
                                    edition.numbers().plain(rate.leavers()),
                                    edition.numbers().plain(rate.base()),
                                    edition.shareBounds(churn),
                                    edition.level(churn),
                                    edition.numbers().date(contract.period().first()),
                                    edition.numbers().date(contract.period().last()));
                        }));
    }

    private void forecast() {
        outlook().ifPresent(forecast -> {
            Outlook.Totals totals = forecast.totals();
            String expected = edition.numbers().whole(Math.round(totals.expectedPurchases()));
            add(
                    expected,
                    "finding.forecast",
                    forecast.model().name(),
                    expected,
                    count("buyers", totals.buyers()),
                    edition.length(forecast.horizon()),
                    edition.numbers().percent(totals.probabilityOfPurchase()));
        });
    }

    private void residualValue() {
        outlook()
                .flatMap(Outlook.Forecast::value)
                .filter(value -> value.total() > 0
                        && value.deciles().stream()
                                        .mapToLong(Outlook.ValueDecile::customers)
                                        .sum()
                                >= FEW)
                .ifPresent(value -> {
                    String share =
                            edition.numbers().percent(value.deciles().get(0).value() / value.total());
                    add(
                            share,
                            "finding.residual",
                            count("buyers", value.deciles().get(0).customers()),
                            share,
                            edition.numbers().headline(value.total()));
                });
    }

    /** Says whether the model was worth its trouble: a rule of thumb that forecasts as well is the better forecast. */
    private void backtest() {
        outlook().flatMap(Outlook.Forecast::backtest).ifPresent(backtest -> {
            Optional<Outlook.Trial> used = best(backtest, Outlook.TrialKind.USED);
            Optional<Outlook.Trial> rule = best(backtest, Outlook.TrialKind.BASELINE);
            if (used.isEmpty() || rule.isEmpty()) {
                return;
            }
            double model = used.get().rootMeanSquaredError().orElseThrow();
            double baseline = rule.get().rootMeanSquaredError().orElseThrow();
            add(
                    edition.numbers().fixed(model, 2) + " : "
                            + edition.numbers().fixed(baseline, 2),
                    baseline <= model ? "finding.backtest.beaten" : "finding.backtest",
                    edition.text(used.get().name()),
                    edition.text(rule.get().name()),
                    edition.numbers().fixed(model, 3),
                    edition.numbers().fixed(baseline, 3),
                    edition.numbers().date(backtest.calibrationEnd()),
                    used.get().bias().isPresent()
                            ? edition.numbers().signedPercent(used.get().bias().getAsDouble())
                            : Numbers.NONE);
        });
    }

    private static Optional<Outlook.Trial> best(Outlook.Backtest backtest, Outlook.TrialKind kind) {
        return backtest.trials().stream()
                .filter(trial ->
                        trial.kind() == kind && trial.rootMeanSquaredError().isPresent())
                .min(Comparator.comparingDouble(
                        trial -> trial.rootMeanSquaredError().orElseThrow()));
    }

    private Optional<Outlook.Forecast> outlook() {
        return model.outlook().flatMap(Outlook::forecast);
    }

    private void unusedRows() {
        long read = 0;
        long rejected = 0;
        for (ReportModel.Input input : model.data().inputs()) {
            read += input.rowsRead();
            for (ReportModel.Fate fate : input.fates()) {
                rejected += fate.rejected() ? fate.rows() : 0;
            }
        }
        if (read > 0) {
            Proportion share = new Proportion(rejected, read);
            add(
                    edition.share(share),
                    rejected == 0 ? "finding.rows.all" : "finding.rows",
                    edition.numbers().whole(rejected),
                    count("rows", read),
                    edition.share(share));
        }
    }

    private Optional<Quadrant> quadrant(QuadrantKind kind) {
        return model.quadrants().stream()
                .flatMap(quadrants -> quadrants.quadrants().stream())
                .filter(quadrant -> quadrant.kind() == kind)
                .findFirst();
    }

    private String join(List<String> names) {
        if (names.size() == 1) {
            return names.get(0);
        }
        return edition.text(
                "and",
                String.join(edition.text("comma"), names.subList(0, names.size() - 1)),
                names.get(names.size() - 1));
    }

    private String revenueShare(BigDecimal part) {
        return edition.share(part, model.keyFigures().revenue());
    }

    private String count(String noun, long number) {
        return edition.texts().count(noun, number);
    }

    private void add(String figure, String key, Object... arguments) {
        found.add(new Finding(figure, edition.text(key, arguments)));
    }
}
