package org.loyalty4j.btyd;

import java.util.Arrays;
import org.loyalty4j.internal.math.Gammas;

/**
 * The log-likelihood of one history under the Pareto/NBD model, with its partial derivatives with respect to (r, alpha, s,
 * beta). In the terms of {@link ParetoKernel},
 *
 * <pre>{@code
 *   ln L = base + ln(N + D),  N = P(neither),  D = P(dropout first) = integral of exp(f)
 *   d ln D = E[df],  d2 ln D = E[d2f] + Cov(df, df)
 * }</pre>
 *
 * <p>means and covariances being over the time of dropout, under exp(f): they come with the integral. All of df and d2f is linear
 * or quadratic in four functions of that time. With p = N / (N + D), d ln(N + D) is the mean, weighted by p and 1 - p, of the
 * derivatives of the two logarithms, d2 that of their second derivatives plus p (1 - p) times the square of their difference.
 *
 * <p>Reused over the histories of an evaluation, so that none of them makes garbage; for one thread.
 */
final class ParetoTerm {
    private static final int DIMENSION = 4;

    /** Partial derivatives of the last history. */
    final double[] first = new double[DIMENSION];

    /** Second partial derivatives of the last history. */
    final double[][] second = new double[DIMENSION][DIMENSION];

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;

    private final LomaxRace race = new LomaxRace();
    private final double[] neither = new double[DIMENSION];
    private final double[] dropout = new double[DIMENSION];
    private final double[] factor = new double[DIMENSION];
    private final double[] mean = new double[DIMENSION];
    private final double[][] product = new double[DIMENSION][DIMENSION];

    private int purchases = -1;
    private double logRising;
    private double digammaRise;
    private double trigammaFall;

    ParetoTerm(double[] parameters) {
        r = parameters[0];
        alpha = parameters[1];
        s = parameters[2];
        beta = parameters[3];
    }

    /** ln L of x purchases, the last at {@code tx}, until {@code until}; sets the derivatives. */
    double of(int x, double tx, double until) {
        double base = base(x, tx);
        double silence = until == tx ? 0 : silence(r + x, alpha + tx, beta + tx, until - tx);
        for (int i = 1; i < DIMENSION; i++) {
            for (int j = 0; j < i; j++) {
                second[i][j] = second[j][i];
            }
        }
        return base + silence;
    }

    /** ln of Gamma(r + x) / Gamma(r) alpha^r / (alpha + t_x)^(r + x) (beta / (beta + t_x))^s. */
    private double base(int x, double tx) {
        if (x != purchases) {
            purchases = x;
            logRising = Gammas.logRising(r, x);
            digammaRise = Gammas.digammaRise(r, x);
            trigammaFall = Gammas.trigammaFall(r, x);
        }
        double rate = alpha + tx;
        double scale = beta + tx;
        double logRate = StrictMath.log1p(tx / alpha);
        double logScale = StrictMath.log1p(tx / beta);
        double ofRate = tx / (alpha * rate); // 1/alpha - 1/rate
        double ofScale = tx / (beta * scale);
        first[0] = digammaRise - logRate;
        first[1] = r * ofRate - x / rate;
        first[2] = -logScale;
        first[3] = s * ofScale;
        for (double[] row : second) {
            Arrays.fill(row, 0);
        }
        second[0][0] = -trigammaFall;
        second[0][1] = ofRate;
        second[1][1] = x / (rate * rate) - r * ofRate * (1 / alpha + 1 / rate);
        second[2][3] = ofScale;
        second[3][3] = -s * ofScale * (1 / beta + 1 / scale);
        return logRising - r * logRate - (x == 0 ? 0 : x * StrictMath.log(rate)) - s * logScale;
    }

    /** ln(N + D): nothing was heard for {@code delta} after the last purchase. */
    private double silence(double shape, double rate, double scale, double delta) {
        race.between(s, scale, shape, rate);
        double logDropout = race.log(delta);
        double logNeither = race.logNeither(delta);
        double p = 1 / (1 + StrictMath.exp(logDropout - logNeither));
        double q = 1 / (1 + StrictMath.exp(logNeither - logDropout));

        double rateEnd = rate + delta;
        double scaleEnd = scale + delta;
        double ofRate = delta / (rate * rateEnd); // 1/rate - 1/rateEnd
        double ofScale = delta / (scale * scaleEnd);
        neither[0] = -StrictMath.log1p(delta / rate);
        neither[1] = shape * ofRate;
        neither[2] = -StrictMath.log1p(delta / scale);
        neither[3] = s * ofScale;

        moments(rate, scale);
        factor[0] = -1;
        factor[1] = shape;
        factor[2] = -1;
        factor[3] = s + 1;
        for (int i = 0; i < DIMENSION; i++) {
            dropout[i] = factor[i] * mean[i];
        }
        dropout[2] += 1 / s;
        dropout[3] -= 1 / scale;

        for (int i = 0; i < DIMENSION; i++) {
            first[i] += p * neither[i] + q * dropout[i];
            for (int j = i; j < DIMENSION; j++) {
                double covariance = factor[i] * factor[j] * (product[i][j] - mean[i] * mean[j]);
                second[i][j] += q * covariance + p * q * (dropout[i] - neither[i]) * (dropout[j] - neither[j]);
            }
        }
        second[0][1] += p * ofRate + q * mean[1];
        second[1][1] +=
                -p * shape * ofRate * (1 / rate + 1 / rateEnd) + q * shape * (product[1][1] - 2 * mean[1] / rate);
        second[2][2] -= q / (s * s);
        second[2][3] += p * ofScale + q * mean[3];
        second[3][3] += -p * s * ofScale * (1 / scale + 1 / scaleEnd)
                + q * ((s + 1) * (product[3][3] - 2 * mean[3] / scale) + 1 / (scale * scale));

        double more = Math.max(logDropout, logNeither);
        return more + StrictMath.log1p(StrictMath.exp(Math.min(logDropout, logNeither) - more));
    }

    /**
     * Means, over the time u of dropout, of ln(1 + u/rate), 1/rate - 1/(rate + u) and the same with scale, and of their products.
     */
    private void moments(double rate, double scale) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double aa = 0;
        double ab = 0;
        double ac = 0;
        double ad = 0;
        double bb = 0;
        double bc = 0;
        double bd = 0;
        double cc = 0;
        double cd = 0;
        double dd = 0;
        for (int i = 0; i < race.size(); i++) {
            double weight = race.weight(i);
            double elapsed = race.elapsed(i);
            double logRate = race.secondLog(i);
            double ofRate = elapsed / (rate * (rate + elapsed));
            double logScale = race.firstLog(i);
            double ofScale = elapsed / (scale * (scale + elapsed));
            double wa = weight * logRate;
            double wb = weight * ofRate;
            double wc = weight * logScale;
            double wd = weight * ofScale;
            a += wa;
            b += wb;
            c += wc;
            d += wd;
            aa += wa * logRate;
            ab += wa * ofRate;
            ac += wa * logScale;
            ad += wa * ofScale;
            bb += wb * ofRate;
            bc += wb * logScale;
            bd += wb * ofScale;
            cc += wc * logScale;
            cd += wc * ofScale;
            dd += wd * ofScale;
        }
        mean[0] = a;
        mean[1] = b;
        mean[2] = c;
        mean[3] = d;
        product[0][0] = aa;
        product[0][1] = ab;
        product[0][2] = ac;
        product[0][3] = ad;
        product[1][1] = bb;
        product[1][2] = bc;
        product[1][3] = bd;
        product[2][2] = cc;
        product[2][3] = cd;
        product[3][3] = dd;
    }
}
