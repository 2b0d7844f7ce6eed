package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.MovementModel.Flow;
import org.loyalty4j.cli.report.MovementModel.Noise;
import org.loyalty4j.cli.report.ReportModel.Bin;
import org.loyalty4j.cli.report.ReportModel.QuadrantKind;
import org.loyalty4j.cli.report.ReportModel.Unit;
import org.loyalty4j.cli.report.SurveyModel.Bias;
import org.loyalty4j.cli.report.SurveyModel.Change;
import org.loyalty4j.cli.report.SurveyModel.Group;
import org.loyalty4j.cli.report.SurveyModel.Outcome;
import org.loyalty4j.cli.report.SurveyModel.Outcomes;
import org.loyalty4j.cli.report.SurveyModel.Response;
import org.loyalty4j.cli.report.SurveyModel.ResponseCell;
import org.loyalty4j.cli.report.SurveyModel.Trend;
import org.loyalty4j.cli.report.SurveyModel.TrendPeriod;
import org.loyalty4j.cli.report.SurveyModel.Voice;
import org.loyalty4j.cli.report.SurveyModel.Weighted;

/** Hand-made answers of a shop of ordinary size, and how its customers moved. */
final class SurveyFixtures {

    private static final LocalDate BEFORE = LocalDate.of(2024, 12, 31);

    private SurveyFixtures() {}

    static SurveyModel full(List<ReportModel.Segment> segments, int bins) {
        return new SurveyModel(
                groups(segments),
                Optional.of(new Trend(
                        ChurnModel.Unit.QUARTER,
                        40,
                        List.of(
                                new TrendPeriod("2024-Q2", 412, score(6.2, 7.5)),
                                new TrendPeriod("2024-Q4", 455, score(9.8, 7.1)),
                                new TrendPeriod("2025-Q2", 501, score(11.9, 6.8)),
                                new TrendPeriod("2025-Q4", 683, score(16.4, 5.9))),
                        Optional.of(score(6.6, 4.1)),
                        OptionalDouble.of(0.0016))),
                Optional.of(new Change(BEFORE, score(8.1, 5.2), score(12.8, 3.7), score(4.7, 6.4), 0.15)),
                Optional.of(response(bins)),
                Optional.of(outcomes()));
    }

    private static List<Group> groups(List<ReportModel.Segment> segments) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            long answers = 240 - 20L * i;
            groups.add(new Group(segments.get(i).name(), answers, score(34 - 6.5 * i, 70 / Math.sqrt(answers))));
        }
        return groups;
    }

    private static Response response(int bins) {
        List<ResponseCell> cells = new ArrayList<>();
        for (int r = 1; r <= bins; r++) {
            for (int f = 1; f <= bins; f++) {
                long customers = r == 1 && f == bins ? 0 : 120 + 9L * r * f % 70;
                double rate = 0.15 + 0.45 * (r + f) / (2.0 * bins);
                cells.add(new ResponseCell(r, f, new Proportion(Math.round(rate * customers), customers)));
            }
        }
        return new Response(
                new Proportion(1_738, 4_812),
                bins,
                bins,
                cells,
                List.of(
                        bias("Days since the last purchase", "最後の購入からの日数", Unit.NUMBER, 88.2, 151.9, 0.41),
                        bias("Orders", "注文回数", Unit.NUMBER, 5.1, 2.9, 0.33),
                        bias("Revenue", "売上", Unit.MONEY, 401.88, 221.4, 0.22)),
                score(12.8, 3.7),
                Optional.of(new Weighted(score(7.4, 4.9), 1.31, 1_327, 41)),
                -59.2,
                68.5,
                List.of(
                        new Bin(0, OptionalLong.of(89), 683),
                        new Bin(90, OptionalLong.of(179), 0),
                        new Bin(180, OptionalLong.of(364), 560),
                        new Bin(365, OptionalLong.empty(), 495)),
                203);
    }

    private static Bias bias(
            String english, String japanese, Unit unit, double answered, double silent, double standardized) {
        double difference = answered - silent;
        double half = Math.abs(difference) * 0.2;
        return new Bias(
                new LocalizedText(english, japanese),
                unit,
                answered,
                silent,
                new Estimate(difference, new Interval(difference - half, difference + half, 0.95)),
                OptionalDouble.of(Math.copySign(standardized, difference)));
    }

    private static Outcomes outcomes() {
        return new Outcomes(
                BEFORE.plusDays(1),
                LocalDate.of(2025, 12, 31),
                List.of(
                        outcome(Voice.PROMOTERS, 288, 412, 214.2, 30),
                        outcome(Voice.PASSIVES, 160, 290, 160.9, 31),
                        outcome(Voice.DETRACTORS, 101, 262, 98.4, 58)),
                Optional.of(new Estimate(1.16, new Interval(0.71, 1.61, 0.95))),
                Optional.of(new Estimate(0.44, new Interval(0.10, 0.78, 0.95))));
    }

    private static Outcome outcome(Voice voice, long bought, long all, double spend, long left) {
        return new Outcome(
                voice,
                new Proportion(bought, all),
                Optional.of(new Estimate(spend, new Interval(spend * 0.85, spend * 1.15, 0.95))),
                Optional.of(new Proportion(left, all)));
    }

    static Estimate score(double score, double half) {
        return new Estimate(score, new Interval(score - half, score + half, 0.95));
    }

    static MovementModel movement(Map<QuadrantKind, LocalizedText> names) {
        long[][] counts = {
            {190, 8, 31, 3, 40},
            {21, 160, 4, 35, 22},
            {25, 2, 112, 14, 30},
            {4, 30, 17, 201, 26},
            {61, 120, 44, 133, 1_402}
        };
        List<Flow> flows = new ArrayList<>();
        QuadrantKind[] kinds = QuadrantKind.values();
        for (int from = 0; from < kinds.length; from++) {
            for (int to = 0; to < kinds.length; to++) {
                flows.add(new Flow(Optional.of(kinds[from]), Optional.of(kinds[to]), counts[from][to]));
            }
        }
        for (int to = 0; to < kinds.length; to++) {
            flows.add(new Flow(Optional.empty(), Optional.of(kinds[to]), 90 + 190L * to));
        }
        flows.add(new Flow(Optional.of(QuadrantKind.NONE), Optional.empty(), 33));
        flows.add(new Flow(Optional.of(QuadrantKind.UNKNOWN), Optional.empty(), 120));
        return new MovementModel(
                BEFORE,
                LocalDate.of(2025, 12, 31),
                names,
                flows,
                2_065,
                93,
                102,
                475,
                2_350,
                153,
                Optional.of(new Noise(0.84, true, 162, 820, 195, 140, 88.4)),
                Optional.of(new ChurnModel.Test(3.87, 3, 0.276)));
    }

    static List<NextAction> actions(List<ReportModel.Quadrant> quadrants, List<ReportModel.Segment> segments) {
        List<NextAction> actions = new ArrayList<>();
        for (ReportModel.Quadrant quadrant : quadrants) {
            for (int s = 0; s < 5 && s < segments.size(); s++) {
                actions.add(new NextAction(
                        quadrant.kind(),
                        quadrant.name(),
                        segments.get(s).name(),
                        120 - 10L * s,
                        BigDecimal.valueOf(9_000 - 1_000L * s),
                        new LocalizedText("Ask whom they would bring along.", "紹介をお願いする。"),
                        new LocalizedText(
                                "They buy and like you, and those who come by word of mouth stay longer.",
                                "よく購入し好意も持っています。口コミで来た顧客は長く続きます。")));
            }
        }
        return actions;
    }
}
