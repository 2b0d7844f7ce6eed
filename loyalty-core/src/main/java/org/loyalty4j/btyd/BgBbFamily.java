package org.loyalty4j.btyd;

import java.util.List;
import java.util.Optional;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.OpportunityHistogram;

/** The estimation of {@link BgBb}. */
record BgBbFamily(PeriodUnit unit) implements Family<BgBb, OpportunityHistogram> {
    /** A sum of two parameters of a beta distribution beyond which it is a point, or two points. */
    private static final double POINT = 1e4;

    private static final double EXTREMES = 1e-3;

    /** A mean probability nearer than this to 0 or 1 is taken for it. */
    private static final double NONE = 1e-4;

    @Override
    public String name() {
        return "BG/BB";
    }

    @Override
    public List<String> symbols() {
        return List.of("alpha", "beta", "gamma", "delta");
    }

    @Override
    public BgBb model(double[] parameters, OpportunityHistogram data) {
        return new BgBb(parameters[0], parameters[1], parameters[2], parameters[3], unit);
    }

    @Override
    public List<double[]> starts(OpportunityHistogram data) {
        double used = 0;
        double upToLast = 0;
        double silent = 0;
        for (int i = 0; i < data.size(); i++) {
            used += data.weight(i) * data.transactions(i);
            upToLast += data.weight(i) * data.lastTransactionAt(i);
            silent += data.lastTransactionAt(i) < data.opportunities(i) ? data.weight(i) : 0;
        }
        double buys = (used + 1) / (upToLast + 2); // never 0 or 1
        double drops = (silent + 1) / (silent + upToLast + data.totalWeight() + 2);
        return List.of(
                start(buys, 2, drops, 4),
                start(buys, 1, drops, 1),
                start(buys, 8, drops, 20),
                start(buys, 2, 0.5, 0.5));
    }

    private static double[] start(double buys, double buysSpread, double drops, double dropsSpread) {
        return new double[] {buys * buysSpread, (1 - buys) * buysSpread, drops * dropsSpread, (1 - drops) * dropsSpread
        };
    }

    @Override
    public Likelihood likelihood(OpportunityHistogram data, Parallel parallel) {
        return (parameters, derivatives) -> sum(parameters, data, derivatives);
    }

    private static double sum(double[] parameters, OpportunityHistogram data, Derivatives derivatives) {
        OpportunityKernel kernel = new OpportunityKernel(parameters[0], parameters[1], parameters[2], parameters[3]);
        OpportunityDerivatives history = new OpportunityDerivatives(kernel);
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            int x = data.transactions(i);
            int tx = data.lastTransactionAt(i);
            int n = data.opportunities(i);
            sum += data.weight(i) * kernel.logLikelihood(x, tx, n);
            history.at(x, tx, n);
            derivatives.add(data.weight(i), parameters, history.first, history.second);
        }
        return sum;
    }

    @Override
    public double customers(OpportunityHistogram data) {
        return data.totalWeight();
    }

    @Override
    public int distinctHistories(OpportunityHistogram data) {
        return data.size();
    }

    @Override
    public Optional<Boundary> boundary(double[] parameters, OpportunityHistogram data) {
        double buys = parameters[0] + parameters[1];
        double drops = parameters[2] + parameters[3];
        double meanDropout = parameters[2] / drops;
        if (meanDropout < NONE) {
            return Optional.of(Boundary.NO_DROPOUT);
        }
        if (meanDropout > 1 - NONE) {
            return Optional.of(Boundary.IMMEDIATE_DROPOUT);
        }
        if (buys < EXTREMES || drops < EXTREMES) {
            return Optional.of(Boundary.EXTREME_HETEROGENEITY);
        }
        if (drops > POINT) {
            return Optional.of(Boundary.NO_DROPOUT_HETEROGENEITY);
        }
        double meanUse = parameters[0] / buys;
        return buys > POINT || meanUse < NONE || meanUse > 1 - NONE
                ? Optional.of(Boundary.NO_RATE_HETEROGENEITY)
                : Optional.empty();
    }
}
