package org.loyalty4j.btyd;

import java.util.List;
import java.util.Optional;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.math.Gammas;
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
            sum += data.weight(i) * StrictMath.log(data.meanSpend(i));
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
        return (parameters, derivatives) -> sum(parameters, data, derivatives);
    }

    private static double sum(double[] parameters, SpendHistogram data, Derivatives derivatives) {
        double p = parameters[0];
        double q = parameters[1];
        double gamma = parameters[2];
        GammaGammaKernel kernel = new GammaGammaKernel(p, q, gamma);
        double[] first = new double[3];
        double[][] second = new double[3][3];
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            int x = data.repeatPurchases(i);
            double m = data.meanSpend(i);
            sum += data.weight(i) * kernel.logLikelihood(x, m);
            double a = kernel.shape(x) - q;
            double rate = kernel.rate(x, m);
            first[0] = x * (Gammas.digammaRise(a, q) - StrictMath.log1p(gamma / (m * x)));
            first[1] = Gammas.digammaRise(q, a) - StrictMath.log1p(m * x / gamma);
            first[2] = (q * (m * x) / gamma - a) / rate;
            double both = Gammas.trigamma(a + q);
            second[0][0] = -Gammas.trigammaFall(a, q) * x * x;
            second[0][1] = x * both;
            second[0][2] = -x / rate;
            second[1][1] = -Gammas.trigammaFall(q, a);
            second[1][2] = m * x / (gamma * rate);
            second[2][2] = ((a + q) / rate / rate) - q / (gamma * gamma);
            second[1][0] = second[0][1];
            second[2][0] = second[0][2];
            second[2][1] = second[1][2];
            derivatives.add(data.weight(i), parameters, first, second);
        }
        return sum;
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
