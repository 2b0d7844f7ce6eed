package org.loyalty4j.btyd;

import java.util.List;
import java.util.Optional;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.math.FastLog;
import org.loyalty4j.summary.SpendHistogram;

/** The estimation of {@link GammaGamma}. */
record GammaGammaFamily() implements Family<GammaGamma, SpendHistogram> {
    /** A shape beyond which a gamma distribution is a point. */
    private static final double POINT = 1e4;

    private static final double[][] SHAPES = {{6, 4}, {1.5, 2}, {1, 10}, {40, 3}};

    @Override
    public String name() {
        return "Gamma-Gamma";
    }

    @Override
    public List<String> symbols() {
        return List.of("p", "q", "gamma");
    }

    @Override
    public GammaGamma model(double[] parameters, SpendHistogram data) {
        return new GammaGamma(parameters[0], parameters[1], parameters[2]);
    }

    /** Four pairs of shapes, with gamma such that customers spend p / nu, at nu = q / gamma, as they do on (geometric) average. */
    @Override
    public List<double[]> starts(SpendHistogram data) {
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            sum += data.weight(i) * FastLog.log(data.meanSpend(i));
        }
        double typical = StrictMath.exp(sum / data.totalWeight());
        return List.of(
                start(SHAPES[0], typical),
                start(SHAPES[1], typical),
                start(SHAPES[2], typical),
                start(SHAPES[3], typical));
    }

    private static double[] start(double[] shapes, double typical) {
        return new double[] {shapes[0], shapes[1], typical * shapes[1] / shapes[0]};
    }

    @Override
    public Likelihood likelihood(SpendHistogram data, Parallel parallel) {
        return new GammaGammaLikelihood(data, parallel);
    }

    @Override
    public Optional<SpendHistogram> sketch(SpendHistogram data) {
        return Sketches.of(data);
    }

    @Override
    public double customers(SpendHistogram data) {
        return data.totalWeight();
    }

    @Override
    public int distinctHistories(SpendHistogram data) {
        return data.size();
    }

    @Override
    public Optional<Boundary> boundary(double[] parameters, SpendHistogram data) {
        if (parameters[0] > POINT) {
            return Optional.of(Boundary.NO_SPEND_VARIATION);
        }
        return parameters[1] > POINT ? Optional.of(Boundary.NO_SPEND_HETEROGENEITY) : Optional.empty();
    }

    @Override
    public List<String> warnings(double[] parameters, SpendHistogram data) {
        return parameters[1] > 1
                ? List.of()
                : List.of(
                        "q is at or below 1, so the mean spend over the customers is undefined; use its median, and the "
                                + "expected spend only of customers with purchases enough that p x + q is above 1");
    }
}
