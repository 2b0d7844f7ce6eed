package org.loyalty4j.btyd;

import java.util.List;

/**
 * A model estimated from data.
 *
 * @param <M> the model
 */
public final class Fit<M extends ParametricModel<M>> extends AbstractFit<M> {
    private static final long serialVersionUID = 1L;

    private final M model;

    Fit(M model, Outcome outcome) {
        super(outcome);
        this.model = model;
    }

    @Override
    public M model() {
        return model;
    }

    @Override
    List<String> symbols() {
        return model.symbols();
    }

    @Override
    double[] coordinates() {
        return ModelFitter.logs(model.values());
    }

    @Override
    M at(double[] coordinates) {
        return model.withValues(ModelFitter.exp(coordinates));
    }

    @Override
    boolean isLogarithm(int coordinate) {
        return true;
    }

    @Override
    String heading() {
        return model instanceof PurchaseModel<?> m ? m.name() + " (" + m.unit() + ")" : model.name();
    }
}
