package org.loyalty4j.btyd;

import java.util.List;
import java.util.Optional;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.summary.RepeatHistogram;

/**
 * Fits the beta-geometric models, k given.
 *
 * @param template a model of the kind, of which the parameters do not matter
 */
record BetaGeometricFamily<M extends DropoutModel<M>>(M template, int k, boolean modified)
        implements Family<M, RepeatHistogram> {
    private static final long serialVersionUID = 1L;

    /** Below this mean dropout probability nobody seems to drop out; this near to 1, everybody. */
    private static final double NOBODY = 1e-4;

    /** A gamma of this shape has a standard deviation of 1 % of its mean, a beta of about this a + b as well. */
    private static final double ALL_THE_SAME = 1e4;

    private static final double EXTREMES = 1e-4;

    static BetaGeometricFamily<BgNbd> bgNbd() {
        return new BetaGeometricFamily<>(new BgNbd(1, 1, 1, 1, PeriodUnit.WEEK), 1, false);
    }

    static BetaGeometricFamily<MbgNbd> mbgNbd() {
        return new BetaGeometricFamily<>(new MbgNbd(1, 1, 1, 1, PeriodUnit.WEEK), 1, true);
    }

    static BetaGeometricFamily<BgCnbd> bgCnbd(int k) {
        return new BetaGeometricFamily<>(new BgCnbd(k, 1, 1, 1, 1, PeriodUnit.WEEK), k, false);
    }

    static BetaGeometricFamily<MbgCnbd> mbgCnbd(int k) {
        return new BetaGeometricFamily<>(new MbgCnbd(k, 1, 1, 1, 1, PeriodUnit.WEEK), k, true);
    }

    @Override
    public String name() {
        return template.name();
    }

    @Override
    public List<String> symbols() {
        return template.symbols();
    }

    @Override
    public M model(double[] parameters, RepeatHistogram data) {
        return template.in(data.unit()).withValues(parameters);
    }

    @Override
    public double customers(RepeatHistogram data) {
        return data.totalWeight();
    }

    @Override
    public int distinctHistories(RepeatHistogram data) {
        return data.size();
    }

    /**
     * Rates by the moments of the number of purchases, once as they are and once as of customers who bought for only a part of
     * the time; dropout by counting those who are silent for three times the gap usual for them.
     */
    @Override
    public List<double[]> starts(RepeatHistogram data) {
        double customers = data.totalWeight();
        double purchases = 0;
        double squares = 0;
        double observed = 0;
        double active = 0;
        double silent = 0;
        for (int i = 0; i < data.size(); i++) {
            double weight = data.weight(i);
            double x = data.repeatPurchases(i);
            double tx = data.lastPurchaseAt(i);
            double until = data.observedFor(i);
            purchases += weight * x;
            squares += weight * x * x;
            observed += weight * until;
            active += weight * tx;
            silent += x > 0 && until - tx > 3 * tx / x ? weight : 0;
        }
        double mean = purchases / customers;
        double variance = squares / customers - mean * mean;
        double meanTime = observed > 0 ? observed / customers : 1;
        double r = variance > mean ? Math.min(10, Math.max(0.05, mean * mean / (variance - mean))) : 10;
        double perTime = k * Math.max(mean, 0.1 / (1 + customers)) / meanTime;
        double whileActive = active > 0 && purchases > 0 ? Math.max(perTime, k * purchases / active) : perTime;
        double dropout = Math.min(0.9, Math.max(0.01, silent / (1 + purchases)));
        return List.of(
                new double[] {r, r / perTime, 3 * dropout, 3 * (1 - dropout)},
                new double[] {2 * r, 2 * r / whileActive, dropout, 1 - dropout},
                new double[] {1, 1 / perTime, 1, 9},
                new double[] {0.5 * r, 0.5 * r / perTime, 30 * dropout, 30 * (1 - dropout)});
    }

    @Override
    public Optional<Boundary> boundary(double[] parameters, RepeatHistogram data) {
        double r = parameters[0];
        double a = parameters[2];
        double b = parameters[3];
        if (a / (a + b) < NOBODY) {
            return Optional.of(Boundary.NO_DROPOUT);
        }
        if (b / (a + b) < NOBODY) {
            return Optional.of(Boundary.IMMEDIATE_DROPOUT);
        }
        if (r > ALL_THE_SAME) {
            return Optional.of(Boundary.NO_RATE_HETEROGENEITY);
        }
        if (a + b > ALL_THE_SAME) {
            return Optional.of(Boundary.NO_DROPOUT_HETEROGENEITY);
        }
        return r < EXTREMES || a + b < EXTREMES ? Optional.of(Boundary.EXTREME_HETEROGENEITY) : Optional.empty();
    }

    @Override
    public List<String> warnings(double[] parameters, RepeatHistogram data) {
        return k == 1
                ? List.of()
                : List.of(
                        "the log-likelihood lacks the gaps between purchases: log-likelihood, AIC and BIC cannot be compared"
                                + " with those of a model of other than " + k + " phases");
    }

    @Override
    public Likelihood likelihood(RepeatHistogram data, Parallel parallel) {
        return (parameters, derivatives) -> sum(parameters, data, derivatives);
    }

    private double sum(double[] parameters, RepeatHistogram data, Derivatives derivatives) {
        Pass pass = new Pass(parameters);
        for (int i = 0; i < data.size(); i++) {
            pass.add(data.repeatPurchases(i), data.lastPurchaseAt(i), data.observedFor(i), data.weight(i));
        }
        pass.addTo(derivatives);
        return pass.total;
    }

    /**
     * One pass over the data. The likelihood of a history is that of being alive times 1 + R; with D = R / (1 + R) the
     * derivatives of ln(1 + R) are D times those of ln R, and D (1 - D) times their products.
     */
    private final class Pass {
        private final double[] parameters;
        private final double r;
        private final double alpha;
        private final double a;
        private final double b;
        private final double logAlpha;
        private final double[] first = new double[4];
        private final double[][] second = new double[4][4];
        private double total;

        /** What depends on x only: it changes seldom, for the data are sorted by it. */
        private int tabulated = -1;

        private double coins;
        private double shape;
        private double logPurchases;
        private double purchasesR;
        private double purchasesRr;
        private double coinsA;
        private double coinsB;
        private double coinsAa;
        private double coinsBb;
        private double logLostOdds;
        private double lostB;

        /** Of the phases since the last purchase, their number weighted as in A_k. */
        private double logPhases;

        private double phasesR;
        private double phasesAlpha;
        private double phasesRr;
        private double phasesRalpha;
        private double phasesAlphaAlpha;

        Pass(double[] parameters) {
            this.parameters = parameters;
            r = parameters[0];
            alpha = parameters[1];
            a = parameters[2];
            b = parameters[3];
            logAlpha = StrictMath.log(alpha);
        }

        void add(int x, double tx, double until, double weight) {
            if (x != tabulated) {
                tabulate(x);
            }
            double end = alpha + until;
            double start = alpha + tx;
            double phases = (double) k * x;
            if (k > 1) {
                sumPhases((until - tx) / end, end);
            }
            double logGrowth = StrictMath.log1p(until / alpha);
            double ofR = purchasesR - logGrowth + phasesR;
            double ofAlpha = (r * until / alpha - phases) / end + phasesAlpha;
            double ofA = coinsA;
            double ofB = coinsB;
            double rr = purchasesRr + phasesRr;
            double rAlpha = until / (alpha * end) + phasesRalpha;
            double alphaAlpha =
                    -r * until * (alpha + end) / (alpha * alpha * end * end) + phases / (end * end) + phasesAlphaAlpha;
            double aa = coinsAa;
            double ab = coinsAa;
            double bb = coinsBb;
            double log = logPurchases - r * logGrowth - phases * (logAlpha + logGrowth) + logPhases;
            if (coins > 0) {
                double silence = until - tx;
                double logRatio = StrictMath.log1p(silence / start);
                double logOdds = logLostOdds + shape * logRatio - logPhases;
                double odds = StrictMath.exp(-Math.abs(logOdds));
                double lost = (logOdds > 0 ? 1 : odds) / (1 + odds);
                log += Math.max(0, logOdds) + StrictMath.log1p(odds);
                double r1 = logRatio - phasesR;
                double alpha1 = -shape * silence / (start * end) - phasesAlpha;
                double a1 = 1 / a;
                double b1 = lostB;
                ofR += lost * r1;
                ofAlpha += lost * alpha1;
                ofA += lost * a1;
                ofB += lost * b1;
                double either = odds / ((1 + odds) * (1 + odds));
                rr += either * r1 * r1 - lost * phasesRr;
                rAlpha += either * r1 * alpha1 - lost * (silence / (start * end) + phasesRalpha);
                alphaAlpha += either * alpha1 * alpha1
                        + lost * (shape * silence * (start + end) / (start * start * end * end) - phasesAlphaAlpha);
                aa += (either - lost) * a1 * a1;
                ab += either * a1 * b1;
                bb += (either + lost) * b1 * b1;
                second[0][2] += weight * either * r1 * a1;
                second[0][3] += weight * either * r1 * b1;
                second[1][2] += weight * either * alpha1 * a1;
                second[1][3] += weight * either * alpha1 * b1;
            }
            total += weight * log;
            first[0] += weight * ofR;
            first[1] += weight * ofAlpha;
            first[2] += weight * ofA;
            first[3] += weight * ofB;
            second[0][0] += weight * rr;
            second[0][1] += weight * rAlpha;
            second[1][1] += weight * alphaAlpha;
            second[2][2] += weight * aa;
            second[2][3] += weight * ab;
            second[3][3] += weight * bb;
        }

        private void tabulate(int x) {
            tabulated = x;
            double phases = (double) k * x;
            coins = modified ? x + 1.0 : x;
            shape = r + phases;
            logPurchases =
                    Gammas.logRising(r, phases) - x * Gammas.logRising(1, k - 1.0) + Gammas.logBetaRatio(a, b, coins);
            purchasesR = Gammas.digammaRise(r, phases);
            purchasesRr = -Gammas.trigammaFall(r, phases);
            coinsA = -Gammas.digammaRise(a + b, coins);
            coinsB = Gammas.digammaRise(b, coins) + coinsA;
            coinsAa = Gammas.trigammaFall(a + b, coins);
            coinsBb = coinsAa - Gammas.trigammaFall(b, coins);
            lostB = -1 / (b + coins - 1);
            logLostOdds = StrictMath.log(-a * lostB);
        }

        private void sumPhases(double waited, double end) {
            double term = 1;
            double sum = 1;
            double shift = 0;
            double d1 = 0;
            double d2 = 0;
            double meanD = 0;
            double meanDd = 0;
            double meanJ = 0;
            double meanJj = 0;
            double meanJd = 0;
            for (int j = 1; j < k; j++) {
                double factor = shape + j - 1;
                term *= factor / j * waited;
                d1 += 1 / factor;
                d2 += 1 / (factor * factor);
                if (term > Scaled.LARGE) {
                    term /= Scaled.LARGE;
                    sum /= Scaled.LARGE;
                    meanD /= Scaled.LARGE;
                    meanDd /= Scaled.LARGE;
                    meanJ /= Scaled.LARGE;
                    meanJj /= Scaled.LARGE;
                    meanJd /= Scaled.LARGE;
                    shift += Scaled.LOG_LARGE;
                }
                sum += term;
                meanD += term * d1;
                meanDd += term * (d1 * d1 - d2);
                meanJ += term * j;
                meanJj += term * ((double) j * j + j);
                meanJd += term * j * d1;
            }
            meanD /= sum;
            meanJ /= sum;
            logPhases = StrictMath.log(sum) + shift;
            phasesR = meanD;
            phasesRr = meanDd / sum - meanD * meanD;
            phasesAlpha = -meanJ / end;
            phasesAlphaAlpha = (meanJj / sum - meanJ * meanJ) / (end * end);
            phasesRalpha = -(meanJd / sum - meanD * meanJ) / end;
        }

        void addTo(Derivatives derivatives) {
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < i; j++) {
                    second[i][j] = second[j][i];
                }
            }
            derivatives.add(1, parameters, first, second);
        }
    }
}
