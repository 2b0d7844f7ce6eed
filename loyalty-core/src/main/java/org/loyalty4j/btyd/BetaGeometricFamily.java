package org.loyalty4j.btyd;

import java.util.List;
import java.util.Optional;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.RepeatHistogram;

/**
 * Fits the beta-geometric models, k given.
 *
 * @param template a model of the kind, of which the parameters do not matter
 */
record BetaGeometricFamily<M extends DropoutModel<M>>(M template, int k, boolean modified)
        implements Family<M, RepeatHistogram> {
    private static final long serialVersionUID = 1L;

    /** Below this mean dropout probability nobody seems to drop out; this near to 1, everybody. */
    private static final double NOBODY = 1e-4;

    /** A gamma of this shape has a standard deviation of 1 % of its mean, a beta of about this a + b as well. */
    private static final double ALL_THE_SAME = 1e4;

    private static final double EXTREMES = 1e-4;

    static BetaGeometricFamily<BgNbd> bgNbd() {
        return new BetaGeometricFamily<>(new BgNbd(1, 1, 1, 1, PeriodUnit.WEEK), 1, false);
    }

    static BetaGeometricFamily<MbgNbd> mbgNbd() {
        return new BetaGeometricFamily<>(new MbgNbd(1, 1, 1, 1, PeriodUnit.WEEK), 1, true);
    }

    static BetaGeometricFamily<BgCnbd> bgCnbd(int k) {
        return new BetaGeometricFamily<>(new BgCnbd(k, 1, 1, 1, 1, PeriodUnit.WEEK), k, false);
    }

    static BetaGeometricFamily<MbgCnbd> mbgCnbd(int k) {
        return new BetaGeometricFamily<>(new MbgCnbd(k, 1, 1, 1, 1, PeriodUnit.WEEK), k, true);
    }

    @Override
    public String name() {
        return template.name();
    }

    @Override
    public List<String> symbols() {
        return template.symbols();
    }

    @Override
    public M model(double[] parameters, RepeatHistogram data) {
        return template.in(data.unit()).withValues(parameters);
    }

    @Override
    public double customers(RepeatHistogram data) {
        return data.totalWeight();
    }

    @Override
    public int distinctHistories(RepeatHistogram data) {
        return data.size();
    }

    /**
     * Rates by the moments of the number of purchases, once as they are and once as of customers who bought for only a part of
     * the time; dropout by counting those who are silent for three times the gap usual for them.
     */
    @Override
    public List<double[]> starts(RepeatHistogram data) {
        double customers = data.totalWeight();
        double purchases = 0;
        double squares = 0;
        double observed = 0;
        double active = 0;
        double silent = 0;
        for (int i = 0; i < data.size(); i++) {
            double weight = data.weight(i);
            double x = data.repeatPurchases(i);
            double tx = data.lastPurchaseAt(i);
            double until = data.observedFor(i);
            purchases += weight * x;
            squares += weight * x * x;
            observed += weight * until;
            active += weight * tx;
            silent += x > 0 && until - tx > 3 * tx / x ? weight : 0;
        }
        double mean = purchases / customers;
        double variance = squares / customers - mean * mean;
        double meanTime = observed > 0 ? observed / customers : 1;
        double r = variance > mean ? Math.min(10, Math.max(0.05, mean * mean / (variance - mean))) : 10;
        double perTime = k * Math.max(mean, 0.1 / (1 + customers)) / meanTime;
        double whileActive = active > 0 && purchases > 0 ? Math.max(perTime, k * purchases / active) : perTime;
        double dropout = Math.min(0.9, Math.max(0.01, silent / (1 + purchases)));
        return List.of(
                new double[] {r, r / perTime, 3 * dropout, 3 * (1 - dropout)},
                new double[] {2 * r, 2 * r / whileActive, dropout, 1 - dropout},
                new double[] {1, 1 / perTime, 1, 9},
                new double[] {0.5 * r, 0.5 * r / perTime, 30 * dropout, 30 * (1 - dropout)});
    }

    @Override
    public Optional<Boundary> boundary(double[] parameters, RepeatHistogram data) {
        double r = parameters[0];
        double a = parameters[2];
        double b = parameters[3];
        if (a / (a + b) < NOBODY) {
            return Optional.of(Boundary.NO_DROPOUT);
        }
        if (b / (a + b) < NOBODY) {
            return Optional.of(Boundary.IMMEDIATE_DROPOUT);
        }
        if (r > ALL_THE_SAME) {
            return Optional.of(Boundary.NO_RATE_HETEROGENEITY);
        }
        if (a + b > ALL_THE_SAME) {
            return Optional.of(Boundary.NO_DROPOUT_HETEROGENEITY);
        }
        return r < EXTREMES || a + b < EXTREMES ? Optional.of(Boundary.EXTREME_HETEROGENEITY) : Optional.empty();
    }

    @Override
    public List<String> warnings(double[] parameters, RepeatHistogram data) {
        return k == 1
                ? List.of()
                : List.of(
                        "the log-likelihood lacks the gaps between purchases: log-likelihood, AIC and BIC cannot be compared"
                                + " with those of a model of other than " + k + " phases");
    }

    @Override
    public Likelihood likelihood(RepeatHistogram data, Parallel parallel) {
        return new BetaGeometricLikelihood(k, modified, data, parallel);
    }

    @Override
    public Optional<RepeatHistogram> sketch(RepeatHistogram data) {
        return Sketches.of(data);
    }
}
