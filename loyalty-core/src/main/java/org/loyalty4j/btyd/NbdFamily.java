package org.loyalty4j.btyd;

import java.util.List;
import java.util.Optional;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.summary.RepeatHistogram;

/** The NBD model as the fitter sees it. */
record NbdFamily() implements Family<Nbd, RepeatHistogram> {
    private static final double NO_SPREAD = 1000;
    private static final double ALL_SPREAD = 1e-4;

    @Override
    public String name() {
        return "NBD";
    }

    @Override
    public List<String> symbols() {
        return List.of("r", "alpha");
    }

    @Override
    public Nbd model(double[] parameters, RepeatHistogram data) {
        return new Nbd(parameters[0], parameters[1], data.unit());
    }

    @Override
    public List<double[]> starts(RepeatHistogram data) {
        RateMoments moments = RateMoments.of(data);
        double alpha = moments.rateOver(moments.meanObserved());
        return List.of(new double[] {moments.shape(), alpha}, new double[] {1, alpha / moments.shape()});
    }

    @Override
    public Likelihood likelihood(RepeatHistogram data, Parallel parallel) {
        return (parameters, derivatives) -> sum(parameters, data, derivatives);
    }

    private static double sum(double[] parameters, RepeatHistogram data, Derivatives derivatives) {
        double r = parameters[0];
        double alpha = parameters[1];
        double[] first = new double[2];
        double[][] second = new double[2][2];
        double sum = 0;
        int ofPurchases = -1;
        double logRising = 0;
        double digammaRise = 0;
        double trigammaFall = 0;
        for (int i = 0; i < data.size(); i++) {
            int x = data.repeatPurchases(i);
            double until = data.observedFor(i);
            if (x != ofPurchases) {
                ofPurchases = x;
                logRising = Gammas.logRising(r, x);
                digammaRise = Gammas.digammaRise(r, x);
                trigammaFall = Gammas.trigammaFall(r, x);
            }
            double end = alpha + until;
            double log = StrictMath.log1p(until / alpha);
            double share = until / (alpha * end);
            first[0] = digammaRise - log;
            first[1] = r * share - x / end;
            second[0][0] = -trigammaFall;
            second[0][1] = share;
            second[1][0] = share;
            second[1][1] = -r * share * (1 / alpha + 1 / end) + x / (end * end);
            double weight = data.weight(i);
            sum += weight * (logRising - r * log - (x == 0 ? 0 : x * StrictMath.log(end)));
            derivatives.add(weight, parameters, first, second);
        }
        return sum;
    }

    @Override
    public double customers(RepeatHistogram data) {
        return data.totalWeight();
    }

    @Override
    public int distinctHistories(RepeatHistogram data) {
        return data.size();
    }

    @Override
    public Optional<Boundary> boundary(double[] parameters, RepeatHistogram data) {
        if (parameters[0] >= NO_SPREAD) {
            return Optional.of(Boundary.NO_RATE_HETEROGENEITY);
        }
        return parameters[0] <= ALL_SPREAD ? Optional.of(Boundary.EXTREME_HETEROGENEITY) : Optional.empty();
    }
}
