package org.loyalty4j.btyd;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A prior on log-parameters in the unit of the data: what it adds to a log-likelihood, up to a constant. */
record PriorDensity(double[] centre, double[] precision) {

    /** The prior of independent normal logarithms around a model's, all with the same standard deviation. */
    static PriorDensity around(double[] values, double sdLog) {
        double[] centre = new double[values.length];
        double[] precision = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centre[i] = StrictMath.log(values[i]);
            precision[i] = 1 / (sdLog * sdLog);
        }
        return new PriorDensity(centre, precision);
    }

    /** A user's prior; {@code like} is a model in the unit of the data. */
    static PriorDensity of(LogNormalPrior prior, ParametricModel<?> like) {
        List<String> symbols = like.symbols();
        double[] factors = new double[symbols.size()];
        Arrays.fill(factors, 1);
        if (like instanceof PurchaseModel<?> m) {
            // What 1 in the unit of the data is in that of the prior: 1 but for times.
            factors = m.withValues(factors).in(prior.unit()).values();
        }
        double[] centre = new double[symbols.size()];
        double[] precision = new double[symbols.size()];
        for (Map.Entry<String, LogNormalPrior.Term> entry : prior.terms().entrySet()) {
            int i = symbols.indexOf(entry.getKey());
            if (i < 0) {
                throw new IllegalArgumentException(
                        "prior must name parameters in " + symbols + ", but was on " + entry.getKey());
            }
            double sd = entry.getValue().sdLog();
            centre[i] = StrictMath.log(entry.getValue().median() / factors[i]);
            precision[i] = 1 / (sd * sd);
        }
        return new PriorDensity(centre, precision);
    }

    /** Adds the prior to a log-likelihood and its derivatives. */
    static double add(
            @Nullable PriorDensity prior, double value, double[] point, double[] gradient, double[][] hessian) {
        if (prior == null) {
            return value;
        }
        double sum = value;
        for (int i = 0; i < point.length; i++) {
            double away = point[i] - prior.centre[i];
            sum -= prior.precision[i] * away * away / 2;
            gradient[i] -= prior.precision[i] * away;
            hessian[i][i] -= prior.precision[i];
        }
        return sum;
    }

    boolean isOn(int parameter) {
        return precision[parameter] > 0;
    }
}
