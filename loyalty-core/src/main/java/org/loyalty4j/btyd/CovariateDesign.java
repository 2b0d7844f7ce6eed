package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which covariate acts on what, and where its coefficient stands among the coordinates: first the logarithms of the base
 * model's parameters, then the coefficients of the purchases, then those of dropout.
 */
record CovariateDesign(int parameters, List<String> names, List<Integer> purchase, List<Integer> dropout)
        implements Serializable {

    CovariateDesign {
        names = List.copyOf(names);
        purchase = List.copyOf(purchase);
        dropout = List.copyOf(dropout);
    }

    int dimension() {
        return parameters + purchase.size() + dropout.size();
    }

    /** The covariate of a coefficient. */
    int covariate(int coordinate) {
        int i = coordinate - parameters;
        return i < purchase.size() ? purchase.get(i) : dropout.get(i - purchase.size());
    }

    /** The parameter of the base model that a coordinate acts on. */
    int target(int coordinate) {
        return coordinate < parameters
                ? coordinate
                : coordinate < parameters + purchase.size()
                        ? CovariateModel.PURCHASE_SCALE
                        : CovariateModel.DROPOUT_SCALE;
    }

    /** The derivative of the logarithm of its target with respect to a coordinate. */
    double slope(int coordinate, double[] covariates) {
        return coordinate < parameters ? 1 : -covariates[covariate(coordinate)];
    }

    List<String> symbols(ParametricModel<?> base) {
        List<String> symbols = new ArrayList<>(base.symbols());
        purchase.forEach(j -> symbols.add("purchase." + names.get(j)));
        dropout.forEach(j -> symbols.add("dropout." + names.get(j)));
        return symbols;
    }

    <M extends DropoutModel<M>> CovariateModel<M> model(M like, double[] coordinates) {
        List<Double> purchases = new ArrayList<>(Collections.nCopies(names.size(), 0.0));
        List<Double> dropouts = new ArrayList<>(Collections.nCopies(names.size(), 0.0));
        for (int c = parameters; c < coordinates.length; c++) {
            (c < parameters + purchase.size() ? purchases : dropouts).set(covariate(c), coordinates[c]);
        }
        M base = like.withValues(ModelFitter.exp(Arrays.copyOf(coordinates, parameters)));
        return new CovariateModel<>(base, names, purchases, dropouts);
    }
}
