package org.loyalty4j.cli.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;

/**
 * Who stays, who leaves and what that costs, for the report.
 *
 * @param contract the share of each cohort still customers, by age; empty without join and leave dates
 * @param purchases the share of each cohort of first-time buyers who bought in later periods; empty without purchases
 * @param survival how long customers stay; empty without join and leave dates
 * @param states buyers by state, period by period; empty without purchases
 * @param threshold after how long a silence a buyer counts as lapsed; empty if the history is too short to tell
 * @param agreement how far silence and model agree; empty without a forecast or without a threshold
 * @param risk value at risk; empty without residual values
 * @param cost what churn costs; empty without a churn rate or without a value
 */
public record ChurnModel(
        Optional<Triangle> contract,
        Optional<Triangle> purchases,
        Optional<Survival> survival,
        Optional<States> states,
        Optional<Threshold> threshold,
        Optional<Agreement> agreement,
        Optional<Risk> risk,
        Optional<Cost> cost) {

    /** Nothing of it. */
    public static final ChurnModel NONE = new ChurnModel(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** How the calendar is cut. */
    public enum Unit {
        /** Seven days. */
        WEEK,
        /** A calendar month. */
        MONTH,
        /** Three calendar months. */
        QUARTER
    }

    /**
     * Cohorts by age.
     *
     * @param unit how the calendar is cut
     * @param allCohorts how many cohorts there are, those not shown included
     * @param allAges up to how many periods they were observed, those not shown included
     * @param cohorts the cohorts to show, the oldest first
     * @param averages the mean share at each age, from 0, over the cohorts observed that long
     */
    public record Triangle(Unit unit, int allCohorts, int allAges, List<Cohort> cohorts, List<Average> averages) {
        public Triangle {
            cohorts = List.copyOf(cohorts);
            averages = List.copyOf(averages);
        }
    }

    /**
     * The customers who began in one period.
     *
     * @param label the period, such as {@code 2025-03}
     * @param size how many they are
     * @param cells what became of them at each age, from 0; shorter than for older cohorts, as the rest is not yet observed
     */
    public record Cohort(String label, long size, List<Cell> cells) {
        public Cohort {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cohort at one age.
     *
     * @param count how many were there
     * @param share the share of the cohort, in [0, 1]
     * @param partial whether the period had not ended when the observation did
     */
    public record Cell(long count, double share, boolean partial) {}

    /**
     * The mean over cohorts at one age.
     *
     * @param share the share, each cohort counting by its size, in [0, 1]
     * @param cohorts how many cohorts were observed that long
     */
    public record Average(double share, int cohorts) {}

    /**
     * How long customers stay.
     *
     * @param curves the curve of all customers first, then those of groups, if any
     * @param test whether the groups differ; empty without groups
     */
    public record Survival(List<Curve> curves, Optional<Test> test) {
        public Survival {
            curves = List.copyOf(curves);
        }
    }

    /**
     * One survival curve.
     *
     * @param name whose
     * @param customers how many customers
     * @param ended how many of them have left
     * @param steps the curve, from day 0, where it falls
     * @param lastDay the longest time observed, in days
     * @param median the median lifetime; empty if fewer than half have left
     * @param restrictedMean the mean lifetime up to {@code restrictedDays}; empty if it is not known
     * @param restrictedDays up to which day, in days
     */
    public record Curve(
            LocalizedText name,
            long customers,
            long ended,
            List<Step> steps,
            long lastDay,
            Optional<Median> median,
            Optional<Estimate> restrictedMean,
            long restrictedDays) {
        public Curve {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a survival curve: what holds from this day until the next step.
     *
     * @param day the day
     * @param atRisk how many were observed up to this day
     * @param survival the share still customers, in [0, 1]
     * @param lower its lower bound
     * @param upper its upper bound
     */
    public record Step(long day, long atRisk, double survival, double lower, double upper) {}

    /**
     * A median lifetime.
     *
     * @param days the median, in days
     * @param lower its lower bound; empty if it is not reached
     * @param upper its upper bound; empty if it is not reached
     */
    public record Median(double days, OptionalDouble lower, OptionalDouble upper) {}

    /**
     * A chi-square test.
     *
     * @param statistic the statistic
     * @param degreesOfFreedom its degrees of freedom
     * @param pValue how often chance alone would give as much, in [0, 1]
     */
    public record Test(double statistic, int degreesOfFreedom, double pValue) {}

    /** What a buyer is at the end of a period. */
    public enum State {
        /** First bought in the period. */
        NEW,
        /** Bought in it, and had not lapsed before. */
        RETURNING,
        /** Bought in it after having lapsed. */
        REACTIVATED,
        /** Did not buy in it, and has not been silent for long. */
        QUIET,
        /** Silent for longer than the threshold. */
        LAPSED
    }

    /**
     * Buyers by state, period by period.
     *
     * @param thresholdDays the silence after which a buyer has lapsed, in days
     * @param unit how the calendar is cut
     * @param allPeriods how many periods there are, those not shown included
     * @param periods the periods to show, the earliest first
     * @param flows from state to state between successive periods, all of them together
     */
    public record States(int thresholdDays, Unit unit, int allPeriods, List<Period> periods, List<Flow> flows) {
        public States {
            periods = List.copyOf(periods);
            flows = List.copyOf(flows);
        }
    }

    /**
     * One period.
     *
     * @param label the period, such as {@code 2025-03}
     * @param buyers how many buyers are in each state at its end; a state that is missing has none
     */
    public record Period(String label, Map<State, Long> buyers) {
        public Period {
            Map<State, Long> sorted = new EnumMap<>(State.class);
            sorted.putAll(buyers);
            buyers = Collections.unmodifiableMap(sorted);
        }
    }

    /**
     * How often one state follows another.
     *
     * @param from the state in a period
     * @param to the state in the next
     * @param share how often, of all in {@code from}
     */
    public record Flow(State from, State to, Proportion share) {}

    /**
     * After how long a silence a buyer counts as lapsed.
     *
     * @param days the threshold, in days
     * @param estimated whether it was estimated, and not given by the user
     * @param target the false-churn rate aimed at, in (0, 1)
     * @param reached whether a threshold with that rate was found
     * @param warnings what to beware of
     * @param calibrationEnd the last day on which silence was looked at
     * @param holdoutEnd the last day on which a return could be seen
     * @param rows what other thresholds would have done, ascending
     * @param lapsed the buyers silent for longer now, of all buyers
     */
    public record Threshold(
            int days,
            boolean estimated,
            double target,
            boolean reached,
            List<LocalizedText> warnings,
            LocalDate calibrationEnd,
            LocalDate holdoutEnd,
            List<ThresholdRow> rows,
            Proportion lapsed) {
        public Threshold {
            warnings = List.copyOf(warnings);
            rows = List.copyOf(rows);
        }
    }

    /**
     * What one threshold would have done.
     *
     * @param days the threshold, in days
     * @param falseChurn those who came back, of those called lapsed
     * @param missed those not called lapsed, of all who did not come back
     */
    public record ThresholdRow(int days, Proportion falseChurn, Proportion missed) {}

    /**
     * How far the two views of a silent customer agree: silent beyond the threshold, and unlikely to buy by the model.
     *
     * @param cut the probability of no purchase from which the model calls a buyer gone, in (0, 1)
     * @param both called gone by both
     * @param silenceOnly by silence only
     * @param modelOnly by the model only
     * @param neither by neither
     * @param kappa Cohen's kappa; empty where it is undefined
     */
    public record Agreement(
            double cut, long both, long silenceOnly, long modelOnly, long neither, Optional<Estimate> kappa) {
        /**
         * Those on whom both agree, of all.
         *
         * @return the share
         */
        public Proportion agreeing() {
            return new Proportion(both + neither, both + silenceOnly + modelOnly + neither);
        }
    }

    /**
     * Value at risk: residual value times the probability of no purchase.
     *
     * @param horizon how far ahead
     * @param value the residual value of all buyers
     * @param atRisk the value at risk of all buyers
     * @param top the customers with the most value at risk, the first first
     */
    public record Risk(Horizon horizon, double value, double atRisk, List<AtRisk> top) {
        public Risk {
            top = List.copyOf(top);
        }
    }

    /**
     * One customer to save.
     *
     * @param customerId the customer's id
     * @param segment the customer's segment
     * @param value what the customer is still to bring
     * @param probabilityOfChurn the probability of no purchase within the horizon, in [0, 1]
     * @param valueAtRisk their product
     */
    public record AtRisk(
            String customerId, LocalizedText segment, double value, double probabilityOfChurn, double valueAtRisk) {}

    /**
     * What churn costs: the value of a customer at other churn rates, everything else unchanged.
     *
     * @param churnRate the churn rate of a year as observed, in (0, 1]
     * @param value the value of a customer at that rate
     * @param marginPerYear what a customer on the books brings in a year
     * @param steps the value at other rates, by ascending rate
     * @param points the change spoken of, in percentage points, above 0
     * @param gain by how much the value grows if the rate falls by so many points, as a share; empty if it cannot fall so far
     * @param breakEven what may be spent at most on a customer to cut the rate by so many points; empty likewise
     * @param formula how the value is computed, in words
     */
    public record Cost(
            double churnRate,
            double value,
            double marginPerYear,
            List<CostStep> steps,
            double points,
            OptionalDouble gain,
            OptionalDouble breakEven,
            LocalizedText formula) {
        public Cost {
            steps = List.copyOf(steps);
        }
    }

    /**
     * The value of a customer at one churn rate.
     *
     * @param churnRate the rate of a year, in (0, 1]
     * @param value the value
     */
    public record CostStep(double churnRate, double value) {}
}
