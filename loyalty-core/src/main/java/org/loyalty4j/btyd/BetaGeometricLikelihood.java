package org.loyalty4j.btyd;

import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.math.FastLog;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.summary.RepeatHistogram;

/**
 * The likelihood of the beta-geometric models. That of a history is that of being alive times 1 + R, where R is the odds of being
 * lost. The first is a function of x plus one of T plus one of T times x, so that sums by x and by T are enough for it. The
 * second is summed over the rows, in pieces of a fixed number of them: {@link BetaGeometricPass}.
 */
final class BetaGeometricLikelihood implements Likelihood {
    private static final int PIECE = 4096;

    private final int k;
    private final boolean modified;
    private final HistoryLayout layout;
    private final Parallel parallel;

    /** Of each distinct T: ln(1 + T/alpha), 1/(alpha + T) and 1/alpha - 1/(alpha + T). */
    private final double[] logGrowth;

    private final double[] inverse;
    private final double[] inverseFall;

    BetaGeometricLikelihood(int k, boolean modified, RepeatHistogram data, Parallel parallel) {
        this.k = k;
        this.modified = modified;
        this.layout = new HistoryLayout(data);
        this.parallel = parallel;
        logGrowth = new double[layout.observed.length];
        inverse = new double[layout.observed.length];
        inverseFall = new double[layout.observed.length];
    }

    /** The parameters of an evaluation, and what depends on them and T. */
    record Point(
            int k,
            boolean modified,
            double r,
            double alpha,
            double a,
            double b,
            double[] logGrowth,
            double[] inverse,
            double[] inverseFall,
            double highestLogGrowth) {

        /** How often a customer who is alive has survived a coin. */
        double coins(int x) {
            return modified ? x + 1.0 : x;
        }
    }

    @Override
    public double at(double[] parameters, Derivatives derivatives) {
        Point point = tabulate(parameters);
        int rows = layout.data.size();
        Sums sums = new Sums();
        addAlive(point, sums);
        parallel.map(Parallel.pieces(rows, PIECE), piece -> {
                    Sums part = new Sums();
                    int from = piece * PIECE;
                    new BetaGeometricPass(layout, point, part).add(from, Math.min(rows, from + PIECE));
                    return part;
                })
                .forEach(sums::add);
        return sums.addTo(derivatives, parameters);
    }

    private Point tabulate(double[] parameters) {
        double alpha = parameters[1];
        double[] observed = layout.observed;
        parallel.forEachPiece(observed.length, PIECE, (from, to) -> {
            for (int i = from; i < to; i++) {
                logGrowth[i] = FastLog.log1p(observed[i] / alpha);
                inverse[i] = 1 / (alpha + observed[i]);
                inverseFall[i] = observed[i] / alpha * inverse[i];
            }
        });
        double highest = 0;
        for (double growth : logGrowth) {
            highest = Math.max(highest, growth);
        }
        return new Point(
                k,
                modified,
                parameters[0],
                alpha,
                parameters[2],
                parameters[3],
                logGrowth,
                inverse,
                inverseFall,
                highest);
    }

    /**
     * The likelihood of x purchases and of all coins after them survived. The mean of ln(alpha + T) over the purchases goes to
     * the sum by x, where it takes most of the gamma functions away before they are summed.
     */
    private void addAlive(Point point, Sums sums) {
        double r = point.r;
        double alpha = point.alpha;
        double a = point.a;
        double b = point.b;
        double logEnd = StrictMath.log(alpha) + meanLogGrowth();
        double logGap = Gammas.logRising(1, k - 1.0);
        for (int i = 0; i < layout.purchases.length; i++) {
            int x = layout.purchases[i];
            double weight = layout.customersOfPurchases[i];
            double phases = (double) k * x;
            double coins = point.coins(x);
            double logPurchases = Gammas.logRising(r, phases) - phases * logEnd - x * logGap;
            sums.total += weight * (logPurchases + Gammas.logBetaRatio(a, b, coins));
            sums.r += weight * Gammas.digammaRise(r, phases);
            sums.rr -= weight * Gammas.trigammaFall(r, phases);
            double both = Gammas.digammaRise(a + b, coins);
            double bothFall = Gammas.trigammaFall(a + b, coins);
            sums.a -= weight * both;
            sums.b += weight * (Gammas.digammaRise(b, coins) - both);
            sums.aa += weight * bothFall;
            sums.ab += weight * bothFall;
            sums.bb += weight * (bothFall - Gammas.trigammaFall(b, coins));
        }
        for (int i = 0; i < logGrowth.length; i++) {
            double weight = layout.customersObserved[i];
            double phases = k * layout.purchasesObserved[i];
            double end = inverse[i];
            sums.total -= weight * r * logGrowth[i];
            sums.r -= weight * logGrowth[i];
            sums.alpha += weight * r * inverseFall[i] - phases * end;
            sums.rAlpha += weight * inverseFall[i];
            sums.alphaAlpha -= weight * r * inverseFall[i] * (1 / alpha + end) - phases * end * end;
        }
    }

    private double meanLogGrowth() {
        double sum = 0;
        double purchases = 0;
        for (int i = 0; i < logGrowth.length; i++) {
            sum += layout.purchasesObserved[i] * logGrowth[i];
            purchases += layout.purchasesObserved[i];
        }
        return purchases == 0 ? 0 : sum / purchases;
    }

    /** A log-likelihood and its derivatives by the parameters themselves, being summed. */
    static final class Sums {
        double total;
        double r;
        double alpha;
        double a;
        double b;
        double rr;
        double rAlpha;
        double ra;
        double rb;
        double alphaAlpha;
        double alphaA;
        double alphaB;
        double aa;
        double ab;
        double bb;

        void add(Sums part) {
            total += part.total;
            r += part.r;
            alpha += part.alpha;
            a += part.a;
            b += part.b;
            rr += part.rr;
            rAlpha += part.rAlpha;
            ra += part.ra;
            rb += part.rb;
            alphaAlpha += part.alphaAlpha;
            alphaA += part.alphaA;
            alphaB += part.alphaB;
            aa += part.aa;
            ab += part.ab;
            bb += part.bb;
        }

        double addTo(Derivatives derivatives, double[] parameters) {
            double[] first = {r, alpha, a, b};
            double[][] second = {
                {rr, rAlpha, ra, rb}, {rAlpha, alphaAlpha, alphaA, alphaB}, {ra, alphaA, aa, ab}, {rb, alphaB, ab, bb}
            };
            derivatives.add(1, parameters, first, second);
            return total;
        }
    }
}
