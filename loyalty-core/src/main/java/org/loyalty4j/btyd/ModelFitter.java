package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.math.NewtonMaximizer;
import org.loyalty4j.summary.OpportunityHistogram;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendHistogram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Estimates the parameters of a model by maximum likelihood. The same data give the same answer: in any order, in any unit of
 * time, from histories that are merged or not, with every customer once or twice.
 *
 * <p>The logarithms of the parameters are sought by Newton's method with the exact gradient and Hessian, from several starts
 * that follow from the data, within a factor of a million of them; of large data the way there is found on a thinned sketch, which
 * follows from them too, and the maximum on all of them. It throws only on invalid input; data that do not
 * determine the model end with a {@link FitStatus} that says so.
 *
 * @param <M> the model
 * @param <D> what it is fitted to: the distinct histories and how many customers have each
 */
public final class ModelFitter<M extends ParametricModel<M>, D> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ModelFitter.class);

    /** The logarithm of how far parameters may run from the starts: a factor of 1.2 million. */
    static final double REACH = 14;

    static final int EVALUATION_LIMIT = 500;
    private static final double DEFAULT_SPREAD = 0.5;

    /** Adds up two data sets. */
    @FunctionalInterface
    interface Pool<D> extends BinaryOperator<D>, Serializable {}

    private final Family<M, D> family;
    private final Pool<D> pool;
    private final Advice<D> advice;

    @Nullable
    private final LogNormalPrior prior;

    @Nullable
    private final M start;

    private final int evaluationLimit;
    private final Parallel parallel;

    private ModelFitter(
            Family<M, D> family,
            Pool<D> pool,
            Advice<D> advice,
            @Nullable LogNormalPrior prior,
            @Nullable M start,
            int evaluationLimit,
            Parallel parallel) {
        this.family = family;
        this.pool = pool;
        this.advice = advice;
        this.prior = prior;
        this.start = start;
        this.evaluationLimit = evaluationLimit;
        this.parallel = parallel;
    }

    static <M extends ParametricModel<M>> ModelFitter<M, RepeatHistogram> ofHistories(
            Family<M, RepeatHistogram> family) {
        return of(family, RepeatHistogram::plus, new HistoryAdvice());
    }

    static <M extends ParametricModel<M>, D> ModelFitter<M, D> of(Family<M, D> family, Pool<D> pool, Advice<D> advice) {
        return new ModelFitter<>(family, pool, advice, null, null, EVALUATION_LIMIT, Parallel.NONE);
    }

    /**
     * A fitter of the BG/NBD model.
     *
     * @return the fitter, without a prior
     */
    public static ModelFitter<BgNbd, RepeatHistogram> bgNbd() {
        return ofHistories(BetaGeometricFamily.bgNbd());
    }

    /**
     * A fitter of the MBG/NBD model.
     *
     * @return the fitter, without a prior
     */
    public static ModelFitter<MbgNbd, RepeatHistogram> mbgNbd() {
        return ofHistories(BetaGeometricFamily.mbgNbd());
    }

    /**
     * A fitter of the BG/CNBD-k model.
     *
     * @param k the shape of the gaps between purchases, in [1, 100]
     * @return the fitter, without a prior
     * @throws IllegalArgumentException if k is out of range
     */
    public static ModelFitter<BgCnbd, RepeatHistogram> bgCnbd(int k) {
        return ofHistories(BetaGeometricFamily.bgCnbd(k));
    }

    /**
     * A fitter of the MBG/CNBD-k model.
     *
     * @param k the shape of the gaps between purchases, in [1, 100]
     * @return the fitter, without a prior
     * @throws IllegalArgumentException if k is out of range
     */
    public static ModelFitter<MbgCnbd, RepeatHistogram> mbgCnbd(int k) {
        return ofHistories(BetaGeometricFamily.mbgCnbd(k));
    }

    /**
     * A fitter of the Pareto/NBD model.
     *
     * @return the fitter, without a prior
     */
    public static ModelFitter<ParetoNbd, RepeatHistogram> paretoNbd() {
        return ofHistories(new ParetoFamily());
    }

    /**
     * A fitter of the NBD model.
     *
     * @return the fitter, without a prior
     */
    public static ModelFitter<Nbd, RepeatHistogram> nbd() {
        return ofHistories(new NbdFamily());
    }

    /**
     * A fitter of the BG/BB model.
     *
     * @param opportunity how far apart two opportunities are: the unit of the model
     * @return the fitter, without a prior
     */
    public static ModelFitter<BgBb, OpportunityHistogram> bgBb(PeriodUnit opportunity) {
        return of(
                new BgBbFamily(Objects.requireNonNull(opportunity, "opportunity")),
                OpportunityHistogram::plus,
                new OpportunityAdvice());
    }

    /**
     * A fitter of the Gamma-Gamma model of spend.
     *
     * @return the fitter, without a prior
     */
    public static ModelFitter<GammaGamma, SpendHistogram> gammaGamma() {
        return of(new GammaGammaFamily(), SpendHistogram::plus, new SpendAdvice());
    }

    /**
     * A copy that maximizes the likelihood times a prior: for little data, or where something is known beforehand. The fit
     * says that a prior was used; its log-likelihood is that of the data alone.
     *
     * @param newPrior the prior
     * @return the copy
     * @throws IllegalArgumentException when fitting, if it names a parameter that the model does not have
     */
    public ModelFitter<M, D> withPrior(LogNormalPrior newPrior) {
        return new ModelFitter<>(
                family, pool, advice, Objects.requireNonNull(newPrior, "newPrior"), start, evaluationLimit, parallel);
    }

    /**
     * A copy that first climbs from the parameters of a model, such as that of last month or of the whole of which the data are
     * a part, and from the starts that follow from the data only if that does not lead to a maximum. The maximum is the same
     * one, reached sooner; where there is more than one, it may be a lower one.
     *
     * @param newStart the model, in the unit of the data
     * @return the copy
     * @throws IllegalArgumentException when fitting, if the data are in another unit
     */
    public ModelFitter<M, D> withStart(M newStart) {
        return new ModelFitter<>(
                family, pool, advice, prior, Objects.requireNonNull(newStart, "newStart"), evaluationLimit, parallel);
    }

    /**
     * A copy that first climbs from the maximum of a fit to other data: to the whole of which it will be fitted to parts or to
     * resamples. If that fit found no maximum it is this fitter.
     *
     * @param fit the fit, in the unit of the data to come
     * @return the copy
     * @see #withStart
     */
    public ModelFitter<M, D> withStartFrom(Fit<M> fit) {
        Objects.requireNonNull(fit, "fit");
        return fit.status() == FitStatus.CONVERGED ? withStart(fit.model()) : this;
    }

    /**
     * A copy that stops earlier or later; the default is 500, and ten to thirty are usual.
     *
     * @param limit how often the likelihood may be computed on the way from each start, in [1, inf)
     * @return the copy
     * @throws IllegalArgumentException if the limit is not positive
     */
    public ModelFitter<M, D> withEvaluationLimit(int limit) {
        return new ModelFitter<>(
                family, pool, advice, prior, start, Math.toIntExact(Checks.positive((long) limit, "limit")), parallel);
    }

    /**
     * A copy that works on several threads; the default is one. The fit is the same to the bit for any number of them.
     *
     * @param parallelism how many threads, in [1, 1024]
     * @return the copy
     * @throws IllegalArgumentException if it is out of range
     */
    public ModelFitter<M, D> withParallelism(int parallelism) {
        return new ModelFitter<>(family, pool, advice, prior, start, evaluationLimit, new Parallel(parallelism));
    }

    /**
     * Fits the model.
     *
     * @param data the distinct histories, with weights
     * @return the model and how well it is determined
     * @throws IllegalArgumentException if there is no customer
     */
    public Fit<M> fit(D data) {
        Objects.requireNonNull(data, "data");
        return fit(data, priorFor(data), List.of());
    }

    /**
     * Fits the model to each of several cohorts, such as acquisition channels, with a spread of 0.5.
     *
     * @param cohorts the data of each cohort by its name
     * @return the fits
     * @throws IllegalArgumentException if there is no cohort, or one without a customer
     * @see #fitCohorts(Map, double)
     */
    public CohortFits<M> fitCohorts(Map<String, D> cohorts) {
        return fitCohorts(cohorts, DEFAULT_SPREAD);
    }

    /**
     * Fits the model to each of several cohorts, each leaning on the others: first to the customers of all other cohorts
     * together, then to the cohort with what was found there as its prior, whose variance is that of the estimates there plus
     * that of the spread. A cohort of a few customers stays close to the others; one of many thousands follows its own data.
     * No customer is used twice, so that standard errors are not too small.
     *
     * <p>A cohort that has nothing to lean on, because it is the only one or the others do not determine the parameters, is
     * fitted as {@link #fit(Object)} does; in the second case a warning says so. A prior of this fitter is used wherever a fit
     * does not lean on another.
     *
     * @param cohorts the data of each cohort by its name, all in the same unit
     * @param spread how much a cohort is taken to differ from the others: the standard deviation of the logarithm of each
     *     parameter, in (0, inf); at 0.5 a cohort's parameter is within a factor of 1.6 of theirs two times in three
     * @return the fits, in the order of the names
     * @throws IllegalArgumentException if there is no cohort, one has no customer, the units differ, or the spread is out of
     *     range
     */
    public CohortFits<M> fitCohorts(Map<String, D> cohorts, double spread) {
        Map<String, D> sorted = new TreeMap<>(Objects.requireNonNull(cohorts, "cohorts"));
        Checks.positive(spread, "spread");
        Checks.positive((long) sorted.size(), "cohorts.size");
        D all = pooled(sorted.values());
        Fit<M> whole = fit(all);
        sorted.forEach((name, data) -> {
            if (!family.model(whole.model().values(), data).equals(whole.model())) {
                throw new IllegalArgumentException("cohorts must be in one unit, but " + name + " is in another");
            }
        });
        Map<String, Fit<M>> fits = new TreeMap<>();
        sorted.keySet().forEach(name -> fits.put(name, leaning(name, sorted, spread)));
        return new CohortFits<>(whole, fits, spread);
    }

    private Fit<M> leaning(String name, Map<String, D> cohorts, double spread) {
        Map<String, D> others = new TreeMap<>(cohorts);
        D data = Objects.requireNonNull(others.remove(name));
        if (others.isEmpty()) {
            return fit(data);
        }
        Fit<M> around = fit(pooled(others.values()));
        Optional<Covariance> covariance = around.covariance();
        return covariance.isPresent()
                ? fit(data, PriorDensity.around(around.coordinates(), covariance.get(), spread), List.of())
                : fit(
                        data,
                        priorFor(data),
                        List.of("the other cohorts do not determine the parameters: fitted without them"));
    }

    private D pooled(Collection<D> parts) {
        return parts.stream().reduce(pool).orElseThrow();
    }

    @Nullable
    private PriorDensity priorFor(D data) {
        if (prior == null) {
            return null;
        }
        double[] ones = new double[family.symbols().size()];
        Arrays.fill(ones, 1);
        return PriorDensity.of(prior, family.model(ones, data));
    }

    private Fit<M> fit(D data, @Nullable PriorDensity density, List<String> remarks) {
        double customers = Checks.positive(family.customers(data), "customers");
        Climb climb = new Climb(family.symbols(), customers, evaluationLimit);
        family.starts(data).forEach(start -> climb.from(logs(start)));
        for (int i = 0; i < family.symbols().size(); i++) {
            climb.within(i, density != null && density.isOn(i) ? density.centre()[i] : climb.start(i), REACH);
        }
        Likelihood likelihood = family.likelihood(data, parallel);
        NewtonMaximizer.Maximum maximum = climb.maximize(
                objective(likelihood, density),
                near(data),
                () -> family.sketch(data).map(sketch -> objective(family.likelihood(sketch, Parallel.NONE), density)));
        double[] parameters = exp(maximum.point());
        double logLikelihood =
                density == null ? maximum.value() : likelihood.at(parameters, new Derivatives(parameters.length));
        M model = family.model(parameters, data);
        List<String> warnings = new ArrayList<>(advice.on(data));
        warnings.addAll(family.warnings(parameters, data));
        warnings.addAll(remarks);
        if (density != null) {
            warnings.add("a prior was used: the parameters are not those of maximum likelihood");
        }
        Outcome outcome = climb.outcome(
                maximum,
                LinearMap.identity(parameters.length),
                logLikelihood,
                family.distinctHistories(data),
                () -> advice.isSilent(data) ? Optional.empty() : family.boundary(parameters, data),
                density != null,
                warnings);
        Fit<M> fit = new Fit<>(model, outcome);
        LOG.debug("{}", fit);
        return fit;
    }

    /** Where the climb begins if a user says so. */
    private Optional<double[]> near(D data) {
        if (start == null) {
            return Optional.empty();
        }
        double[] values = start.values();
        if (!family.model(values, data).equals(start)) {
            throw new IllegalArgumentException("start must be in the unit of the data, but was " + start);
        }
        return Optional.of(logs(values));
    }

    private NewtonMaximizer.Objective objective(Likelihood likelihood, @Nullable PriorDensity density) {
        Derivatives derivatives = new Derivatives(family.symbols().size());
        return (point, gradient, hessian) -> {
            derivatives.clear();
            double value = likelihood.at(exp(point), derivatives);
            for (int i = 0; i < point.length; i++) {
                gradient[i] = derivatives.gradient[i];
                System.arraycopy(derivatives.hessian[i], 0, hessian[i], 0, point.length);
            }
            return PriorDensity.add(density, value, point, gradient, hessian);
        };
    }

    static double[] logs(double[] parameters) {
        double[] logs = new double[parameters.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.log(parameters[i]);
        }
        return logs;
    }

    static double[] exp(double[] point) {
        double[] parameters = new double[point.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = StrictMath.exp(point[i]);
        }
        return parameters;
    }

    @Override
    public String toString() {
        return "fitter of " + family.name() + (prior == null ? "" : " with a " + prior);
    }
}
