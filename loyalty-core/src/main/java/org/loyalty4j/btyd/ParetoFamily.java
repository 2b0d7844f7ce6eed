package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.WeightedHistory;

/** The Pareto/NBD model as the fitter sees it. */
record ParetoFamily() implements Family<ParetoNbd, RepeatHistogram> {
    private static final double NO_SPREAD = 1000;
    private static final double ALL_SPREAD = 1e-3;
    private static final double NOBODY = 1e-4;

    /** How many ages, from 0 to the mean T, a sketch tells apart. */
    private static final int SKETCHED_AGES = 64;

    @Override
    public String name() {
        return "Pareto/NBD";
    }

    @Override
    public List<String> symbols() {
        return List.of("r", "alpha", "s", "beta");
    }

    @Override
    public ParetoNbd model(double[] parameters, RepeatHistogram data) {
        return new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3], data.unit());
    }

    /** Some dropout; much of it, early; next to none. Each with the rate that then explains the purchases. */
    @Override
    public List<double[]> starts(RepeatHistogram data) {
        RateMoments moments = RateMoments.of(data);
        double observed = moments.meanObserved();
        double last = moments.meanLast();
        return List.of(
                new double[] {moments.shape(), moments.rateOver((observed + last) / 2), 0.5, observed / 2},
                new double[] {moments.shape(), moments.rateOver(last), 1.5, last},
                new double[] {moments.shape(), moments.rateOver(observed), 0.2, 10 * observed});
    }

    @Override
    public Likelihood likelihood(RepeatHistogram data, Parallel parallel) {
        return new ParetoLikelihood(data, parallel);
    }

    @Override
    public Optional<RepeatHistogram> sketch(RepeatHistogram data) {
        return Sketches.of(data).map(ParetoFamily::coarse);
    }

    /**
     * Few ages make for small tables, which in a sketch are most of the cost. Whoever bought again keeps an age: purchases in no
     * time at all would be the likelier the higher the rate, without end.
     */
    private static RepeatHistogram coarse(RepeatHistogram data) {
        double step = RateMoments.of(data).meanObserved() / SKETCHED_AGES;
        List<WeightedHistory> rows = new ArrayList<>();
        for (WeightedHistory row : data) {
            int least = row.repeatPurchases() > 0 ? 1 : 0;
            double until = step * Math.max(least, Math.rint(row.observedFor() / step));
            double last = step * Math.rint(row.lastPurchaseAt() / step);
            rows.add(new WeightedHistory(row.repeatPurchases(), Math.min(last, until), until, row.weight()));
        }
        return RepeatHistogram.of(rows, data.unit());
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
        double s = parameters[2];
        double beta = parameters[3];
        double longest = 0;
        for (int i = 0; i < data.size(); i++) {
            longest = Math.max(longest, data.observedFor(i));
        }
        double hazard = s * StrictMath.log1p(longest / beta);
        double earlyHazard = s * StrictMath.log1p(longest / 1000 / beta);
        if (hazard < NOBODY) {
            return Optional.of(Boundary.NO_DROPOUT);
        }
        if (StrictMath.exp(-earlyHazard) < NOBODY) {
            return Optional.of(Boundary.IMMEDIATE_DROPOUT);
        }
        if (parameters[0] >= NO_SPREAD) {
            return Optional.of(Boundary.NO_RATE_HETEROGENEITY);
        }
        if (s >= NO_SPREAD) {
            return Optional.of(Boundary.NO_DROPOUT_HETEROGENEITY);
        }
        return parameters[0] <= ALL_SPREAD || s <= ALL_SPREAD
                ? Optional.of(Boundary.EXTREME_HETEROGENEITY)
                : Optional.empty();
    }
}
