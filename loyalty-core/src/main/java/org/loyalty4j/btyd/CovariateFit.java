package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.List;

/**
 * A model with covariates estimated from data, beside the same model without them. The symbols of the coefficients are those
 * of {@link CovariateFitter}: {@code purchase.age}, {@code dropout.age}.
 *
 * @param <M> the base model
 */
public final class CovariateFit<M extends DropoutModel<M>> extends AbstractFit<CovariateModel<M>> {
    private static final long serialVersionUID = 1L;

    private final CovariateModel<M> model;
    private final Fit<M> withoutCovariates;
    private final CovariateDesign design;

    CovariateFit(CovariateModel<M> model, Fit<M> withoutCovariates, CovariateDesign design, Outcome outcome) {
        super(outcome);
        this.model = model;
        this.withoutCovariates = withoutCovariates;
        this.design = design;
    }

    @Override
    public CovariateModel<M> model() {
        return model;
    }

    /**
     * The same model fitted to the same customers as if the covariates were not known.
     *
     * @return the fit
     */
    public Fit<M> withoutCovariates() {
        return withoutCovariates;
    }

    /**
     * Tests whether the covariates say anything: against {@link #withoutCovariates()}.
     *
     * @return the likelihood-ratio test with as many degrees of freedom as there are coefficients
     */
    public LikelihoodRatio likelihoodRatio() {
        return LikelihoodRatio.of(withoutCovariates, this);
    }

    @Override
    List<String> symbols() {
        return design.symbols(model.base());
    }

    @Override
    double[] coordinates() {
        List<Double> coordinates = new ArrayList<>();
        for (double log : ModelFitter.logs(model.base().values())) {
            coordinates.add(log);
        }
        design.purchase()
                .forEach(j -> coordinates.add(model.purchaseCoefficients().get(j)));
        design.dropout()
                .forEach(j -> coordinates.add(model.dropoutCoefficients().get(j)));
        return coordinates.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    CovariateModel<M> at(double[] coordinates) {
        return design.model(model.base(), coordinates);
    }

    @Override
    boolean isLogarithm(int coordinate) {
        return coordinate < design.parameters();
    }

    @Override
    String heading() {
        return model.base().name() + " with covariates (" + model.base().unit() + ")";
    }
}
