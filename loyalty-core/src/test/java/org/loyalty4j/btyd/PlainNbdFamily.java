package org.loyalty4j.btyd;

import java.util.List;
import java.util.Optional;
import org.loyalty4j.summary.RepeatHistogram;

/** The NBD written down as simply as can be: what the fitter is tried on. */
final class PlainNbdFamily implements Family<Nbd, RepeatHistogram> {
    private static final long serialVersionUID = 1L;

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
        double x = 0;
        double t = 0;
        for (int i = 0; i < data.size(); i++) {
            x += data.weight(i) * data.repeatPurchases(i);
            t += data.weight(i) * data.observedFor(i);
        }
        double mean = t == 0 ? 1 : t / Math.max(x, data.totalWeight() / 1000);
        return List.of(new double[] {1, mean}, new double[] {0.1, 0.1 * mean}, new double[] {10, 10 * mean});
    }

    @Override
    public double logLikelihood(double[] parameters, RepeatHistogram data, Derivatives derivatives) {
        double r = parameters[0];
        double alpha = parameters[1];
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            int x = data.repeatPurchases(i);
            double t = data.observedFor(i);
            double ratio = 0;
            double first = 0;
            double second = 0;
            for (int j = 0; j < x; j++) {
                ratio += StrictMath.log(r + j);
                first += 1 / (r + j);
                second -= 1 / ((r + j) * (r + j));
            }
            double l = StrictMath.log1p(t / alpha);
            sum += data.weight(i) * (ratio - r * l - x * StrictMath.log(alpha + t));
            double both = t / alpha / (alpha + t);
            derivatives.add(
                    data.weight(i),
                    parameters,
                    new double[] {first - l, r / alpha - (r + x) / (alpha + t)},
                    new double[][] {{second, both}, {both, -r / (alpha * alpha) + (r + x) / ((alpha + t) * (alpha + t))}
                    });
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
        return parameters[0] > 1e3 ? Optional.of(Boundary.NO_RATE_HETEROGENEITY) : Optional.empty();
    }
}
