package org.loyalty4j.cli.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;
import org.loyalty4j.cli.report.ChurnModel.Agreement;
import org.loyalty4j.cli.report.ChurnModel.AtRisk;
import org.loyalty4j.cli.report.ChurnModel.Average;
import org.loyalty4j.cli.report.ChurnModel.Cell;
import org.loyalty4j.cli.report.ChurnModel.Cohort;
import org.loyalty4j.cli.report.ChurnModel.Cost;
import org.loyalty4j.cli.report.ChurnModel.CostStep;
import org.loyalty4j.cli.report.ChurnModel.Curve;
import org.loyalty4j.cli.report.ChurnModel.Flow;
import org.loyalty4j.cli.report.ChurnModel.Median;
import org.loyalty4j.cli.report.ChurnModel.Period;
import org.loyalty4j.cli.report.ChurnModel.Risk;
import org.loyalty4j.cli.report.ChurnModel.State;
import org.loyalty4j.cli.report.ChurnModel.States;
import org.loyalty4j.cli.report.ChurnModel.Step;
import org.loyalty4j.cli.report.ChurnModel.Survival;
import org.loyalty4j.cli.report.ChurnModel.Test;
import org.loyalty4j.cli.report.ChurnModel.Threshold;
import org.loyalty4j.cli.report.ChurnModel.ThresholdRow;
import org.loyalty4j.cli.report.ChurnModel.Triangle;
import org.loyalty4j.cli.report.ChurnModel.Unit;

/** Hand-made churn of a shop of ordinary size. */
final class ChurnFixtures {

    private ChurnFixtures() {}

    static ChurnModel full() {
        return new ChurnModel(
                Optional.of(triangle(0.985, 0.03)),
                Optional.of(triangle(0.42, 0.02)),
                Optional.of(survival()),
                Optional.of(states()),
                Optional.of(threshold(true, true)),
                Optional.of(agreement()),
                Optional.of(risk("C00")),
                Optional.of(cost()));
    }

    /** Neither leave dates nor a value, and quarters. */
    static ChurnModel withoutContract() {
        Triangle months = triangle(0.42, 0.02);
        Triangle quarters = new Triangle(
                Unit.QUARTER,
                4,
                4,
                List.of(
                        new Cohort("2025-Q1", 60, cells(60, 1, 0.4, 0.3, 0.28)),
                        new Cohort("2025-Q2", 71, cells(71, 1, 0.38, 0.33)),
                        new Cohort("2025-Q3", 55, cells(55, 1, 0.41)),
                        new Cohort("2025-Q4", 48, cells(48, 1))),
                months.averages().subList(0, 4));
        return new ChurnModel(
                Optional.empty(),
                Optional.of(quarters),
                Optional.empty(),
                Optional.of(states()),
                Optional.of(threshold(false, false)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static ChurnModel hostile(String name) {
        ChurnModel full = full();
        return new ChurnModel(
                full.contract(),
                full.purchases(),
                full.survival(),
                full.states(),
                Optional.of(threshold(true, false)),
                full.agreement(),
                Optional.of(risk(name)),
                full.cost());
    }

    /** Eighteen monthly cohorts; after one month the given share is left, and then it falls slowly. */
    private static Triangle triangle(double afterOne, double fall) {
        List<Cohort> cohorts = new ArrayList<>();
        YearMonth first = YearMonth.of(2024, 7);
        for (int c = 0; c < 18; c++) {
            long size = 210 + 17L * (c % 5);
            List<Cell> cells = new ArrayList<>();
            for (int age = 0; age < 18 - c; age++) {
                double share = age == 0 ? 1 : Math.max(0.02, afterOne - fall * (age - 1) - 0.01 * ((c + age) % 3));
                long count = Math.round(share * size);
                cells.add(new Cell(count, (double) count / size, age == 17 - c && age > 0));
            }
            cohorts.add(new Cohort(first.plusMonths(c).toString(), size, cells));
        }
        List<Average> averages = new ArrayList<>();
        for (int age = 0; age < 17; age++) {
            averages.add(new Average(age == 0 ? 1 : Math.max(0.02, afterOne - fall * (age - 1) - 0.01), 17 - age));
        }
        return new Triangle(Unit.MONTH, 78, 78, cohorts, averages);
    }

    private static List<Cell> cells(long size, double... shares) {
        List<Cell> cells = new ArrayList<>();
        for (double share : shares) {
            cells.add(new Cell(Math.round(share * size), share, false));
        }
        return cells;
    }

    private static Survival survival() {
        return new Survival(
                List.of(
                        curve("All customers", "全顧客", 4_812, 0.0011, 730),
                        curve("Joined in 2024", "2024年入会", 2_400, 0.0009, 730),
                        curve("Joined in 2025", "2025年入会", 2_412, 0.0014, 364)),
                Optional.of(new Test(14.2, 1, 0.00016)));
    }

    private static Curve curve(String english, String japanese, long customers, double rate, long last) {
        List<Step> steps = new ArrayList<>();
        for (long day = 0; day <= last; day += 7) {
            double share = Math.exp(-rate * day);
            double half = day == 0 ? 0 : 0.012 + 0.00003 * day;
            steps.add(new Step(
                    day, Math.round(customers * share), share, Math.max(0, share - half), Math.min(1, share + half)));
        }
        double median = Math.log(2) / rate;
        return new Curve(
                new LocalizedText(english, japanese),
                customers,
                Math.round(customers * (1 - Math.exp(-rate * last))),
                steps,
                last,
                median > last
                        ? Optional.empty()
                        : Optional.of(new Median(median, OptionalDouble.of(median - 31), OptionalDouble.empty())),
                Optional.of(
                        new Estimate((1 - Math.exp(-rate * last)) / rate, new Interval(0.2 / rate, 0.7 / rate, 0.95))),
                last);
    }

    private static States states() {
        List<Period> periods = new ArrayList<>();
        YearMonth first = YearMonth.of(2024, 1);
        for (int m = 0; m < 24; m++) {
            Map<State, Long> buyers = new EnumMap<>(State.class);
            buyers.put(State.NEW, 180L - m);
            buyers.put(State.RETURNING, 30L + 22L * m);
            buyers.put(State.QUIET, 25L * m);
            if (m > 6) {
                buyers.put(State.REACTIVATED, 3L * (m - 6));
                buyers.put(State.LAPSED, 130L * (m - 6));
            }
            periods.add(new Period(first.plusMonths(m).toString(), buyers));
        }
        List<Flow> flows = new ArrayList<>();
        flows.add(new Flow(State.NEW, State.RETURNING, new Proportion(1_402, 4_000)));
        flows.add(new Flow(State.NEW, State.QUIET, new Proportion(2_598, 4_000)));
        flows.add(new Flow(State.RETURNING, State.RETURNING, new Proportion(4_100, 7_000)));
        flows.add(new Flow(State.RETURNING, State.QUIET, new Proportion(2_900, 7_000)));
        flows.add(new Flow(State.QUIET, State.RETURNING, new Proportion(1_700, 8_000)));
        flows.add(new Flow(State.QUIET, State.QUIET, new Proportion(5_000, 8_000)));
        flows.add(new Flow(State.QUIET, State.LAPSED, new Proportion(1_300, 8_000)));
        flows.add(new Flow(State.LAPSED, State.REACTIVATED, new Proportion(320, 15_000)));
        flows.add(new Flow(State.LAPSED, State.LAPSED, new Proportion(14_680, 15_000)));
        return new States(196, Unit.MONTH, 120, periods, flows);
    }

    private static Threshold threshold(boolean estimated, boolean reached) {
        List<ThresholdRow> rows = new ArrayList<>();
        for (int days = 14; days <= 364; days += 14) {
            long called = Math.round(2_900 * Math.exp(-days / 260.0));
            long gone = Math.round(1_500 * Math.exp(-days / 500.0));
            rows.add(new ThresholdRow(
                    days,
                    new Proportion(Math.round(called * 0.62 * Math.exp(-days / 107.0)), called),
                    new Proportion(1_500 - gone, 1_500)));
        }
        return new Threshold(
                196,
                estimated,
                0.1,
                reached,
                List.of(new LocalizedText("The log ends early", "データが途切れています")),
                LocalDate.of(2025, 6, 30),
                LocalDate.of(2025, 12, 31),
                rows,
                new Proportion(1_212, 4_356));
    }

    private static Agreement agreement() {
        return new Agreement(
                0.5, 1_050, 162, 240, 2_904, Optional.of(new Estimate(0.77, new Interval(0.75, 0.79, 0.95))));
    }

    private static Risk risk(String prefix) {
        List<AtRisk> top = new ArrayList<>();
        double[] values = {812.4, 640.1, 702.9, 388.0, 512.2, 300.5, 366.6, 240.3, 512.0, 199.9};
        for (int i = 0; i < values.length; i++) {
            double churn = 0.62 - 0.03 * i;
            top.add(new AtRisk(
                    prefix + (100 + i),
                    new LocalizedText("Can't Lose Them", "失いたくない顧客"),
                    values[i],
                    churn,
                    values[i] * churn));
        }
        return new Risk(Horizon.months(12), 412_345.6, 96_204.2, top);
    }

    private static Cost cost() {
        List<CostStep> steps = new ArrayList<>();
        for (int percent = 2; percent <= 30; percent += 2) {
            steps.add(new CostStep(percent / 100.0, value(percent / 100.0)));
        }
        return new Cost(
                0.104,
                value(0.104),
                42,
                steps,
                5,
                OptionalDouble.of(value(0.054) / value(0.104) - 1),
                OptionalDouble.of(value(0.054) - value(0.104)),
                new LocalizedText(
                        "margin a year × retention, discounted, first payment at once", "年間利益×維持率（割引後、初回は即時）"));
    }

    private static double value(double churn) {
        return 42 * 1.1 / (0.1 + churn);
    }
}
