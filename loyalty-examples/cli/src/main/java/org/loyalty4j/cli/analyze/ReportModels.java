package org.loyalty4j.cli.analyze;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.churn.ChurnRate;
import org.loyalty4j.churn.CustomerFlow;
import org.loyalty4j.churn.Denominator;
import org.loyalty4j.cli.input.ReadSummary;
import org.loyalty4j.cli.report.Outlook;
import org.loyalty4j.cli.report.ReportModel;
import org.loyalty4j.profile.AverageBuyerValue;
import org.loyalty4j.profile.Contracts;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.PlaybookAction;
import org.loyalty4j.quadrant.QuadrantPosition;
import org.loyalty4j.quadrant.QuadrantRow;
import org.loyalty4j.quadrant.QuadrantTable;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.SegmentSummary;
import org.loyalty4j.summary.Concentration;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.Nps;

/** Turns the results of the library into what the report shows. */
final class ReportModels {
    private static final double TOP = 0.2;
    private static final int LORENZ_STEPS = 100;
    private static final int MOST_POINTS = 5000;
    private static final Set<String> SLIPPING = Set.of("at_risk", "cant_lose_them");

    private final Run run;
    private final LoyaltyReport report;
    private final Inputs inputs;
    private final double confidence;
    private final String currency;
    private final Optional<Outlook> outlook;

    private ReportModels(Run run) {
        this.run = run;
        this.report = run.report();
        this.inputs = run.inputs();
        this.confidence = run.confidence();
        this.currency = run.currency();
        this.outlook = Outlooks.of(run);
    }

    static ReportModel of(Run run) {
        return new ReportModels(run).model();
    }

    private ReportModel model() {
        return new ReportModel(
                scope(),
                new ReportModel.KeyFigures(
                        report.dataReport().customers(),
                        report.dataReport().occasions(),
                        report.purchases().totalSpend(),
                        report.repeatRate().share()),
                heatMap(),
                report.segments().stream().map(ReportModels::segment).toList(),
                concentration(),
                report.answers().respondents() == 0 ? Optional.empty() : Optional.of(quadrants()),
                report.nps().flatMap(this::nps),
                Histograms.ofRecency(report.rfm().scores().stream()
                        .mapToInt(RfmScore::recencyDays)
                        .toArray()),
                Histograms.ofFrequency(report.rfm().scores().stream()
                        .mapToInt(RfmScore::frequency)
                        .toArray()),
                report.inactivity().rows().stream()
                        .map(row -> new ReportModel.Silence(row.thresholdDays(), row.share()))
                        .toList(),
                report.churn().contracts().map(Contracts::flow).map(this::contract),
                report.averageBuyerValue().map(ReportModels::value),
                outlook,
                ChurnModels.of(run),
                SurveyModels.of(run),
                MovementModels.of(run),
                NextActions.of(report),
                RowFates.of(report, inputs));
    }

    private ReportModel.Scope scope() {
        return new ReportModel.Scope(
                report.asOf(),
                period(),
                inputs.summaries().stream().map(ReadSummary::source).toList(),
                currency,
                report.purchases().scale(),
                confidence);
    }

    private Optional<ReportModel.Period> period() {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (PurchaseSummary summary : report.purchases()) {
            LocalDate firstPurchase = summary.firstPurchase();
            LocalDate lastPurchase = summary.lastPurchase();
            if (firstPurchase != null && lastPurchase != null) {
                first = firstPurchase.isBefore(first) ? firstPurchase : first;
                last = lastPurchase.isAfter(last) ? lastPurchase : last;
            }
        }
        return last.isBefore(first) ? Optional.empty() : Optional.of(new ReportModel.Period(first, last));
    }

    private ReportModel.HeatMap heatMap() {
        int bins = report.rfm().scale().bins();
        long[] customers = new long[bins * bins];
        long[] revenueMinor = new long[bins * bins];
        for (int c = 0; c < report.purchases().size(); c++) {
            RfmScore score = report.rfm().of(c).orElse(null);
            if (score != null) {
                int cell = (score.r() - 1) * bins + score.f() - 1;
                customers[cell]++;
                revenueMinor[cell] += report.purchases().get(c).totalMinor();
            }
        }
        List<ReportModel.HeatCell> cells = new ArrayList<>();
        for (int cell = 0; cell < customers.length; cell++) {
            cells.add(new ReportModel.HeatCell(
                    cell / bins + 1,
                    cell % bins + 1,
                    customers[cell],
                    BigDecimal.valueOf(revenueMinor[cell], report.purchases().scale())));
        }
        return new ReportModel.HeatMap(bins, bins, cells);
    }

    private static ReportModel.Segment segment(SegmentSummary row) {
        SegmentSummary.Medians medians = row.medians();
        return new ReportModel.Segment(
                row.segment().name(),
                SLIPPING.contains(row.segment().key()),
                row.customers(),
                row.orders(),
                row.revenue(),
                medians == null ? OptionalDouble.empty() : OptionalDouble.of(medians.recencyDays()),
                medians == null ? OptionalDouble.empty() : OptionalDouble.of(medians.frequency()),
                medians == null ? OptionalDouble.empty() : OptionalDouble.of(medians.monetary()));
    }

    private Optional<ReportModel.Concentration> concentration() {
        Concentration concentration = report.concentration();
        if (concentration.gini().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReportModel.Concentration(
                concentration.gini().getAsDouble(),
                TOP,
                Math.round(TOP * concentration.customers()),
                concentration.topShare(TOP).orElseThrow(),
                concentration.lorenz(LORENZ_STEPS).stream()
                        .map(point -> new ReportModel.LorenzPoint(point.customerShare(), point.salesShare()))
                        .toList(),
                concentration.deciles().stream()
                        .filter(decile -> decile.customers() > 0)
                        .map(decile -> new ReportModel.Decile(decile.decile(), decile.customers(), decile.sales()))
                        .toList()));
    }

    private ReportModel.Quadrants quadrants() {
        List<QuadrantPosition> located = report.positions().stream()
                .filter(position -> position.attitude() != null)
                .toList();
        int step = Math.max(1, (located.size() + MOST_POINTS - 1) / MOST_POINTS);
        List<ReportModel.Point> points = IntStream.iterate(0, i -> i < located.size(), i -> i + step)
                .mapToObj(located::get)
                .map(position -> new ReportModel.Point(
                        position.behaviour(), Objects.requireNonNull(position.attitude()), kind(position.quadrant())))
                .toList();
        return new ReportModel.Quadrants(
                report.cuts().classifier().behaviourCut(),
                report.cuts().classifier().attitudeCut(),
                report.quadrants().stream().map(this::quadrant).toList(),
                quadrantOutlooks(),
                points,
                located.size());
    }

    private List<ReportModel.QuadrantOutlook> quadrantOutlooks() {
        QuadrantTable table = report.quadrants(confidence);
        return Stream.of(LoyaltyQuadrant.values())
                .map(quadrant -> new ReportModel.QuadrantOutlook(
                        quadrant.label(),
                        table.shares()
                                .flatMap(shares -> shares.of(quadrant))
                                .map(share -> share.share().estimate()),
                        mean(table, "revenue", quadrant),
                        mean(table, "residual_value", quadrant),
                        mean(table, "no_purchase_probability", quadrant)))
                .toList();
    }

    private static Optional<Estimate> mean(QuadrantTable table, String column, LoyaltyQuadrant quadrant) {
        return table.column(column)
                .flatMap(values -> Optional.ofNullable(values.of(quadrant).mean()));
    }

    private ReportModel.Quadrant quadrant(QuadrantRow row) {
        Nps nps = row.nps();
        return new ReportModel.Quadrant(
                kind(row.quadrant()),
                row.quadrant().label(),
                row.share(),
                row.revenue(),
                nps == null ? Optional.empty() : nps.adjustedWald(confidence),
                report.analysis().playbook().actions(row.quadrant()).stream()
                        .map(PlaybookAction::action)
                        .toList());
    }

    static ReportModel.QuadrantKind kind(LoyaltyQuadrant quadrant) {
        return switch (quadrant) {
            case TRUE_LOYALTY -> ReportModel.QuadrantKind.TRUE;
            case LATENT_LOYALTY -> ReportModel.QuadrantKind.LATENT;
            case SPURIOUS_LOYALTY -> ReportModel.QuadrantKind.SPURIOUS;
            case NO_LOYALTY -> ReportModel.QuadrantKind.NONE;
            case UNKNOWN_ATTITUDE -> ReportModel.QuadrantKind.UNKNOWN;
        };
    }

    private Optional<ReportModel.Nps> nps(Nps nps) {
        return nps.adjustedWald(confidence)
                .map(score -> new ReportModel.Nps(
                        score,
                        nps.detractors(),
                        nps.passives(),
                        nps.promoters(),
                        report.answerCounts().map(AnswerCounts::counts).orElseThrow(),
                        report.answered()));
    }

    private ReportModel.Contract contract(CustomerFlow flow) {
        double average = (flow.atStart() + flow.atEnd()) / 2.0;
        double years = Horizon.days(flow.exposureDays()).in(PeriodUnit.YEAR);
        return new ReportModel.Contract(
                new ReportModel.Period(
                        flow.startInclusive(), flow.endExclusive().minusDays(1)),
                List.of(
                        churnRate(
                                flow,
                                Denominator.AT_START,
                                new LocalizedText("customers at the start", "期首の顧客数"),
                                flow.leftOfAtStart(),
                                flow.atStart()),
                        churnRate(
                                flow,
                                Denominator.AVERAGE,
                                new LocalizedText("mean of the customers at start and end", "期首と期末の顧客数の平均"),
                                flow.left(),
                                average),
                        churnRate(
                                flow,
                                Denominator.EXPOSURE,
                                new LocalizedText("customer-years on the books", "在籍した延べ顧客年数"),
                                flow.left(),
                                years)));
    }

    private ReportModel.ChurnRate churnRate(
            CustomerFlow flow, Denominator denominator, LocalizedText name, double leavers, double base) {
        return new ReportModel.ChurnRate(
                name, leavers, base, flow.churnRate(denominator, confidence).map(ChurnRate::estimate));
    }

    private static ReportModel.Value value(AverageBuyerValue value) {
        return new ReportModel.Value(
                List.of(new ReportModel.ValueMeasure(
                        new LocalizedText("Value of an average buyer over the horizon", "平均的な購入者の期間内価値"),
                        new LocalizedText(
                                "mean order value × orders per year × margin, paid evenly over the horizon and discounted",
                                "平均注文額 × 年間注文回数 × 利益率（期間内に均等に発生するものとして割引）"),
                        value.value())),
                List.of(
                        new ReportModel.ValueInput(
                                new LocalizedText("Mean order value", "平均注文額"),
                                value.formula().orderValue(),
                                ReportModel.Unit.MONEY),
                        new ReportModel.ValueInput(
                                new LocalizedText("Repeat orders per year of a buyer", "購入者一人当たりの年間再購入回数"),
                                value.formula().ordersPerYear(),
                                ReportModel.Unit.NUMBER),
                        new ReportModel.ValueInput(
                                new LocalizedText("Margin", "利益率"),
                                value.assumptions().margin(),
                                ReportModel.Unit.SHARE),
                        new ReportModel.ValueInput(
                                new LocalizedText("Horizon in years", "期間（年）"),
                                value.formula().lifespanYears(),
                                ReportModel.Unit.NUMBER),
                        new ReportModel.ValueInput(
                                new LocalizedText("Annual discount rate", "年間割引率"),
                                value.assumptions().discountRate().annualRate(),
                                ReportModel.Unit.SHARE)));
    }
}
