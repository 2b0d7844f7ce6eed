package org.loyalty4j.btyd;

import java.util.List;
import java.util.Optional;
import org.loyalty4j.internal.Parallel;
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
        return new NbdLikelihood(data);
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
