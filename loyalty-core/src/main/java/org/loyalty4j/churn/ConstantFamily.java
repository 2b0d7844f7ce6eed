package org.loyalty4j.churn;

import java.util.List;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.DeltaMethod;
import org.loyalty4j.internal.math.Logs;

/** The estimation of {@link ConstantChurn}, in the log-odds of the chance to leave. */
final class ConstantFamily implements RetentionFamily<ConstantChurn> {
    private static final long serialVersionUID = 1L;
    private static final double REACH = 14;

    @Override
    public String name() {
        return "constant churn";
    }

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public ConstantChurn model(double[] point) {
        return new ConstantChurn(1 / (1 + StrictMath.exp(-point[0])));
    }

    @Override
    public double[] point(ConstantChurn model) {
        return new double[] {StrictMath.log(model.churn() / (1 - model.churn()))};
    }

    @Override
    public List<double[]> starts(RenewalCounts counts) {
        Proportion kept = counts.retentionOfAll();
        double lost = kept.trials() - kept.successes();
        double odds =
                lost == 0 || kept.successes() == 0 ? (lost + 0.5) / (kept.successes() + 0.5) : lost / kept.successes();
        return List.of(new double[] {StrictMath.log(odds)});
    }

    @Override
    public double reach(int coordinate) {
        return REACH;
    }

    @Override
    public void renewal(double[] point, int t, RenewalTerm term) {
        term.logStay = -Logs.log1pExp(point[0]);
        term.logLeave = -Logs.log1pExp(-point[0]);
        double churn = StrictMath.exp(term.logLeave);
        double retention = StrictMath.exp(term.logStay);
        term.stay[0] = -churn;
        term.leave[0] = retention;
        term.stay2[0][0] = -churn * retention;
        term.leave2[0][0] = -churn * retention;
    }

    @Override
    public Optional<RetentionBoundary> boundary(ConstantChurn model, RenewalCounts counts) {
        return Optional.of(
                model.churn() < 0.5 ? RetentionBoundary.EVERYBODY_STAYS : RetentionBoundary.EVERYBODY_LEAVES);
    }

    @Override
    public Estimate interval(double coordinate, double standardError, double confidence) {
        return DeltaMethod.probability(1 / (1 + StrictMath.exp(-coordinate)), standardError, confidence);
    }

    @Override
    public double standardError(double coordinate, double standardError) {
        double churn = 1 / (1 + StrictMath.exp(-coordinate));
        return churn * (1 - churn) * standardError;
    }
}
