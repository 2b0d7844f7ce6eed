package org.loyalty4j.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.Proportion;
import org.loyalty4j.btyd.Boundary;
import org.loyalty4j.btyd.FitStatus;
import org.loyalty4j.cli.report.Outlook.AliveMap;
import org.loyalty4j.cli.report.Outlook.Backtest;
import org.loyalty4j.cli.report.Outlook.CalibrationBin;
import org.loyalty4j.cli.report.Outlook.Compared;
import org.loyalty4j.cli.report.Outlook.Forecast;
import org.loyalty4j.cli.report.Outlook.FrequencyFit;
import org.loyalty4j.cli.report.Outlook.Model;
import org.loyalty4j.cli.report.Outlook.Parameter;
import org.loyalty4j.cli.report.Outlook.Residual;
import org.loyalty4j.cli.report.Outlook.Top;
import org.loyalty4j.cli.report.Outlook.Totals;
import org.loyalty4j.cli.report.Outlook.TrackingStep;
import org.loyalty4j.cli.report.Outlook.Trial;
import org.loyalty4j.cli.report.Outlook.TrialKind;
import org.loyalty4j.cli.report.Outlook.ValueBin;
import org.loyalty4j.cli.report.Outlook.ValueDecile;

/** Hand-made forecasts: an ordinary one, one without value and backtest, and data that allow none. */
final class OutlookFixtures {
    private static final long BUYERS = 4_356;
    private static final double TOTAL = 412_345.6;

    private OutlookFixtures() {}

    static Outlook full() {
        return new Outlook(
                List.of(
                        text(
                                "38 % of the buyers have bought once. They stay in the purchase model.",
                                "購入者の 38 % は 1 回だけ購入しています。購入モデルには残します。"),
                        text("Use MBG/NBD: it fits best.", "MBG/NBD を使ってください。最もよく当てはまります。")),
                Optional.of(forecast(Optional.of(residual("C-", false)), Optional.of(backtest(0.71)))));
    }

    /** The same where a rule of thumb forecast better. */
    static Outlook beaten() {
        return new Outlook(List.of(), Optional.of(forecast(Optional.empty(), Optional.of(backtest(0.93)))));
    }

    /** A model without dropout that ran into a boundary; no discount rate, and too short a past for a backtest. */
    static Outlook withoutValue() {
        return new Outlook(
                List.of(text("Use NBD.", "NBD を使ってください。")),
                Optional.of(new Forecast(
                        new Model(
                                "NBD",
                                false,
                                PeriodUnit.WEEK,
                                List.of(new Parameter("r", 1e9, OptionalDouble.empty(), Optional.empty())),
                                -9_763.66,
                                19_531.32,
                                19_542.85,
                                FitStatus.AT_BOUNDARY,
                                Optional.of(Boundary.NO_RATE_HETEROGENEITY),
                                BUYERS,
                                2_217,
                                List.of(text("only 12 customers bought again", "再購入した顧客は 12 人だけです"))),
                        List.of(),
                        Horizon.days(45.5),
                        true,
                        false,
                        new Totals(BUYERS, 1_234.4, 0.21, OptionalDouble.empty()),
                        Optional.empty(),
                        frequencies(),
                        Optional.empty(),
                        Optional.empty())));
    }

    static Outlook impossible() {
        return new Outlook(
                List.of(text("Nobody has bought again: no model can be fitted.", "再購入した人がいないため、モデルを推定できません。")),
                Optional.empty());
    }

    static Outlook hostile(LocalizedText name) {
        return new Outlook(
                List.of(name),
                Optional.of(
                        forecast(Optional.of(residual(ReportFixtures.HOSTILE, true)), Optional.of(backtest(0.71)))));
    }

    private static Forecast forecast(Optional<Residual> value, Optional<Backtest> backtest) {
        return new Forecast(
                new Model(
                        "MBG/NBD",
                        true,
                        PeriodUnit.WEEK,
                        List.of(
                                parameter("r", 0.5246),
                                parameter("alpha", 6.183),
                                parameter("a", 0.8912),
                                parameter("b", 1.614)),
                        -19_578.42,
                        39_164.84,
                        39_190.36,
                        FitStatus.CONVERGED,
                        Optional.empty(),
                        BUYERS,
                        3_418,
                        List.of()),
                List.of(
                        new Compared("MBG/NBD", 4, -19_578.42, 39_164.84, FitStatus.CONVERGED, Optional.empty()),
                        new Compared(
                                "BG/NBD",
                                4,
                                -19_601.5,
                                39_211.0,
                                FitStatus.AT_BOUNDARY,
                                Optional.of(Boundary.NO_DROPOUT))),
                Horizon.months(12),
                false,
                value.isPresent(),
                new Totals(BUYERS, 6_512.3, 0.4126, OptionalDouble.of(2_204.7)),
                Optional.of(alive()),
                frequencies(),
                value,
                backtest);
    }

    private static Parameter parameter(String symbol, double value) {
        return new Parameter(
                symbol,
                value,
                OptionalDouble.of(value * 0.04),
                Optional.of(new Interval(value * 0.925, value * 1.081, 0.95)));
    }

    private static AliveMap alive() {
        List<Long> silent = new ArrayList<>();
        for (long days = 0; days < 400; days += 30) {
            silent.add(days);
        }
        List<Integer> purchases = List.of(1, 2, 3, 4, 5, 7, 10, 15, 20);
        List<List<Double>> probabilities = new ArrayList<>();
        for (int x : purchases) {
            probabilities.add(silent.stream()
                    .map(days -> 1 / (1 + 0.2 * Math.exp(days * x / 400.0)))
                    .toList());
        }
        return new AliveMap(410, 0.71, silent, purchases, probabilities);
    }

    private static List<FrequencyFit> frequencies() {
        double[] actual = {1_655, 803, 512, 361, 254, 196, 142, 433};
        double[] expected = {1_671.2, 820.4, 488.1, 340.9, 261.3, 190.2, 150.8, 433.1};
        List<FrequencyFit> frequencies = new ArrayList<>();
        for (int i = 0; i < actual.length; i++) {
            frequencies.add(new FrequencyFit(i, i == actual.length - 1, actual[i], expected[i]));
        }
        return frequencies;
    }

    private static Residual residual(String id, boolean median) {
        List<ValueBin> bins = new ArrayList<>();
        double[] edges = {0, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000};
        long[] customers = {1_204, 611, 540, 702, 488, 391, 270, 120, 30};
        for (int i = 0; i < customers.length; i++) {
            bins.add(new ValueBin(
                    edges[i],
                    i == customers.length - 1 ? OptionalDouble.empty() : OptionalDouble.of(edges[i + 1]),
                    customers[i]));
        }
        List<ValueDecile> deciles = new ArrayList<>();
        List<Top> top = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            double share = Math.pow((11 - i) / 10.0, 4) - Math.pow((10 - i) / 10.0, 4);
            deciles.add(new ValueDecile(i, i <= 6 ? 436 : 435, share * TOTAL));
            double value = 4_321.09 / i;
            top.add(new Top(
                    id + i,
                    value,
                    Optional.of(new Interval(value * 0.9, value * 1.11, 0.95)),
                    60.2 / i,
                    1 - i / 200.0));
        }
        return new Residual(
                TOTAL,
                0.35,
                0.1,
                median,
                List.of(parameter("p", 6.25), parameter("q", median ? 0.9 : 3.74), parameter("gamma", 15.44)),
                OptionalDouble.of(0.12),
                bins,
                deciles,
                top);
    }

    private static Backtest backtest(double error) {
        List<TrackingStep> steps = new ArrayList<>();
        LocalDate day = LocalDate.of(2024, 1, 2);
        for (int week = 0; week < 104; week++) {
            double expected = 60 + 80 * (1 - Math.exp(-week / 30.0));
            steps.add(new TrackingStep(
                    day.plusDays(7L * week),
                    day.plusDays(7L * week + 6),
                    week >= 70,
                    Math.round(expected * (1 + 0.15 * Math.sin(week))),
                    expected));
        }
        List<CalibrationBin> bins = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double predicted = 0.04 + 0.09 * i;
            bins.add(new CalibrationBin(predicted, new Proportion(Math.round(360 * predicted * 0.96), 360)));
        }
        return new Backtest(
                LocalDate.of(2025, 5, 5),
                LocalDate.of(2025, 12, 31),
                3_601,
                5_210,
                755,
                1_180,
                steps,
                List.of(
                        trial("MBG/NBD", "MBG/NBD", TrialKind.USED, error, true),
                        trial("BG/NBD", "BG/NBD", TrialKind.OTHER, error + 0.02, true),
                        trial("Mean rate", "平均購買率", TrialKind.BASELINE, 0.92, false),
                        trial("Hiatus", "休眠ルール", TrialKind.BASELINE, 0.87, false)),
                bins);
    }

    private static Trial trial(String english, String japanese, TrialKind kind, double error, boolean probability) {
        return new Trial(
                text(english, japanese),
                kind,
                5_210 * (0.9 + error / 10),
                OptionalDouble.of(error / 10 - 0.1),
                OptionalDouble.of(error * 0.7),
                OptionalDouble.of(error),
                OptionalDouble.of(0.55),
                OptionalDouble.of(0.41),
                probability ? OptionalDouble.of(0.1712) : OptionalDouble.empty());
    }

    private static LocalizedText text(String english, String japanese) {
        return new LocalizedText(english, japanese);
    }
}
