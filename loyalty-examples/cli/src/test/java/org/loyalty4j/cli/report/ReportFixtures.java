package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ReportModel.Bin;
import org.loyalty4j.cli.report.ReportModel.ChurnRate;
import org.loyalty4j.cli.report.ReportModel.Concentration;
import org.loyalty4j.cli.report.ReportModel.Contract;
import org.loyalty4j.cli.report.ReportModel.DataQuality;
import org.loyalty4j.cli.report.ReportModel.Decile;
import org.loyalty4j.cli.report.ReportModel.Fate;
import org.loyalty4j.cli.report.ReportModel.HeatCell;
import org.loyalty4j.cli.report.ReportModel.HeatMap;
import org.loyalty4j.cli.report.ReportModel.Histogram;
import org.loyalty4j.cli.report.ReportModel.Input;
import org.loyalty4j.cli.report.ReportModel.KeyFigures;
import org.loyalty4j.cli.report.ReportModel.LorenzPoint;
import org.loyalty4j.cli.report.ReportModel.Nps;
import org.loyalty4j.cli.report.ReportModel.Period;
import org.loyalty4j.cli.report.ReportModel.Point;
import org.loyalty4j.cli.report.ReportModel.Quadrant;
import org.loyalty4j.cli.report.ReportModel.QuadrantKind;
import org.loyalty4j.cli.report.ReportModel.QuadrantOutlook;
import org.loyalty4j.cli.report.ReportModel.Quadrants;
import org.loyalty4j.cli.report.ReportModel.Scope;
import org.loyalty4j.cli.report.ReportModel.Segment;
import org.loyalty4j.cli.report.ReportModel.Silence;
import org.loyalty4j.cli.report.ReportModel.Unit;
import org.loyalty4j.cli.report.ReportModel.Value;
import org.loyalty4j.cli.report.ReportModel.ValueInput;
import org.loyalty4j.cli.report.ReportModel.ValueMeasure;

/** Hand-made reports: a shop of ordinary size, the same without what is optional, and the smallest there is. */
final class ReportFixtures {

    /** A name that would break out of the page if it were not escaped. */
    static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"'&{{title}}";

    private static final long CUSTOMERS = 4_812;
    private static final long BUYERS = 4_356;
    private static final BigDecimal REVENUE = new BigDecimal("1238456.70");

    private ReportFixtures() {}

    /** Everything filled, with the given number of score bins. */
    static ReportModel full(int bins) {
        return new ReportModel(
                scope(List.of("transactions-2025.csv", "survey.csv", "customers.csv"), "EUR", 2),
                new KeyFigures(CUSTOMERS, 15_904, REVENUE, new Proportion(2_701, BUYERS)),
                heatMap(bins),
                segments(),
                Optional.of(concentration()),
                Optional.of(quadrants()),
                Optional.of(nps()),
                new Histogram(
                        bins(30, 14, new long[] {812, 603, 455, 371, 312, 268, 240, 206, 198, 171, 160, 142, 121, 297}),
                        OptionalDouble.of(104)),
                new Histogram(
                        bins(1, 10, new long[] {1_655, 803, 512, 361, 254, 196, 142, 110, 84, 239}),
                        OptionalDouble.of(2)),
                silence(),
                Optional.of(contract()),
                Optional.of(value()),
                Optional.of(OutlookFixtures.full()),
                ChurnFixtures.full(),
                SurveyFixtures.full(segments(), bins),
                Optional.of(SurveyFixtures.movement(names(quadrants()))),
                SurveyFixtures.actions(quadrants().quadrants(), segments()),
                data());
    }

    /** The full report with another view of churn, answers and movement. */
    static ReportModel with(ChurnModel churn, SurveyModel survey, Optional<MovementModel> movement) {
        ReportModel full = full();
        return new ReportModel(
                full.scope(),
                full.keyFigures(),
                full.heatMap(),
                full.segments(),
                full.concentration(),
                full.quadrants(),
                full.nps(),
                full.recencyDays(),
                full.frequency(),
                full.silence(),
                full.contract(),
                full.value(),
                full.outlook(),
                churn,
                survey,
                movement,
                full.nextActions(),
                full.data());
    }

    private static Map<QuadrantKind, LocalizedText> names(Quadrants quadrants) {
        return quadrants.quadrants().stream().collect(Collectors.toMap(Quadrant::kind, Quadrant::name));
    }

    static ReportModel full() {
        return full(5);
    }

    /** Transactions alone: no surveys, no leave dates, no assumptions on value. */
    static ReportModel withoutSurveys() {
        ReportModel full = full();
        return new ReportModel(
                scope(List.of("transactions-2025.csv"), "JPY", 0),
                full.keyFigures(),
                full.heatMap(),
                full.segments(),
                full.concentration(),
                Optional.empty(),
                Optional.empty(),
                full.recencyDays(),
                full.frequency(),
                full.silence(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(OutlookFixtures.withoutValue()),
                ChurnFixtures.withoutContract(),
                SurveyModel.NONE,
                Optional.empty(),
                List.of(),
                new DataQuality(full.data().inputs().subList(0, 1), List.of()));
    }

    /** One customer, one order, one answer. */
    static ReportModel tiny() {
        BigDecimal amount = new BigDecimal("19.90");
        LocalDate day = LocalDate.of(2026, 1, 15);
        return new ReportModel(
                new Scope(day, Optional.of(new Period(day, day)), List.of("one.csv"), "", 2, 0.95),
                new KeyFigures(1, 1, amount, new Proportion(0, 1)),
                new HeatMap(2, 2, List.of(new HeatCell(2, 2, 1, amount))),
                List.of(segment("New Customers", "新規顧客", false, 1, 1, "19.90", 0, 1, 19.9)),
                Optional.of(new Concentration(
                        0,
                        0.2,
                        1,
                        1,
                        List.of(new LorenzPoint(0, 0), new LorenzPoint(1, 1)),
                        List.of(new Decile(1, 1, amount)))),
                Optional.of(new Quadrants(
                        50,
                        50,
                        List.of(quadrant(QuadrantKind.TRUE, "True loyalty", "真のロイヤルティ", 1, 1, "19.90", null)),
                        List.of(),
                        List.of(new Point(100, 100, QuadrantKind.TRUE)),
                        1)),
                Optional.of(new Nps(
                        new Estimate(100, new Interval(-20, 100, 0.95)),
                        0,
                        0,
                        1,
                        List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L),
                        new Proportion(1, 1))),
                new Histogram(List.of(new Bin(0, OptionalLong.of(0), 1)), OptionalDouble.of(0)),
                new Histogram(List.of(new Bin(1, OptionalLong.of(1), 1)), OptionalDouble.of(1)),
                List.of(new Silence(30, new Proportion(0, 1))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(OutlookFixtures.impossible()),
                ChurnModel.NONE,
                SurveyModel.NONE,
                Optional.empty(),
                SurveyFixtures.actions(
                        List.of(quadrant(QuadrantKind.TRUE, "True loyalty", "真のロイヤルティ", 1, 1, "19.90", null)),
                        List.of(segment("New Customers", "新規顧客", false, 1, 1, "19.90", 0, 1, 19.9))),
                new DataQuality(
                        List.of(new Input(
                                text("Transactions", "購買データ"), 1, List.of(new Fate(text("used", "使用"), 1, false)))),
                        List.of()));
    }

    /** Nothing usable at all: every row was rejected. */
    static ReportModel empty() {
        return new ReportModel(
                new Scope(LocalDate.of(2026, 1, 15), Optional.empty(), List.of("none.csv"), "", 2, 0.95),
                new KeyFigures(0, 0, BigDecimal.ZERO, new Proportion(0, 0)),
                new HeatMap(5, 5, List.of()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Histogram(List.of(), OptionalDouble.empty()),
                new Histogram(List.of(), OptionalDouble.empty()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ChurnModel.NONE,
                SurveyModel.NONE,
                Optional.empty(),
                List.of(),
                new DataQuality(
                        List.of(new Input(
                                text("Transactions", "購買データ"),
                                3,
                                List.of(new Fate(text("rejected: no date", "除外：日付なし"), 3, true)))),
                        List.of()));
    }

    /** Names that come from outside, all of them hostile. */
    static ReportModel hostile() {
        ReportModel full = full();
        LocalizedText name = text(HOSTILE, HOSTILE);
        Segment segment = full.segments().get(0);
        List<Segment> segments = new ArrayList<>(full.segments());
        segments.set(
                0,
                new Segment(
                        name,
                        true,
                        segment.customers(),
                        segment.orders(),
                        segment.revenue(),
                        segment.medianRecencyDays(),
                        segment.medianFrequency(),
                        segment.medianMonetary()));
        return new ReportModel(
                scope(List.of(HOSTILE), HOSTILE, 2),
                full.keyFigures(),
                full.heatMap(),
                segments,
                full.concentration(),
                full.quadrants(),
                full.nps(),
                full.recencyDays(),
                full.frequency(),
                full.silence(),
                full.contract(),
                full.value(),
                Optional.of(OutlookFixtures.hostile(name)),
                ChurnFixtures.hostile(HOSTILE),
                SurveyFixtures.full(segments, 5),
                Optional.of(SurveyFixtures.movement(Map.of(QuadrantKind.TRUE, name, QuadrantKind.UNKNOWN, name))),
                SurveyFixtures.actions(full.quadrants().orElseThrow().quadrants(), segments),
                new DataQuality(full.data().inputs(), List.of(name)));
    }

    private static Scope scope(List<String> sources, String currency, int digits) {
        return new Scope(
                LocalDate.of(2025, 12, 31),
                Optional.of(new Period(LocalDate.of(2024, 1, 2), LocalDate.of(2025, 12, 31))),
                sources,
                currency,
                digits,
                0.95);
    }

    private static HeatMap heatMap(int bins) {
        List<HeatCell> cells = new ArrayList<>();
        for (int r = 1; r <= bins; r++) {
            for (int f = 1; f <= bins; f++) {
                double recency = (double) r / bins;
                double frequency = (double) f / bins;
                long customers = Math.round(
                        BUYERS * 1.6 / (bins * bins) * (0.25 + Math.pow(1 - Math.abs(recency - frequency), 2)));
                double mean = 60 + 900 * Math.pow(frequency, 2.6) * (0.6 + 0.4 * recency);
                if (r == 1 && f == bins) {
                    continue; // an empty cell
                }
                cells.add(new HeatCell(r, f, customers, BigDecimal.valueOf(Math.round(customers * mean * 100), 2)));
            }
        }
        return new HeatMap(bins, bins, cells);
    }

    private static List<Segment> segments() {
        return List.of(
                segment("Champions", "最優良顧客", false, 502, 5_211, "512306.10", 12, 9, 871.35),
                segment("Loyal Customers", "優良顧客", false, 611, 3_902, "281940.25", 34, 6, 402.10),
                segment("Potential Loyalists", "優良顧客候補", false, 498, 1_210, "81220.40", 29, 2, 148.90),
                segment("New Customers", "新規顧客", false, 341, 341, "20345.55", 14, 1, 52.40),
                segment("Promising", "有望顧客", false, 287, 402, "22871.30", 48, 1, 66.05),
                segment("Need Attention", "要注意顧客", false, 312, 871, "63410.95", 88, 3, 181.70),
                segment("About To Sleep", "休眠直前顧客", false, 384, 520, "28004.10", 131, 1, 61.15),
                segment("At Risk", "離反リスク顧客", true, 376, 1_623, "118902.60", 196, 4, 287.45),
                segment("Can't Lose Them", "失いたくない顧客", true, 94, 812, "71288.75", 243, 8, 690.80),
                segment("Hibernating", "休眠顧客", false, 603, 664, "26310.20", 288, 1, 41.25),
                segment("Lost", "離反顧客", false, 348, 348, "11856.50", 412, 1, 31.95));
    }

    private static Segment segment(
            String english,
            String japanese,
            boolean slipping,
            long customers,
            long orders,
            String revenue,
            double recency,
            double frequency,
            double monetary) {
        return new Segment(
                text(english, japanese),
                slipping,
                customers,
                orders,
                new BigDecimal(revenue),
                OptionalDouble.of(recency),
                OptionalDouble.of(frequency),
                OptionalDouble.of(monetary));
    }

    private static Concentration concentration() {
        List<LorenzPoint> lorenz = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            lorenz.add(new LorenzPoint(i / 100.0, Math.pow(i / 100.0, 4.6)));
        }
        List<Decile> deciles = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            double share = Math.pow((11 - i) / 10.0, 4.6) - Math.pow((10 - i) / 10.0, 4.6);
            deciles.add(new Decile(
                    i, i <= 6 ? 436 : 435, BigDecimal.valueOf(Math.round(share * REVENUE.doubleValue() * 100), 2)));
        }
        return new Concentration(1 - 2 / 5.6, 0.2, 871, 1 - Math.pow(0.8, 4.6), lorenz, deciles);
    }

    private static Quadrants quadrants() {
        SplittableRandom random = new SplittableRandom(20_251_231);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 1_400; i++) {
            double behaviour = 100 * random.nextDouble();
            double answer = 5.2 + behaviour / 38 + 2.1 * random.nextGaussian();
            double attitude = 10 * Math.max(0, Math.min(10, Math.round(answer)));
            boolean buys = behaviour >= 62;
            boolean likes = attitude >= 75;
            points.add(new Point(
                    behaviour,
                    attitude,
                    buys
                            ? likes ? QuadrantKind.TRUE : QuadrantKind.SPURIOUS
                            : likes ? QuadrantKind.LATENT : QuadrantKind.NONE));
        }
        return new Quadrants(
                62,
                75,
                List.of(
                        quadrant(QuadrantKind.TRUE, "True loyalty", "真のロイヤルティ", 391, CUSTOMERS, "301233.15", 78.0),
                        quadrant(QuadrantKind.LATENT, "Latent loyalty", "潜在的ロイヤルティ", 512, CUSTOMERS, "60944.20", 71.0),
                        quadrant(
                                QuadrantKind.SPURIOUS,
                                "Spurious loyalty",
                                "見かけのロイヤルティ",
                                274,
                                CUSTOMERS,
                                "184020.90",
                                -38.0),
                        quadrant(QuadrantKind.NONE, "No loyalty", "ロイヤルティなし", 561, CUSTOMERS, "44105.45", -47.0),
                        quadrant(
                                QuadrantKind.UNKNOWN, "Unknown attitude", "態度不明", 3_074, CUSTOMERS, "648153.00", null)),
                List.of(
                        new QuadrantOutlook(
                                new LocalizedText("True loyalty", "真のロイヤルティ"),
                                Optional.of(new Estimate(0.152, new Interval(0.131, 0.175, 0.95))),
                                Optional.of(new Estimate(770.4, new Interval(702.1, 850.2, 0.95))),
                                Optional.of(new Estimate(310.2, new Interval(288.4, 335.6, 0.95))),
                                Optional.of(new Estimate(0.21, new Interval(0.19, 0.24, 0.95)))),
                        new QuadrantOutlook(
                                new LocalizedText("Unknown attitude", "態度不明"),
                                Optional.empty(),
                                Optional.of(new Estimate(210.8, new Interval(200.3, 222.9, 0.95))),
                                Optional.empty(),
                                Optional.empty())),
                points,
                1_738);
    }

    private static Quadrant quadrant(
            QuadrantKind kind,
            String english,
            String japanese,
            long customers,
            long all,
            String revenue,
            @Nullable Double nps) {
        return new Quadrant(
                kind,
                text(english, japanese),
                new Proportion(customers, all),
                new BigDecimal(revenue),
                Optional.ofNullable(nps).map(s -> new Estimate(s, new Interval(s - 6.5, s + 6.2, 0.95))),
                List.of(
                        text("Thank them, and ask for a recommendation.", "感謝を伝え、紹介をお願いする。"),
                        text("Do not discount what they would buy anyway.", "値引きなしでも買うものを値引きしない。")));
    }

    private static Nps nps() {
        return new Nps(
                new Estimate(12.8, new Interval(9.1, 16.4, 0.95)),
                478,
                560,
                700,
                List.of(21L, 18L, 30L, 42L, 61L, 139L, 167L, 248L, 312L, 371L, 329L),
                new Proportion(1_738, CUSTOMERS));
    }

    private static List<Bin> bins(long width, int count, long[] customers) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long from = width == 1 ? i + 1L : i * width;
            bins.add(new Bin(
                    from, i == count - 1 ? OptionalLong.empty() : OptionalLong.of(from + width - 1), customers[i]));
        }
        return bins;
    }

    private static List<Silence> silence() {
        List<Silence> silence = new ArrayList<>();
        for (long days : new long[] {30, 60, 90, 120, 180, 270, 365, 540}) {
            silence.add(new Silence(days, new Proportion(Math.round(BUYERS * Math.exp(-days / 150.0)), BUYERS)));
        }
        return silence;
    }

    private static Contract contract() {
        return new Contract(
                new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                List.of(
                        rate("customers at the start", "期首の顧客数", 412, 3_960, 0.104, 0.0948, 0.1139),
                        rate("average customers", "平均顧客数", 455, 4_386, 0.1037, 0.095, 0.1131),
                        rate("customer-years", "延べ顧客年", 455, 4_291.5, 0.106, 0.0972, 0.1155)));
    }

    private static ChurnRate rate(
            String english, String japanese, double leavers, double base, double value, double lower, double upper) {
        return new ChurnRate(
                text(english, japanese),
                leavers,
                base,
                Optional.of(new Estimate(value, new Interval(lower, upper, 0.95))));
    }

    private static Value value() {
        return new Value(
                List.of(
                        new ValueMeasure(
                                text("Margin over 3 years, discounted", "3 年間の粗利（割引後）"),
                                text(
                                        "margin per year × retention, first payment after one year",
                                        "年間粗利 × 維持率、初回は 1 年後"),
                                187.42),
                        new ValueMeasure(
                                text("Order value × frequency × margin × lifespan", "注文額 × 頻度 × 粗利率 × 継続年数"),
                                text("no discount, no churn but the lifespan’s end", "割引なし、継続年数まで離脱なし"),
                                214.10)),
                List.of(
                        new ValueInput(text("Mean order value", "平均注文額"), 77.87, Unit.MONEY),
                        new ValueInput(text("Orders per year", "年間注文数"), 1.83, Unit.NUMBER),
                        new ValueInput(text("Margin", "粗利率"), 0.3, Unit.SHARE),
                        new ValueInput(text("Discount rate", "割引率"), 0.1, Unit.SHARE),
                        new ValueInput(text("Horizon (years)", "期間（年）"), 3, Unit.NUMBER)));
    }

    private static DataQuality data() {
        return new DataQuality(
                List.of(
                        new Input(
                                text("Transactions", "購買データ"),
                                17_338,
                                List.of(
                                        new Fate(text("used", "使用"), 15_904, false),
                                        new Fate(text("merged into an order of the same day", "同じ日の注文に合算"), 811, false),
                                        new Fate(text("refund, netted against its day", "返金（同日と相殺）"), 302, false),
                                        new Fate(text("after the as-of date", "基準日より後"), 44, false),
                                        new Fate(text("rejected: no customer id", "除外：顧客 ID なし"), 261, true),
                                        new Fate(text("rejected: amount is not a number", "除外：金額が数値でない"), 16, true))),
                        new Input(
                                text("Survey answers", "アンケート回答"),
                                2_051,
                                List.of(
                                        new Fate(text("used", "使用"), 1_738, false),
                                        new Fate(text("replaced by a later answer", "後の回答で置き換え"), 301, false),
                                        new Fate(text("rejected: score outside 0..10", "除外：点数が 0～10 の外"), 12, true)))),
                List.of(text(
                        "9.2% of customers first appear in the first 30 days of the data: they may be older than it.",
                        "顧客の 9.2% はデータの最初の 30 日間に初めて現れます。それ以前からの顧客かもしれません。")));
    }

    private static LocalizedText text(String english, String japanese) {
        return new LocalizedText(english, japanese);
    }
}
