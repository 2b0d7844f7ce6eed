package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.math.NewtonMaximizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The climb of one likelihood: its starts, its box, and what its end means. */
final class Climb {
    private static final Logger LOG = LoggerFactory.getLogger(Climb.class);

    /** A standard error of a logarithm beyond which an interval of 95 % spans a factor of 50. */
    private static final double VAGUE = 1;

    private final List<String> symbols;
    private final double customers;
    private final int evaluationLimit;
    private final List<double[]> starts = new ArrayList<>();
    private final double[] lower;
    private final double[] upper;

    Climb(List<String> symbols, double customers, int evaluationLimit) {
        this.symbols = symbols;
        this.customers = customers;
        this.evaluationLimit = evaluationLimit;
        lower = new double[symbols.size()];
        upper = new double[symbols.size()];
        Arrays.fill(lower, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, Double.NEGATIVE_INFINITY);
    }

    void from(double[] start) {
        starts.add(start);
    }

    /** The first start's coordinate. */
    double start(int i) {
        return starts.get(0)[i];
    }

    /** Keeps a coordinate within reach of all starts and of a centre. */
    void within(int i, double centre, double reach) {
        lower[i] = centre - reach;
        upper[i] = centre + reach;
        for (double[] start : starts) {
            lower[i] = Math.min(lower[i], start[i] - reach);
            upper[i] = Math.max(upper[i], start[i] + reach);
        }
    }

    /** Climbs from all starts. */
    NewtonMaximizer.Maximum maximize(NewtonMaximizer.Objective objective) {
        return maximizer(objective).maximize(starts);
    }

    /**
     * Climbs from a point known to be near the peak, if there is one; else from all starts on a sketch of the data, if there is
     * one, and from the peak found there on the data themselves. Where that does not end on a peak it climbs from all starts.
     */
    NewtonMaximizer.Maximum maximize(
            NewtonMaximizer.Objective objective,
            Optional<double[]> near,
            Supplier<Optional<NewtonMaximizer.Objective>> sketch) {
        int spent = 0;
        if (near.isPresent()) {
            NewtonMaximizer.Maximum maximum = maximizer(objective).maximize(List.of(near.get()));
            if (maximum.end() == NewtonMaximizer.End.INTERIOR) {
                return maximum;
            }
            spent += maximum.evaluations();
        }
        Optional<NewtonMaximizer.Maximum> rough = sketch.get().map(this::maximize);
        if (rough.isPresent() && rough.get().end() == NewtonMaximizer.End.INTERIOR) {
            NewtonMaximizer.Maximum maximum =
                    maximizer(objective).maximize(List.of(rough.get().point()));
            if (maximum.end() == NewtonMaximizer.End.INTERIOR) {
                return maximum.after(spent);
            }
            spent += maximum.evaluations();
        }
        return maximize(objective).after(spent);
    }

    private NewtonMaximizer maximizer(NewtonMaximizer.Objective objective) {
        return new NewtonMaximizer(objective, lower, upper, customers, evaluationLimit, Climb::log);
    }

    private static void log(int iteration, double[] point, double value, double newtonStep) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("iteration {}: {} at {}, step {}", iteration, value, Arrays.toString(point), newtonStep);
        }
    }

    Outcome outcome(
            NewtonMaximizer.Maximum maximum,
            LinearMap toModel,
            double logLikelihood,
            int distinctHistories,
            Supplier<Optional<Boundary>> boundaryThere,
            boolean usedPrior,
            List<String> dataWarnings) {
        List<String> warnings = new ArrayList<>(dataWarnings);
        FitStatus status;
        Boundary boundary = null;
        Covariance covariance = null;
        switch (maximum.end()) {
            case INTERIOR -> {
                status = FitStatus.CONVERGED;
                covariance = new Covariance(symbols, toModel.covariance(maximum.covariance()));
                warnOfVagueness(new Covariance(symbols, maximum.covariance()), warnings);
            }
            case ITERATION_LIMIT -> {
                status = FitStatus.ITERATION_LIMIT;
                warnings.add("the limit of " + evaluationLimit
                        + " evaluations of the likelihood was reached before a maximum: allow more, or add a prior");
            }
            default -> {
                boundary = boundaryThere.get().orElse(null);
                status = boundary == null ? FitStatus.NOT_IDENTIFIED : FitStatus.AT_BOUNDARY;
                warnings.add(meaning(boundary));
            }
        }
        return new Outcome(
                logLikelihood,
                customers,
                distinctHistories,
                status,
                boundary,
                covariance,
                Arrays.stream(toModel.gradient(maximum.gradient())).boxed().toList(),
                maximum.iterations(),
                maximum.evaluations(),
                usedPrior,
                warnings);
    }

    private void warnOfVagueness(Covariance covariance, List<String> warnings) {
        for (int i = 0; i < symbols.size(); i++) {
            if (covariance.standardError(i) > VAGUE) {
                warnings.add(symbols.get(i) + " is poorly determined: use intervals, more data or a prior");
            }
        }
    }

    private static String meaning(@Nullable Boundary boundary) {
        return boundary == null
                ? "the data do not determine the parameters: use more customers, a longer time, a simpler model or a prior"
                : boundary.meaning() + ": single parameters mean nothing, use a simpler model or a prior";
    }
}
