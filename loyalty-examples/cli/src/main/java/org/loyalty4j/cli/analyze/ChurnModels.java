package org.loyalty4j.cli.analyze;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;
import org.loyalty4j.churn.ChurnState;
import org.loyalty4j.churn.ChurnStateFlow;
import org.loyalty4j.churn.ChurnStateHistory;
import org.loyalty4j.churn.ChurnStatePeriod;
import org.loyalty4j.churn.CohortCell;
import org.loyalty4j.churn.CohortTriangle;
import org.loyalty4j.churn.FalseChurn;
import org.loyalty4j.churn.FalseChurnCurve;
import org.loyalty4j.churn.StateTransition;
import org.loyalty4j.churn.ThresholdWarning;
import org.loyalty4j.cli.report.ChurnModel;
import org.loyalty4j.ltv.ValueAtRisk;
import org.loyalty4j.ltv.ValuesAtRisk;
import org.loyalty4j.profile.LoyaltyChurn;
import org.loyalty4j.profile.LoyaltyReport;

/** Turns what the library knows of churn into what the report shows of it. */
final class ChurnModels {
    private static final int THRESHOLD_ROWS = 20;
    private static final int DAYS_BETWEEN_ROWS = 5;
    private static final int SAVE_FIRST = 10;
    private static final int MOST_PERIODS = 104;
    private static final int MOST_WEEKS_OF_COHORTS = 53;
    private static final int MOST_COHORTS = 36;

    private final LoyaltyReport report;
    private final LoyaltyChurn churn;
    private final double confidence;

    private ChurnModels(Run run) {
        this.report = run.report();
        this.churn = run.report().churn();
        this.confidence = run.confidence();
    }

    static ChurnModel of(Run run) {
        return new ChurnModels(run).model(ContractModels.of(run));
    }

    private ChurnModel model(ContractModels contracts) {
        return new ChurnModel(
                contracts.triangle(),
                triangle(churn.purchaseCohorts()),
                contracts.survival(),
                churn.history().map(this::states),
                churn.falseChurn().flatMap(this::threshold),
                churn.agreement()
                        .map(agreement -> new ChurnModel.Agreement(
                                agreement.cut(),
                                agreement.both(),
                                agreement.silentOnly(),
                                agreement.modelOnly(),
                                agreement.neither(),
                                agreement.kappa(confidence))),
                churn.valuesAtRisk().map(this::risk),
                contracts.cost());
    }

    /** The latest cohorts, for a triangle of a hundred is no picture; empty if no period has ended since anybody began. */
    static Optional<ChurnModel.Triangle> triangle(CohortTriangle triangle) {
        if (triangle.ages() == 0) {
            return Optional.empty();
        }
        ChurnModel.Unit unit = unit(triangle.calendar());
        int most = unit == ChurnModel.Unit.WEEK ? MOST_WEEKS_OF_COHORTS : MOST_COHORTS;
        int all = triangle.cohorts().size();
        int ages = Math.min(triangle.ages(), most);
        List<ChurnModel.Cohort> cohorts = new ArrayList<>();
        for (int cohort = Math.max(0, all - most); cohort < all; cohort++) {
            List<ChurnModel.Cell> cells = new ArrayList<>();
            for (int age = 0; age < ages; age++) {
                CohortCell cell = triangle.cell(cohort, age);
                cell.share()
                        .ifPresent(share -> cells.add(new ChurnModel.Cell(
                                share.successes(), share.value().orElse(0), false)));
            }
            cohorts.add(new ChurnModel.Cohort(
                    triangle.cohorts().get(cohort).label(),
                    triangle.cohorts().get(cohort).size(),
                    cells));
        }
        return Optional.of(new ChurnModel.Triangle(
                unit,
                all,
                triangle.ages(),
                cohorts,
                IntStream.range(0, ages)
                        .mapToObj(triangle::average)
                        .flatMap(Optional::stream)
                        .map(average ->
                                new ChurnModel.Average(average.share().value().orElse(0), average.cohorts()))
                        .toList()));
    }

    static ChurnModel.Unit unit(CalendarPeriods calendar) {
        if (calendar.equals(CalendarPeriods.months())) {
            return ChurnModel.Unit.MONTH;
        }
        return calendar.equals(CalendarPeriods.quarters()) ? ChurnModel.Unit.QUARTER : ChurnModel.Unit.WEEK;
    }

    private ChurnModel.States states(ChurnStateHistory history) {
        return new ChurnModel.States(
                history.thresholdDays(),
                unit(churn.plan().calendar()),
                history.size(),
                history.stream()
                        .skip(Math.max(0, history.size() - MOST_PERIODS))
                        .map(ChurnModels::period)
                        .toList(),
                flows(history));
    }

    private static ChurnModel.Period period(ChurnStatePeriod period) {
        Map<ChurnModel.State, Long> buyers = new EnumMap<>(ChurnModel.State.class);
        period.counts().forEach((state, count) -> state(state).ifPresent(shown -> buyers.put(shown, count)));
        return new ChurnModel.Period(period.label(), buyers);
    }

    /** The flows between whole periods, added up: in one cut short fewer have bought, and more look quiet. */
    private static List<ChurnModel.Flow> flows(ChurnStateHistory history) {
        List<ChurnStateFlow> whole = new ArrayList<>();
        for (int i = 0; i < history.flows().size(); i++) {
            if (history.get(i).complete() && history.get(i + 1).complete()) {
                whole.add(history.flows().get(i));
            }
        }
        List<ChurnModel.Flow> flows = new ArrayList<>();
        for (ChurnState from : ChurnState.values()) {
            for (ChurnState to : ChurnState.values()) {
                long went = 0;
                long of = 0;
                for (ChurnStateFlow flow : whole) {
                    StateTransition transition = flow.of(from, to);
                    went += transition.customers();
                    of += transition.ofCustomers();
                }
                if (state(from).isPresent() && state(to).isPresent() && went > 0) {
                    flows.add(new ChurnModel.Flow(state(from).get(), state(to).get(), new Proportion(went, of)));
                }
            }
        }
        return flows;
    }

    /** The state as the report calls it; empty for those who have not bought. */
    private static Optional<ChurnModel.State> state(ChurnState state) {
        return switch (state) {
            case PROSPECT -> Optional.empty();
            case NEW -> Optional.of(ChurnModel.State.NEW);
            case RETURNING -> Optional.of(ChurnModel.State.RETURNING);
            case REACTIVATED -> Optional.of(ChurnModel.State.REACTIVATED);
            case QUIET -> Optional.of(ChurnModel.State.QUIET);
            case LAPSED -> Optional.of(ChurnModel.State.LAPSED);
        };
    }

    private Optional<ChurnModel.Threshold> threshold(FalseChurnCurve curve) {
        if (churn.inactiveAfterDays().isEmpty() || churn.states().isEmpty()) {
            return Optional.empty();
        }
        int days = churn.inactiveAfterDays().getAsInt();
        return Optional.of(new ChurnModel.Threshold(
                days,
                churn.plan().inactiveAfterDays() == null,
                churn.plan().falseChurn(),
                churn.threshold().map(found -> found.days().isPresent()).orElse(false),
                warnings(),
                report.asOf().minusDays(curve.holdoutDays()),
                report.asOf(),
                rows(curve, days),
                churn.states().get().period().share(ChurnState.LAPSED)));
    }

    /** What to beware of in the threshold if it is the estimated one; that none keeps the rate is said anyway. */
    private List<LocalizedText> warnings() {
        return churn.plan().inactiveAfterDays() != null
                ? List.of()
                : churn.threshold().stream()
                        .flatMap(found -> found.warnings().stream())
                        .filter(warning -> warning != ThresholdWarning.NOT_REACHED)
                        .map(ThresholdWarning::label)
                        .toList();
    }

    /** Some of the thresholds, for there is one a day; the one in use among them. */
    private static List<ChurnModel.ThresholdRow> rows(FalseChurnCurve curve, int inUse) {
        int step = DAYS_BETWEEN_ROWS * (1 + curve.size() / (DAYS_BETWEEN_ROWS * THRESHOLD_ROWS));
        List<ChurnModel.ThresholdRow> rows = new ArrayList<>();
        for (FalseChurn row : curve) {
            int days = row.thresholdDays();
            if (days > 0 && (days % step == 0 || days == inUse)) {
                rows.add(new ChurnModel.ThresholdRow(days, row.falseChurn(), row.missed()));
            }
        }
        return rows;
    }

    private ChurnModel.Risk risk(ValuesAtRisk ranking) {
        return new ChurnModel.Risk(
                report.analysis().value().orElseThrow().horizon(),
                ranking.stream().mapToDouble(ValueAtRisk::residualValue).sum(),
                ranking.total(),
                ranking.stream().limit(SAVE_FIRST).map(this::atRisk).toList());
    }

    private ChurnModel.AtRisk atRisk(ValueAtRisk row) {
        LocalizedText segment =
                report.profileOf(row.customerId()).orElseThrow().segment().name();
        return new ChurnModel.AtRisk(
                row.customerId(), segment, row.residualValue(), row.churnProbability(), row.value());
    }
}
