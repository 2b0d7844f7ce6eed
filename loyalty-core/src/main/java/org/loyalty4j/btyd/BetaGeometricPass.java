package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.FastLog;

/**
 * The part of the log-likelihood that is summed over the rows: ln(A_k + S), where S = c ((alpha + T)/(alpha + t_x))^(r + kx) with
 * c = a/(b + coins - 1), and A_k sums the weights of the phases that may have passed since t_x, of which A_1 = 1. With D = S/(A_k + S)
 * the derivatives are D times those of ln S plus 1 - D times those of ln A_k, and the second ones have D (1 - D) times the products
 * of their differences.
 *
 * <p>The rows of one x are a run. In a long one the power is a product of a table by T with a number that changes with t_x; in a
 * short one, or where such a product may overflow, it is computed for each row from its logarithm.
 */
final class BetaGeometricPass {
    /** Exponentials up to this are far from the largest number. */
    private static final double SAFE = 600;

    private final HistoryLayout layout;
    private final BetaGeometricLikelihood.Point point;
    private final BetaGeometricLikelihood.Sums sums;
    private final double alpha;

    /** ((alpha + T)/alpha)^(r + kx) by T, in a long run. */
    private double[] power = new double[0];

    // Of the run.
    private double shape;
    private double logCoin;
    private boolean tabulated;

    // Of the rows of one t_x.
    private double tx;
    private double logStart;
    private double inverseStart;
    private double startFall;
    private double startPower;

    // Of a row: D, D (1 - D) and ln(A_k + S).
    private double lost;
    private double either;
    private double log;

    BetaGeometricPass(HistoryLayout layout, BetaGeometricLikelihood.Point point, BetaGeometricLikelihood.Sums sums) {
        this.layout = layout;
        this.point = point;
        this.sums = sums;
        this.alpha = point.alpha();
    }

    void add(int from, int to) {
        int end;
        for (int start = from; start < to; start = end) {
            end = layout.endOfRun(start, to);
            int x = layout.data.repeatPurchases(start);
            double coins = point.coins(x);
            shape = point.r() + (double) point.k() * x;
            if (coins == 0) {
                if (point.k() > 1) {
                    addUnlost(start, end);
                }
                continue;
            }
            logCoin = StrictMath.log(point.a() / (point.b() + (coins - 1)));
            tabulate(end - start);
            if (point.k() == 1) {
                addRun(start, end, coins);
            } else {
                addPhasedRun(start, end, coins);
            }
        }
    }

    private void tabulate(int rows) {
        tx = Double.NaN; // of another shape all is another
        int times = layout.observed.length;
        tabulated = rows >= 2 * times && shape * point.highestLogGrowth() < SAFE && Math.abs(logCoin) < SAFE / 10;
        if (tabulated) {
            if (power.length == 0) {
                power = new double[times];
            }
            for (int i = 0; i < times; i++) {
                power[i] = StrictMath.exp(shape * point.logGrowth()[i]);
            }
        }
    }

    private void startAt(double lastPurchaseAt) {
        if (lastPurchaseAt == tx) {
            return;
        }
        tx = lastPurchaseAt;
        logStart = FastLog.log1p(tx / alpha);
        inverseStart = 1 / (alpha + tx);
        startFall = tx / alpha * inverseStart;
        if (tabulated) {
            startPower = StrictMath.exp(logCoin - shape * logStart);
        }
    }

    private void addRun(int from, int to, double coins) {
        double total = 0;
        double losses = 0;
        double lossesRatio = 0;
        double lossesGap = 0;
        double lossesGapSum = 0;
        double eithers = 0;
        double eithersRatio = 0;
        double eithersGap = 0;
        double eithersRatioRatio = 0;
        double eithersRatioGap = 0;
        double eithersGapGap = 0;
        for (int row = from; row < to; row++) {
            startAt(layout.data.lastPurchaseAt(row));
            int at = layout.observedAges.indexOf(row);
            double weight = layout.data.weight(row);
            double logRatio = point.logGrowth()[at] - logStart;
            double gap = point.inverseFall()[at] - startFall; // 1/(alpha + t_x) - 1/(alpha + T)
            if (tabulated) {
                double odds = startPower * power[at];
                double alive = 1 / (1 + odds);
                lost = odds * alive;
                either = lost * alive;
                log = FastLog.log1p(odds);
            } else {
                ofLogOdds(logCoin + shape * logRatio);
            }
            double d = weight * lost;
            double e = weight * either;
            double eRatio = e * logRatio;
            double eGap = e * gap;
            total += weight * log;
            losses += d;
            lossesRatio += d * logRatio;
            lossesGap += d * gap;
            lossesGapSum += d * gap * (inverseStart + point.inverse()[at]);
            eithers += e;
            eithersRatio += eRatio;
            eithersGap += eGap;
            eithersRatioRatio += eRatio * logRatio;
            eithersRatioGap += eRatio * gap;
            eithersGapGap += eGap * gap;
        }
        sums.total += total;
        sums.r += lossesRatio;
        sums.alpha -= shape * lossesGap;
        sums.rr += eithersRatioRatio;
        sums.rAlpha -= shape * eithersRatioGap + lossesGap;
        sums.alphaAlpha += shape * (shape * eithersGapGap + lossesGapSum);
        addCoins(coins, losses, eithers, eithersRatio, -shape * eithersGap);
    }

    /** The derivatives by a and b, given sums of D, of D (1 - D), and of that times the derivatives of ln S / A_k by r and alpha. */
    private void addCoins(double coins, double losses, double eithers, double eithersR, double eithersAlpha) {
        double ofA = 1 / point.a();
        double ofB = -1 / (point.b() + (coins - 1));
        sums.a += losses * ofA;
        sums.b += losses * ofB;
        sums.aa += (eithers - losses) * ofA * ofA;
        sums.ab += eithers * ofA * ofB;
        sums.bb += (eithers + losses) * ofB * ofB;
        sums.ra += eithersR * ofA;
        sums.rb += eithersR * ofB;
        sums.alphaA += eithersAlpha * ofA;
        sums.alphaB += eithersAlpha * ofB;
    }

    private void ofLogOdds(double logOdds) {
        double odds = StrictMath.exp(-Math.abs(logOdds));
        double one = 1 / (1 + odds);
        lost = (logOdds > 0 ? 1 : odds) * one;
        either = odds * one * one;
        log = Math.max(0, logOdds) + FastLog.log1p(odds);
    }

    private void addPhasedRun(int from, int to, double coins) {
        PhaseTerms phases = new PhaseTerms(point.k(), shape);
        double losses = 0;
        double eithers = 0;
        double eithersR = 0;
        double eithersAlpha = 0;
        for (int row = from; row < to; row++) {
            startAt(layout.data.lastPurchaseAt(row));
            int at = layout.observedAges.indexOf(row);
            double weight = layout.data.weight(row);
            double end = point.inverse()[at];
            double logRatio = point.logGrowth()[at] - logStart;
            double gap = point.inverseFall()[at] - startFall;
            phases.at((layout.observed[at] - tx) * end, end);
            if (tabulated && phases.logScale == 0) {
                double odds = startPower * power[at];
                double one = 1 / (1 + phases.passed + odds);
                lost = odds * one;
                either = lost * (1 + phases.passed) * one;
                log = FastLog.log1p(phases.passed + odds);
            } else {
                double logPhases = phases.log();
                ofLogOdds(logCoin + shape * logRatio - logPhases);
                log += logPhases;
            }
            double d = weight * lost;
            double e = weight * either;
            double kept = weight - d;
            double byR = logRatio - phases.r;
            double byAlpha = -shape * gap - phases.alpha;
            sums.total += weight * log;
            sums.r += d * logRatio + kept * phases.r;
            sums.alpha += kept * phases.alpha - d * shape * gap;
            sums.rr += kept * phases.rr + e * byR * byR;
            sums.rAlpha += kept * phases.rAlpha - d * gap + e * byR * byAlpha;
            sums.alphaAlpha +=
                    kept * phases.alphaAlpha + d * shape * gap * (inverseStart + end) + e * byAlpha * byAlpha;
            losses += d;
            eithers += e;
            eithersR += e * byR;
            eithersAlpha += e * byAlpha;
        }
        addCoins(coins, losses, eithers, eithersR, eithersAlpha);
    }

    /** Who has met no coin is alive. */
    private void addUnlost(int from, int to) {
        PhaseTerms phases = new PhaseTerms(point.k(), shape);
        for (int row = from; row < to; row++) {
            int at = layout.observedAges.indexOf(row);
            double weight = layout.data.weight(row);
            double end = point.inverse()[at];
            phases.at((layout.observed[at] - layout.data.lastPurchaseAt(row)) * end, end);
            sums.total += weight * phases.log();
            sums.r += weight * phases.r;
            sums.alpha += weight * phases.alpha;
            sums.rr += weight * phases.rr;
            sums.rAlpha += weight * phases.rAlpha;
            sums.alphaAlpha += weight * phases.alphaAlpha;
        }
    }
}
