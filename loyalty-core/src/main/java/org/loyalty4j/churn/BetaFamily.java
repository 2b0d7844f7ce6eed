package org.loyalty4j.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.internal.DeltaMethod;
import org.loyalty4j.internal.math.Gammas;

/** The estimation of the models with a beta distribution, in the logarithms of their parameters. */
abstract class BetaFamily<M extends RetentionModel<M>> implements RetentionFamily<M> {
    private static final long serialVersionUID = 1L;

    /** A sum of the parameters of a beta distribution beyond which it is a point. */
    private static final double POINT = 1e4;

    /** One below which it is two points. */
    private static final double TWO_POINTS = 1e-3;

    private static final double REACH = 14;

    /** Means and spreads of the beta distribution to begin with. */
    static List<double[]> betaStarts(RenewalCounts counts) {
        double first = 0;
        for (int t = 1; t <= counts.renewals() && first == 0; t++) {
            double atRisk = (double) counts.kept(t) + counts.lost(t);
            first = atRisk > 0 ? (counts.lost(t) + 0.5) / (atRisk + 1) : 0;
        }
        List<double[]> starts = new ArrayList<>();
        for (double spread : new double[] {2, 8, 0.5, 50}) {
            starts.add(new double[] {StrictMath.log(first * spread), StrictMath.log((1 - first) * spread)});
        }
        return starts;
    }

    static double[] exp(double[] point) {
        double[] parameters = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            parameters[i] = StrictMath.exp(point[i]);
        }
        return parameters;
    }

    @Override
    public double[] point(M model) {
        double[] point = model.values();
        for (int i = 0; i < point.length; i++) {
            point[i] = StrictMath.log(point[i]);
        }
        return point;
    }

    @Override
    public double reach(int coordinate) {
        return REACH;
    }

    @Override
    public Optional<RetentionBoundary> boundary(M model, RenewalCounts counts) {
        double spread = model.values()[0] + model.values()[1];
        if (counts.retentionOfAll().successes() == 0) {
            return Optional.of(RetentionBoundary.EVERYBODY_LEAVES);
        }
        if (counts.retentionOfAll().complement().successes() == 0) {
            return Optional.of(RetentionBoundary.EVERYBODY_STAYS);
        }
        return spread > POINT
                ? Optional.of(RetentionBoundary.NO_HETEROGENEITY)
                : spread < TWO_POINTS ? Optional.of(RetentionBoundary.TWO_KINDS) : Optional.empty();
    }

    @Override
    public Estimate interval(double coordinate, double standardError, double confidence) {
        return DeltaMethod.positive(StrictMath.exp(coordinate), standardError, confidence);
    }

    @Override
    public double standardError(double coordinate, double standardError) {
        return StrictMath.exp(coordinate) * standardError;
    }

    /** The estimation of {@link ShiftedBetaGeometric}. */
    static final class Geometric extends BetaFamily<ShiftedBetaGeometric> {
        private static final long serialVersionUID = 1L;

        @Override
        public String name() {
            return "sBG";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public ShiftedBetaGeometric model(double[] point) {
            double[] values = exp(point);
            return new ShiftedBetaGeometric(values[0], values[1]);
        }

        @Override
        public List<double[]> starts(RenewalCounts counts) {
            return betaStarts(counts);
        }

        @Override
        public void renewal(double[] point, int t, RenewalTerm term) {
            double[] values = exp(point);
            double alpha = values[0];
            double rest = values[1] + (t - 1);
            double all = alpha + rest;
            term.logStay = -StrictMath.log1p(alpha / rest);
            term.logLeave = -StrictMath.log1p(rest / alpha);
            fill(term.stay, term.stay2, all, 0, rest);
            fill(term.leave, term.leave2, all, alpha, 0);
            RenewalTerm.toLogarithms(values, term.stay, term.stay2);
            RenewalTerm.toLogarithms(values, term.leave, term.leave2);
        }

        /** Derivatives of {@code ln (alpha or rest) - ln all}; zero stands for the one that is not there. */
        private static void fill(double[] first, double[][] second, double all, double alpha, double rest) {
            for (int i = 0; i < 2; i++) {
                double own = i == 0 ? alpha : rest;
                first[i] = (own > 0 ? 1 / own : 0) - 1 / all;
                for (int j = 0; j < 2; j++) {
                    second[i][j] = 1 / (all * all) - (i == j && own > 0 ? 1 / (own * own) : 0);
                }
            }
        }
    }

    /** The estimation of {@link BetaDiscreteWeibull}. */
    static final class Weibull extends BetaFamily<BetaDiscreteWeibull> {
        private static final long serialVersionUID = 1L;

        /** c is sought between 0.02 and 50. */
        private static final double REACH_OF_SHAPE = 3.9;

        private static final double[] SHAPES = {1, 1.7, 0.6};

        @Override
        public String name() {
            return "BdW";
        }

        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public BetaDiscreteWeibull model(double[] point) {
            double[] values = exp(point);
            return new BetaDiscreteWeibull(values[0], values[1], values[2]);
        }

        @Override
        public List<double[]> starts(RenewalCounts counts) {
            List<double[]> starts = new ArrayList<>();
            for (double shape : SHAPES) {
                betaStarts(counts)
                        .forEach(start -> starts.add(new double[] {start[0], start[1], StrictMath.log(shape)}));
            }
            return starts;
        }

        @Override
        public double reach(int coordinate) {
            return coordinate == 2 ? REACH_OF_SHAPE : super.reach(coordinate);
        }

        @Override
        public Optional<RetentionBoundary> boundary(BetaDiscreteWeibull model, RenewalCounts counts) {
            Optional<RetentionBoundary> ofBeta = super.boundary(model, counts);
            double logShape = StrictMath.log(model.c());
            if (ofBeta.isPresent() || Math.abs(logShape) < REACH_OF_SHAPE - 0.5) {
                return ofBeta;
            }
            // Towards c = 0 nobody leaves after the first renewal.
            return Optional.of(logShape < 0 ? RetentionBoundary.TWO_KINDS : RetentionBoundary.EXTREME_SHAPE);
        }

        @Override
        public void renewal(double[] point, int t, RenewalTerm term) {
            double[] values = exp(point);
            double alpha = values[0];
            double beta = values[1];
            double c = values[2];
            double low = StrictMath.pow(t - 1.0, c);
            double rise = t == 1 ? 1 : low * StrictMath.expm1(c * StrictMath.log1p(1 / (t - 1.0)));
            term.logStay = -Gammas.logBetaFall(alpha, beta + low, rise);
            double atSum = Gammas.digammaRise(alpha + beta + low, rise);
            double atBeta = Gammas.digammaRise(beta + low, rise);
            double fallAtSum = Gammas.trigammaFall(alpha + beta + low, rise);
            double fallAtBeta = Gammas.trigammaFall(beta + low, rise);
            Shape before = t == 1 ? new Shape(alpha, beta, 0, 0) : new Shape(alpha, beta, low, StrictMath.log(t - 1.0));
            Shape after = new Shape(alpha, beta, low + rise, StrictMath.log(t));
            term.stay[0] = -atSum;
            term.stay[1] = atBeta - atSum;
            term.stay[2] = after.first() - before.first();
            term.stay2[0][0] = fallAtSum;
            term.stay2[0][1] = fallAtSum;
            term.stay2[1][1] = fallAtSum - fallAtBeta;
            term.stay2[0][2] = after.withAlpha() - before.withAlpha();
            term.stay2[1][2] = after.withBeta() - before.withBeta();
            term.stay2[2][2] = after.second() - before.second();
            term.stay2[1][0] = term.stay2[0][1];
            term.stay2[2][0] = term.stay2[0][2];
            term.stay2[2][1] = term.stay2[1][2];
            RenewalTerm.toLogarithms(values, term.stay, term.stay2);
            term.leaveFromStay();
        }

        /** ln S at one time and its derivatives that have to do with c; power is t^c. */
        private record Shape(double alpha, double beta, double power, double logTime) {

            private double slope() {
                return power * logTime;
            }

            double first() {
                return slope() == 0 ? 0 : -Gammas.digammaRise(beta + power, alpha) * slope();
            }

            double withAlpha() {
                return slope() == 0 ? 0 : -Gammas.trigamma(alpha + beta + power) * slope();
            }

            double withBeta() {
                return slope() == 0 ? 0 : Gammas.trigammaFall(beta + power, alpha) * slope();
            }

            double second() {
                return slope() == 0
                        ? 0
                        : slope()
                                * (Gammas.trigammaFall(beta + power, alpha) * slope()
                                        - Gammas.digammaRise(beta + power, alpha) * logTime);
            }
        }
    }
}
