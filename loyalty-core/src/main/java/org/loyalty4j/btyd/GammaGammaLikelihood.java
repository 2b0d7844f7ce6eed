package org.loyalty4j.btyd;

import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.math.FastLog;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.summary.SpendHistogram;

/**
 * The likelihood of the Gamma-Gamma model. All gamma functions depend on x alone. Of the rows of one x, a run, five sums are
 * enough; each row costs one logarithm, for with z = m x those of 1 + z/gamma and of 1 + gamma/z differ by that of z/gamma. Summed
 * in pieces of a fixed number of rows.
 */
final class GammaGammaLikelihood implements Likelihood {
    private static final int PIECE = 4096;

    private final SpendHistogram data;
    private final Parallel parallel;
    private final int pieces;

    /** m x of each row, and its logarithm. */
    private final double[] spend;

    private final double[] logSpend;

    /** The sum of ln m: the part of the log-likelihood that does not depend on the parameters. */
    private final double logMeans;

    GammaGammaLikelihood(SpendHistogram data, Parallel parallel) {
        this.data = data;
        this.parallel = parallel;
        int rows = data.size();
        spend = new double[rows];
        logSpend = new double[rows];
        pieces = Parallel.pieces(rows, PIECE);
        double sum = 0;
        for (double part : parallel.map(pieces, this::layOut)) {
            sum += part;
        }
        logMeans = sum;
    }

    private double layOut(int piece) {
        double logs = 0;
        for (int row = piece * PIECE; row < end(piece); row++) {
            double m = data.meanSpend(row);
            int x = data.repeatPurchases(row);
            spend[row] = m * x;
            logSpend[row] = FastLog.log(spend[row]);
            logs += data.weight(row) * FastLog.log(m);
        }
        return logs;
    }

    private int end(int piece) {
        return Math.min(data.size(), (piece + 1) * PIECE);
    }

    @Override
    public double at(double[] parameters, Derivatives derivatives) {
        double total = -logMeans;
        for (Pass pass : parallel.map(pieces, piece -> new Pass(parameters, piece))) {
            total += pass.total;
            derivatives.add(1, parameters, pass.first, pass.second);
        }
        return total;
    }

    /** One pass over a piece. */
    private final class Pass {
        private final double p;
        private final double q;
        private final double gamma;
        private final double logGamma;
        private final double[] first = new double[3];
        private final double[][] second = new double[3][3];
        private double total;

        Pass(double[] parameters, int piece) {
            p = parameters[0];
            q = parameters[1];
            gamma = parameters[2];
            logGamma = StrictMath.log(gamma);
            int end = end(piece);
            int start = piece * PIECE;
            while (start < end) {
                start = addRun(start, end);
            }
            second[1][0] = second[0][1];
            second[2][0] = second[0][2];
            second[2][1] = second[1][2];
        }

        /** Adds the rows from {@code from} that have its x, and returns where they end. */
        private int addRun(int from, int to) {
            int x = data.repeatPurchases(from);
            double customers = 0;
            double logMore = 0; // ln(1 + z/gamma)
            double logLess = 0; // ln(1 + gamma/z)
            double inverses = 0; // 1/(gamma + z)
            double squares = 0;
            double shares = 0; // z/(gamma + z)
            int row = from;
            for (; row < to && data.repeatPurchases(row) == x; row++) {
                double weight = data.weight(row);
                double z = spend[row];
                double logRatio = logSpend[row] - logGamma;
                double inverse = 1 / (gamma + z);
                double log = FastLog.log1p(Math.min(z, gamma) / Math.max(z, gamma));
                customers += weight;
                logMore += weight * (log + Math.max(0, logRatio));
                logLess += weight * (log - Math.min(0, logRatio));
                inverses += weight * inverse;
                squares += weight * inverse * inverse;
                shares += weight * z * inverse;
            }
            double a = p * x;
            double few = Math.min(a, q);
            // -ln B(a, q), as one logarithm of a gamma function of the smaller and a ratio of two of the larger
            double logConstant = Gammas.logRising(Math.max(a, q), few) - Gammas.logGamma(few);
            total += customers * logConstant - q * logMore - a * logLess;
            first[0] += x * (customers * Gammas.digammaRise(a, q) - logLess);
            first[1] += customers * Gammas.digammaRise(q, a) - logMore;
            first[2] += q * shares / gamma - a * inverses;
            double both = Gammas.trigamma(a + q);
            second[0][0] -= customers * Gammas.trigammaFall(a, q) * x * x;
            second[0][1] += customers * x * both;
            second[0][2] -= x * inverses;
            second[1][1] -= customers * Gammas.trigammaFall(q, a);
            second[1][2] += shares / gamma;
            second[2][2] += (a + q) * squares - customers * q / (gamma * gamma);
            return row;
        }
    }
}
