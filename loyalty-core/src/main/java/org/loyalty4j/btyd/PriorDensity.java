package org.loyalty4j.btyd;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.math.SymmetricEigen;

/**
 * A normal prior on log-parameters in the unit of the data: what it adds to a log-likelihood, up to a constant.
 *
 * @param precision the inverse of its covariance; zeros for a parameter that it says nothing of
 */
record PriorDensity(double[] centre, double[][] precision) {

    /** What estimates say of parameters that differ from them by independent amounts of the same standard deviation. */
    static PriorDensity around(double[] centre, Covariance covariance, double sdLog) {
        double[][] sum = covariance.toArray();
        for (int i = 0; i < sum.length; i++) {
            sum[i][i] += sdLog * sdLog;
        }
        return new PriorDensity(centre, new SymmetricEigen(sum).inverse());
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
        double[][] precision = new double[symbols.size()][symbols.size()];
        for (Map.Entry<String, LogNormalPrior.Term> entry : prior.terms().entrySet()) {
            int i = symbols.indexOf(entry.getKey());
            if (i < 0) {
                throw new IllegalArgumentException(
                        "prior must name parameters in " + symbols + ", but was on " + entry.getKey());
            }
            double sd = entry.getValue().sdLog();
            centre[i] = StrictMath.log(entry.getValue().median() / factors[i]);
            precision[i][i] = 1 / (sd * sd);
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
            for (int j = 0; j < point.length; j++) {
                double slope = prior.precision[i][j] * (point[j] - prior.centre[j]);
                sum -= away * slope / 2;
                gradient[i] -= slope;
                hessian[i][j] -= prior.precision[i][j];
            }
        }
        return sum;
    }

    boolean isOn(int parameter) {
        return precision[parameter][parameter] > 0;
    }
}
