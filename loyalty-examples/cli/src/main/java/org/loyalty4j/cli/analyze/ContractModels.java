package org.loyalty4j.cli.analyze;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.churn.ChurnRate;
import org.loyalty4j.churn.CustomerFlow;
import org.loyalty4j.churn.Denominator;
import org.loyalty4j.churn.LifetimeQuantile;
import org.loyalty4j.churn.Lifetimes;
import org.loyalty4j.churn.LogRankTest;
import org.loyalty4j.churn.RestrictedMean;
import org.loyalty4j.churn.SurvivalCurve;
import org.loyalty4j.churn.SurvivalStep;
import org.loyalty4j.cli.report.ChurnModel;
import org.loyalty4j.data.Customer;
import org.loyalty4j.ltv.ChurnChange;
import org.loyalty4j.ltv.ChurnEconomics;
import org.loyalty4j.ltv.FirstPayment;
import org.loyalty4j.ltv.RetentionFormula;
import org.loyalty4j.profile.Contracts;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.profile.ValueAssumptions;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;

/** Turns what join and leave dates say into what the report shows of it. */
final class ContractModels {
    private static final int MOST_GROUPS = 5;
    private static final int YEAR = 365;
    private static final double POINTS = 5;
    private static final int STEPS = 10;
    private static final double STEP = 0.02;

    private final LoyaltyReport report;
    private final Inputs inputs;
    private final double confidence;
    private final Optional<Contracts> contracts;

    private ContractModels(Run run) {
        this.report = run.report();
        this.inputs = run.inputs();
        this.confidence = run.confidence();
        this.contracts = run.report().churn().contracts();
    }

    static ContractModels of(Run run) {
        return new ContractModels(run);
    }

    Optional<ChurnModel.Triangle> triangle() {
        return contracts.map(Contracts::cohorts).flatMap(ChurnModels::triangle);
    }

    /** The curve of all, and of those who joined in each year: what was known on the first day, so that the groups are fair. */
    Optional<ChurnModel.Survival> survival() {
        return contracts.map(Contracts::lifetimes).filter(all -> all.size() > 0).map(all -> {
            List<ChurnModel.Curve> curves = new ArrayList<>();
            curves.add(curve(new LocalizedText("All customers", "全顧客"), all));
            Map<String, Lifetimes> groups = byYear();
            if (groups.size() < 2) {
                return new ChurnModel.Survival(curves, Optional.empty());
            }
            groups.forEach((year, lifetimes) ->
                    curves.add(curve(new LocalizedText("Joined " + year, year + "年入会"), lifetimes)));
            return new ChurnModel.Survival(
                    curves,
                    LogRankTest.of(groups)
                            .map(test ->
                                    new ChurnModel.Test(test.chiSquared(), test.degreesOfFreedom(), test.pValue())));
        });
    }

    /** Customers by the year of joining, the latest years: a curve for each of fifty would be no picture. */
    private Map<String, Lifetimes> byYear() {
        TreeMap<Integer, List<Customer>> joined = new TreeMap<>();
        for (Customer customer : inputs.customerRecords()) {
            if (!customer.joinedOn().isAfter(report.asOf())) {
                joined.computeIfAbsent(customer.joinedOn().getYear(), year -> new ArrayList<>())
                        .add(customer);
            }
        }
        Map<String, Lifetimes> groups = new TreeMap<>();
        joined.descendingMap().entrySet().stream()
                .limit(MOST_GROUPS)
                .forEach(year ->
                        groups.put(Integer.toString(year.getKey()), Lifetimes.of(year.getValue(), report.asOf())));
        return groups;
    }

    private ChurnModel.Curve curve(LocalizedText name, Lifetimes lifetimes) {
        SurvivalCurve curve = SurvivalCurve.of(lifetimes, confidence);
        List<ChurnModel.Step> steps = new ArrayList<>();
        if (curve.firstDay() > 0 || curve.steps().isEmpty()) {
            steps.add(new ChurnModel.Step(0, lifetimes.size(), 1, 1, 1));
        }
        for (SurvivalStep step : curve.steps()) {
            Estimate survival = step.survival();
            steps.add(new ChurnModel.Step(
                    step.day(),
                    step.atRisk(),
                    survival.value(),
                    survival.interval().lower(),
                    survival.interval().upper()));
        }
        int span = Math.min(curve.lastDay(), YEAR);
        Optional<Estimate> mean =
                span < 1 ? Optional.empty() : curve.restrictedMean(span).map(RestrictedMean::mean);
        return new ChurnModel.Curve(
                name, lifetimes.size(), lifetimes.ended(), steps, curve.lastDay(), median(curve.median()), mean, span);
    }

    private static Optional<ChurnModel.Median> median(LifetimeQuantile median) {
        Integer days = median.days();
        Integer upper = median.upperDays();
        return days == null
                ? Optional.empty()
                : Optional.of(new ChurnModel.Median(
                        days,
                        OptionalDouble.of(median.lowerDays()),
                        upper == null ? OptionalDouble.empty() : OptionalDouble.of(upper)));
    }

    /** What a change of the churn rate is worth; empty without assumptions of value, leavers, or a margin to lose. */
    Optional<ChurnModel.Cost> cost() {
        return report.analysis()
                .value()
                .flatMap(assumptions -> contracts
                        .map(Contracts::flow)
                        .flatMap(flow -> flow.churnRate(Denominator.AT_START, confidence)
                                .map(ChurnRate::value)
                                .filter(churn -> churn > 0)
                                .flatMap(churn -> marginPerYear(flow, assumptions)
                                        .map(margin -> cost(churn, margin, assumptions.discountRate())))));
    }

    private static ChurnModel.Cost cost(double churn, double margin, DiscountRate rate) {
        ChurnEconomics economics = ChurnEconomics.of(
                new RetentionFormula(margin, 1 - churn, PeriodUnit.YEAR, FirstPayment.END_OF_FIRST_PERIOD_IF_RETAINED),
                rate);
        double[] changes = IntStream.rangeClosed(-STEPS / 2, STEPS / 2)
                .mapToDouble(step -> -step * STEP)
                .filter(points -> churn - points > 0 && churn - points <= 1)
                .toArray();
        double points = POINTS / 100;
        Optional<ChurnChange> cut = churn > points ? Optional.of(economics.cut(points)) : Optional.empty();
        return new ChurnModel.Cost(
                churn,
                economics.profit(churn),
                margin,
                economics.curve(changes).stream()
                        .map(change -> new ChurnModel.CostStep(change.churnAfter(), change.profitAfter()))
                        .toList(),
                POINTS,
                cut.map(ChurnChange::growth).orElse(OptionalDouble.empty()),
                cut.map(ChurnChange::gain).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                new LocalizedText(
                        "all payments to come, one at the end of each year in which the customer has stayed, discounted",
                        "在籍し続ける限り毎年末に得られる利益の総額を割引"));
    }

    /**
     * What a customer on the books brings in a year: sales of the year, times the margin, over the customer-years. That of the
     * average buyer would not do, for those who have gone are in it, and they would be counted as gone twice.
     */
    private Optional<Double> marginPerYear(CustomerFlow flow, ValueAssumptions assumptions) {
        double years = Horizon.days(flow.exposureDays()).in(PeriodUnit.YEAR);
        Set<String> onTheBooks = new HashSet<>();
        inputs.customerRecords().forEach(customer -> onTheBooks.add(customer.id()));
        PurchaseSummaries now = report.purchases();
        double sales = spend(now, onTheBooks);
        LocalDate before = flow.startInclusive().minusDays(1);
        boolean earlier =
                inputs.log().firstDate().filter(first -> !first.isAfter(before)).isPresent();
        if (earlier) {
            sales -= spend(PurchaseSummaries.of(inputs.log(), now.rules(), before), onTheBooks);
        }
        double margin = assumptions.margin() * sales / years;
        return years > 0 && margin > 0 ? Optional.of(margin) : Optional.empty();
    }

    private static double spend(PurchaseSummaries summaries, Set<String> customers) {
        double minor = 0; // whole, and exact below 2^53
        for (PurchaseSummary summary : summaries) {
            minor += customers.contains(summary.customerId()) ? summary.totalMinor() : 0;
        }
        return minor / StrictMath.pow(10, summaries.scale());
    }
}
