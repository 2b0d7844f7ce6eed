package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.FastLog;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.summary.RepeatHistogram;

/** The likelihood of the NBD model: a function of x plus one of T plus one of T times x, so that sums by x and by T are enough. */
final class NbdLikelihood implements Likelihood {
    private final HistoryLayout layout;
    private final double[] logGrowth;

    NbdLikelihood(RepeatHistogram data) {
        layout = new HistoryLayout(data);
        logGrowth = new double[layout.observed.length];
    }

    @Override
    public double at(double[] parameters, Derivatives derivatives) {
        double r = parameters[0];
        double alpha = parameters[1];
        double[] first = new double[2];
        double[][] second = new double[2][2];
        double sum = 0;
        double growths = 0;
        double purchases = 0;
        for (int i = 0; i < logGrowth.length; i++) {
            double until = layout.observed[i];
            double weight = layout.customersObserved[i];
            double x = layout.purchasesObserved[i];
            logGrowth[i] = FastLog.log1p(until / alpha);
            double end = alpha + until;
            double share = until / (alpha * end);
            sum -= weight * r * logGrowth[i];
            first[0] -= weight * logGrowth[i];
            first[1] += weight * r * share - x / end;
            second[0][1] += weight * share;
            second[1][1] -= weight * r * share * (1 / alpha + 1 / end) - x / (end * end);
            growths += x * logGrowth[i];
            purchases += x;
        }
        second[1][0] = second[0][1];
        // The mean of ln(alpha + T) over the purchases: it takes most of the gamma functions away before they are
        // summed.
        double logEnd = StrictMath.log(alpha) + (purchases == 0 ? 0 : growths / purchases);
        for (int i = 0; i < layout.purchases.length; i++) {
            int x = layout.purchases[i];
            double weight = layout.customersOfPurchases[i];
            sum += weight * (Gammas.logRising(r, x) - x * logEnd);
            first[0] += weight * Gammas.digammaRise(r, x);
            second[0][0] -= weight * Gammas.trigammaFall(r, x);
        }
        derivatives.add(1, parameters, first, second);
        return sum;
    }
}
