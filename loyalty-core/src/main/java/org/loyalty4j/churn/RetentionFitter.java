package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.NewtonMaximizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Estimates a {@link RetentionModel} by maximum likelihood from the renewals of one or many cohorts, each cut off where its
 * observation ends. The parameters' logarithms are sought by Newton's method with the exact gradient and Hessian, from several starts
 * that follow from the data. It throws only on invalid input; data that do not determine the model end with a status that says so.
 *
 * @param <M> the model
 */
public final class RetentionFitter<M extends RetentionModel<M>> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RetentionFitter.class);
    private static final int EVALUATION_LIMIT = 500;

    /** A standard error of a logarithm beyond which an interval of 95 % spans a factor of 50. */
    private static final double VAGUE = 1;

    private final RetentionFamily<M> family;

    private RetentionFitter(RetentionFamily<M> family) {
        this.family = family;
    }

    /**
     * A fitter of the sBG model. It needs two renewals at the least.
     *
     * @return the fitter
     */
    public static RetentionFitter<ShiftedBetaGeometric> shiftedBetaGeometric() {
        return new RetentionFitter<>(new BetaFamily.Geometric());
    }

    /**
     * A fitter of the BdW model. It needs three renewals at the least, and many customers or renewals to tell c from the rest.
     *
     * @return the fitter
     */
    public static RetentionFitter<BetaDiscreteWeibull> betaDiscreteWeibull() {
        return new RetentionFitter<>(new BetaFamily.Weibull());
    }

    /**
     * A fitter of one chance of leaving for all: the renewals not made over all that were due.
     *
     * @return the fitter
     */
    public static RetentionFitter<ConstantChurn> constantChurn() {
        return new RetentionFitter<>(new ConstantFamily());
    }

    /**
     * Fits the model to one cohort or a few together.
     *
     * @param cohorts the cohorts, each until its last renewal observed
     * @return the model and how well it is determined
     * @throws IllegalArgumentException if no renewal was due
     */
    public RetentionFit<M> fit(CohortSurvivors... cohorts) {
        return fit(RenewalCounts.of(cohorts));
    }

    /**
     * Fits the model.
     *
     * @param data the renewals made and not made
     * @return the model and how well it is determined
     * @throws IllegalArgumentException if no renewal was due
     */
    public RetentionFit<M> fit(RenewalCounts data) {
        Objects.requireNonNull(data, "data");
        long due = Checks.positive(data.retentionOfAll().trials(), "renewals due");
        RetentionFit<M> fit = fit(data, climb(data, due));
        LOG.debug("{}", fit);
        return fit;
    }

    private NewtonMaximizer.Maximum climb(RenewalCounts data, long due) {
        int n = family.dimension();
        List<double[]> starts = family.starts(data);
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int i = 0; i < n; i++) {
            int coordinate = i;
            double reach = family.reach(i);
            lower[i] = starts.stream()
                            .mapToDouble(start -> start[coordinate])
                            .min()
                            .orElseThrow()
                    - reach;
            upper[i] = starts.stream()
                            .mapToDouble(start -> start[coordinate])
                            .max()
                            .orElseThrow()
                    + reach;
        }
        RenewalTerm term = new RenewalTerm(n);
        NewtonMaximizer.Objective objective = (point, gradient, hessian) -> {
            double sum = 0;
            for (int t = 1; t <= data.renewals(); t++) {
                long kept = data.kept(t);
                long lost = data.lost(t);
                if (kept + lost > 0) {
                    family.renewal(point, t, term);
                    sum += term.addTo(gradient, hessian, kept, lost);
                }
            }
            return sum;
        };
        return new NewtonMaximizer(objective, lower, upper, due, EVALUATION_LIMIT, RetentionFitter::log)
                .maximize(starts);
    }

    private RetentionFit<M> fit(RenewalCounts data, NewtonMaximizer.Maximum maximum) {
        List<String> warnings = new ArrayList<>();
        RetentionFit.Status status = RetentionFit.Status.CONVERGED;
        RetentionBoundary boundary = null;
        double[][] covariance = null;
        switch (maximum.end()) {
            case INTERIOR -> {
                if (data.observedRenewals() < family.dimension()) {
                    status = RetentionFit.Status.NOT_IDENTIFIED;
                    warnings.add(meaning(null));
                } else {
                    covariance = maximum.covariance();
                    warnOfVagueness(maximum, covariance, warnings);
                }
            }
            case ITERATION_LIMIT -> {
                status = RetentionFit.Status.ITERATION_LIMIT;
                warnings.add("the limit of " + EVALUATION_LIMIT
                        + " evaluations of the likelihood was reached before a maximum");
            }
            default -> {
                boundary = data.observedRenewals() < family.dimension() && !isOneSided(data)
                        ? null
                        : family.boundary(family.model(maximum.point()), data).orElse(null);
                status = boundary == null ? RetentionFit.Status.NOT_IDENTIFIED : RetentionFit.Status.AT_BOUNDARY;
                warnings.add(meaning(boundary));
            }
        }
        return new RetentionFit<>(
                family, maximum.point(), data, maximum.value(), status, boundary, covariance, warnings);
    }

    private static boolean isOneSided(RenewalCounts data) {
        long made = data.retentionOfAll().successes();
        return made == 0 || made == data.retentionOfAll().trials();
    }

    private void warnOfVagueness(NewtonMaximizer.Maximum maximum, double[][] covariance, List<String> warnings) {
        List<String> symbols = family.model(maximum.point()).symbols();
        for (int i = 0; i < symbols.size(); i++) {
            if (Math.sqrt(covariance[i][i]) > VAGUE) {
                warnings.add(symbols.get(i) + " is poorly determined: use intervals, or more customers or renewals");
            }
        }
    }

    private static String meaning(@Nullable RetentionBoundary boundary) {
        return boundary == null
                ? "the data do not determine the parameters: use more renewals, more customers or a simpler model"
                : boundary.meaning() + ": single parameters mean nothing";
    }

    private static void log(int iteration, double[] point, double value, double newtonStep) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("iteration {}: {} at {}, step {}", iteration, value, Arrays.toString(point), newtonStep);
        }
    }

    @Override
    public String toString() {
        return "fitter of " + family.name();
    }
}
