package org.loyalty4j.btyd;

import java.util.List;

/**
 * The covariates as the climb sees them: from the mean, in units of the largest distance from it. A year of birth, or an
 * income in yen, would make the likelihood too narrow a ridge to climb.
 */
final class CovariateScaling {
    private final double[] mean;
    private final double[] unit;

    private CovariateScaling(int covariates) {
        mean = new double[covariates];
        unit = new double[covariates];
    }

    static CovariateScaling of(CovariateHistogram data) {
        CovariateScaling scaling = new CovariateScaling(data.names().size());
        for (int j = 0; j < scaling.mean.length; j++) {
            double sum = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (CovariateHistogram.Group group : data.groups()) {
                double z = group.covariates().get(j);
                sum += z * group.histories().totalWeight();
                least = Math.min(least, z);
                most = Math.max(most, z);
            }
            double mean = sum / data.histories().totalWeight();
            // Of a covariate that is the same for all the mean may be off by rounding, which must not become a
            // difference.
            scaling.mean[j] = least == most ? least : mean;
            scaling.unit[j] = least == most ? 1 : Math.max(mean - least, most - mean);
        }
        return scaling;
    }

    double[] scaled(List<Double> covariates) {
        double[] scaled = new double[mean.length];
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] = (covariates.get(j) - mean[j]) / unit[j];
        }
        return scaled;
    }

    /** The way from the coordinates of the climb to those of the model. */
    LinearMap toModel(CovariateDesign design) {
        int n = design.dimension();
        double[][] forward = new double[n][n];
        double[][] inverse = new double[n][n];
        for (int c = 0; c < n; c++) {
            forward[c][c] = 1;
            inverse[c][c] = 1;
            if (c >= design.parameters()) {
                int j = design.covariate(c);
                forward[c][c] = 1 / unit[j];
                forward[design.target(c)][c] = mean[j] / unit[j];
                inverse[c][c] = unit[j];
                inverse[design.target(c)][c] = -mean[j];
            }
        }
        return new LinearMap(forward, inverse);
    }
}
