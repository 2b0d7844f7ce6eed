package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.math.NewtonMaximizer;
import org.loyalty4j.summary.RepeatHistogram;

/**
 * Estimates a {@link CovariateModel} by maximum likelihood, as a {@link ModelFitter} does a model without covariates. By
 * default every covariate acts on purchases and on dropout.
 *
 * <p>A covariate may have any unit and origin; the coefficients are per its unit, and the base model is that at zero. The climb
 * is made with covariates centred and scaled, which changes no answer.
 *
 * <p>Source: Fader and Hardie (2007b).
 *
 * @param <M> the base model
 */
public final class CovariateFitter<M extends DropoutModel<M>> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Family<M, RepeatHistogram> family;

    @Nullable
    private final List<String> purchaseCovariates;

    @Nullable
    private final List<String> dropoutCovariates;

    private final int evaluationLimit;
    private final Parallel parallel;

    private CovariateFitter(
            Family<M, RepeatHistogram> family,
            @Nullable List<String> purchaseCovariates,
            @Nullable List<String> dropoutCovariates,
            int evaluationLimit,
            Parallel parallel) {
        this.family = family;
        this.purchaseCovariates = purchaseCovariates;
        this.dropoutCovariates = dropoutCovariates;
        this.evaluationLimit = evaluationLimit;
        this.parallel = parallel;
    }

    /**
     * A fitter of the BG/NBD model with covariates.
     *
     * @return the fitter, all covariates acting on purchases and on dropout
     */
    public static CovariateFitter<BgNbd> bgNbd() {
        return of(BetaGeometricFamily.bgNbd());
    }

    /**
     * A fitter of the Pareto/NBD model with covariates.
     *
     * @return the fitter, all covariates acting on purchases and on dropout
     */
    public static CovariateFitter<ParetoNbd> paretoNbd() {
        return of(new ParetoFamily());
    }

    private static <M extends DropoutModel<M>> CovariateFitter<M> of(Family<M, RepeatHistogram> family) {
        return new CovariateFitter<>(family, null, null, ModelFitter.EVALUATION_LIMIT, Parallel.NONE);
    }

    /**
     * A copy in which only these covariates act on purchases.
     *
     * @param names their names; none for no effect on purchases
     * @return the copy
     * @throws IllegalArgumentException when fitting, if the data do not have one of them
     */
    public CovariateFitter<M> withPurchaseCovariates(String... names) {
        return new CovariateFitter<>(
                family, List.of(Objects.requireNonNull(names, "names")), dropoutCovariates, evaluationLimit, parallel);
    }

    /**
     * A copy in which only these covariates act on dropout.
     *
     * @param names their names; none for no effect on dropout
     * @return the copy
     * @throws IllegalArgumentException when fitting, if the data do not have one of them
     */
    public CovariateFitter<M> withDropoutCovariates(String... names) {
        return new CovariateFitter<>(
                family, purchaseCovariates, List.of(Objects.requireNonNull(names, "names")), evaluationLimit, parallel);
    }

    /**
     * A copy that stops earlier or later; the default is 500.
     *
     * @param limit how often the likelihood may be computed on the way from each start, in [1, inf)
     * @return the copy
     * @throws IllegalArgumentException if the limit is not positive
     */
    public CovariateFitter<M> withEvaluationLimit(int limit) {
        return new CovariateFitter<>(
                family,
                purchaseCovariates,
                dropoutCovariates,
                Math.toIntExact(Checks.positive((long) limit, "limit")),
                parallel);
    }

    /**
     * A copy that works on several threads; the default is one. The fit is the same to the bit for any number of them.
     *
     * @param parallelism how many threads, in [1, 1024]
     * @return the copy
     * @throws IllegalArgumentException if it is out of range
     */
    public CovariateFitter<M> withParallelism(int parallelism) {
        return new CovariateFitter<>(
                family, purchaseCovariates, dropoutCovariates, evaluationLimit, new Parallel(parallelism));
    }

    /**
     * Fits the model with and without covariates.
     *
     * @param data the distinct histories for each set of covariates
     * @return the model, how well it is determined, and the fit without covariates
     * @throws IllegalArgumentException if this fitter names a covariate that the data do not have, or none at all is used
     */
    public CovariateFit<M> fit(CovariateHistogram data) {
        Objects.requireNonNull(data, "data");
        Fit<M> without = ModelFitter.ofHistories(family)
                .withEvaluationLimit(evaluationLimit)
                .withParallelism(parallel.threads())
                .fit(data.histories());
        int parameters = family.symbols().size();
        CovariateDesign design = new CovariateDesign(
                parameters,
                data.names(),
                places(purchaseCovariates, data.names(), "purchaseCovariates"),
                places(dropoutCovariates, data.names(), "dropoutCovariates"));
        Checks.positive((long) design.dimension() - parameters, "number of coefficients");
        CovariateScaling scaling = CovariateScaling.of(data);
        Climb climb =
                new Climb(design.symbols(without.model()), data.histories().totalWeight(), evaluationLimit);
        climb.from(Arrays.copyOf(without.coordinates(), design.dimension()));
        climb.from(
                Arrays.copyOf(ModelFitter.logs(family.starts(data.histories()).get(0)), design.dimension()));
        for (int i = 0; i < design.dimension(); i++) {
            climb.within(i, climb.start(i), ModelFitter.REACH);
        }
        List<Likelihood> likelihoods = data.groups().stream()
                .map(group -> family.likelihood(group.histories(), parallel))
                .toList();
        NewtonMaximizer.Maximum maximum = climb.maximize((point, gradient, hessian) ->
                evaluate(design, scaling, data.groups(), likelihoods, point, gradient, hessian));
        LinearMap toModel = scaling.toModel(design);
        CovariateModel<M> model = design.model(without.model(), toModel.point(maximum.point()));
        // Where the boundary is asked for, the customer is one of average covariates: zero may be far away.
        double[] base = ModelFitter.exp(Arrays.copyOf(maximum.point(), parameters));
        Outcome outcome = climb.outcome(
                maximum,
                toModel,
                maximum.value(),
                data.distinctRows(),
                () -> new HistoryAdvice().isSilent(data.histories())
                        ? Optional.empty()
                        : family.boundary(base, data.histories()),
                false,
                new HistoryAdvice().on(data.histories()));
        return new CovariateFit<>(model, without, design, outcome);
    }

    private static List<Integer> places(@Nullable List<String> wanted, List<String> names, String what) {
        if (wanted == null) {
            return IntStream.range(0, names.size()).boxed().toList();
        }
        List<Integer> places = new ArrayList<>();
        for (String name : wanted) {
            int place = names.indexOf(name);
            if (place < 0) {
                throw new IllegalArgumentException(what + " must be in " + names + ", but was " + name);
            }
            places.add(place);
        }
        return places;
    }

    /**
     * Sums the likelihoods of the groups. Within a group the covariates only move the logarithms of two parameters, so its
     * derivatives follow from those of the base model by the chain rule.
     */
    private double evaluate(
            CovariateDesign design,
            CovariateScaling scaling,
            List<CovariateHistogram.Group> groups,
            List<Likelihood> likelihoods,
            double[] point,
            double[] gradient,
            double[][] hessian) {
        Derivatives derivatives = new Derivatives(design.parameters());
        double[] slopes = new double[point.length];
        double sum = 0;
        for (int g = 0; g < groups.size(); g++) {
            double[] z = scaling.scaled(groups.get(g).covariates());
            double[] logs = new double[design.parameters()];
            for (int c = 0; c < point.length; c++) {
                slopes[c] = design.slope(c, z);
                logs[design.target(c)] += slopes[c] * point[c];
            }
            derivatives.clear();
            sum += likelihoods.get(g).at(ModelFitter.exp(logs), derivatives);
            for (int c = 0; c < point.length; c++) {
                int i = design.target(c);
                gradient[c] += slopes[c] * derivatives.gradient[i];
                for (int d = 0; d < point.length; d++) {
                    hessian[c][d] += slopes[c] * slopes[d] * derivatives.hessian[i][design.target(d)];
                }
            }
        }
        return sum;
    }

    @Override
    public String toString() {
        return "fitter of " + family.name() + " with covariates";
    }
}
