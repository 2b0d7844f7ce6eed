package org.loyalty4j.churn;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.internal.math.NewtonMaximizer;
import org.loyalty4j.internal.math.Tails;
import org.loyalty4j.summary.PurchaseDays;

/**
 * The likelihood of {@link BaseRhythm}, in ln k, ln r, ln of the gap k alpha/r of the mean rate, and the logit of the dropout.
 * Derivatives are differences: they only steer the climb, and the function is smooth.
 */
final class RhythmLikelihood {
    private static final int MOST_CUSTOMERS = 4000;
    private static final int ITERATIONS = 60;
    private static final double STEP = 1e-3;
    private static final int LEAST_GAPS = 40;
    private static final int LEAST_CUSTOMERS = 10;
    private static final double AT_BOUND = 1e-6;
    private static final double[] LOWER = {StrictMath.log(0.05), StrictMath.log(0.02), StrictMath.log(0.05), -14};
    private static final double[] UPPER = {StrictMath.log(100), StrictMath.log(1000), StrictMath.log(1e6), 10};

    // By distinct history.
    private final List<int[]> histories = new ArrayList<>(); // gaps, their sum, the silence
    private final List<Integer> weights = new ArrayList<>();

    private double sumOfLogGaps;
    private long gaps;
    private double sumOfGaps;
    private int customers;
    private int repeaters;
    private boolean pairs;

    RhythmLikelihood(PurchaseDays days) {
        int[] buyers = days.buyers();
        customers = Math.min(buyers.length, MOST_CUSTOMERS);
        Map<List<Integer>, Integer> distinct = new TreeMap<>((a, b) -> {
            int order = a.get(0).compareTo(b.get(0));
            order = order != 0 ? order : a.get(1).compareTo(b.get(1));
            return order != 0 ? order : a.get(2).compareTo(b.get(2));
        });
        for (int i = 0; i < customers; i++) {
            int c = buyers[(int) ((long) i * buyers.length / customers)];
            int last = days.count(c) - 1;
            int sum = days.epochDay(c, last) - days.epochDay(c, 0);
            for (int g = 1; g <= last; g++) {
                sumOfLogGaps += StrictMath.log(days.epochDay(c, g) - days.epochDay(c, g - 1));
            }
            gaps += last;
            sumOfGaps += sum;
            repeaters += last > 0 ? 1 : 0;
            pairs |= last > 1;
            distinct.merge(List.of(last, sum, days.silenceDays(c).orElseThrow()), 1, Integer::sum);
        }
        distinct.forEach((history, weight) -> {
            histories.add(history.stream().mapToInt(Integer::intValue).toArray());
            weights.add(weight);
        });
    }

    Optional<BaseRhythm> fit() {
        if (gaps < LEAST_GAPS || repeaters < LEAST_CUSTOMERS) {
            return Optional.empty();
        }
        double[] lower = LOWER.clone();
        double[] upper = UPPER.clone();
        if (!pairs) {
            lower[0] = 0;
            upper[0] = 0;
        }
        double typical = StrictMath.log(Math.max(1, sumOfGaps / gaps));
        NewtonMaximizer.Maximum maximum = new NewtonMaximizer(
                        this::at, lower, upper, customers, ITERATIONS, (iteration, place, value, step) -> {})
                .maximize(List.of(new double[] {0, 0, typical, -1}, new double[] {0, 0, typical + 1, -4}));
        return Optional.of(rhythm(maximum.point(), warnings(maximum)));
    }

    private Set<RhythmWarning> warnings(NewtonMaximizer.Maximum maximum) {
        Set<RhythmWarning> warnings = EnumSet.noneOf(RhythmWarning.class);
        double[] point = maximum.point();
        if (!pairs) {
            warnings.add(RhythmWarning.REGULARITY_ASSUMED);
        } else if (isHigh(point, 0)) {
            warnings.add(RhythmWarning.LIKE_CLOCKWORK);
        } else if (isLow(point, 0)) {
            warnings.add(RhythmWarning.IN_BURSTS);
        }
        if (isHigh(point, 1)) {
            warnings.add(RhythmWarning.CUSTOMERS_ALIKE);
        } else if (isLow(point, 1)) {
            warnings.add(RhythmWarning.CUSTOMERS_WORLDS_APART);
        }
        boolean ended = maximum.end() == NewtonMaximizer.End.INTERIOR || maximum.end() == NewtonMaximizer.End.ON_BOX;
        if (!ended || isLow(point, 2) || isHigh(point, 2) || isHigh(point, 3)) {
            warnings.add(RhythmWarning.NO_MAXIMUM);
        }
        return warnings;
    }

    private static boolean isLow(double[] point, int i) {
        return point[i] <= LOWER[i] + AT_BOUND;
    }

    private static boolean isHigh(double[] point, int i) {
        return point[i] >= UPPER[i] - AT_BOUND;
    }

    private static BaseRhythm rhythm(double[] point, Set<RhythmWarning> warnings) {
        double k = StrictMath.exp(point[0]);
        double r = StrictMath.exp(point[1]);
        double alpha = StrictMath.exp(point[2]) * r / k;
        return new BaseRhythm(k, r, alpha, 1 / (1 + StrictMath.exp(-point[3])), warnings);
    }

    /** The logarithm of the likelihood. */
    double at(double[] point) {
        BaseRhythm rhythm = rhythm(point, Set.of());
        double k = rhythm.k();
        double r = rhythm.r();
        double alpha = rhythm.alphaDays();
        double stays = 1 / (1 + StrictMath.exp(point[3]));
        double leaves = rhythm.dropout();
        double logStays = StrictMath.log(stays);
        double sum = (k - 1) * sumOfLogGaps - gaps * Gammas.logGamma(k);
        for (int i = 0; i < histories.size(); i++) {
            int[] history = histories.get(i);
            double shape = r + k * history[0];
            double scale = alpha + history[1];
            double log = StrictMath.log(leaves + stays * Tails.beta(scale / (scale + history[2]), shape, k));
            if (history[0] > 0) {
                log += Gammas.logRising(r, k * history[0])
                        - r * StrictMath.log1p(history[1] / alpha)
                        - k * history[0] * StrictMath.log(scale)
                        + history[0] * logStays;
            }
            sum += weights.get(i) * log;
        }
        return sum;
    }

    private double at(double[] point, double[] gradient, double[][] hessian) {
        int n = point.length;
        double here = at(point);
        double[] up = new double[n];
        for (int i = 0; i < n; i++) {
            up[i] = at(moved(point, i, STEP));
            double down = at(moved(point, i, -STEP));
            gradient[i] = (up[i] - down) / (2 * STEP);
            hessian[i][i] = (up[i] - 2 * here + down) / (STEP * STEP);
            for (int j = 0; j < i; j++) {
                double both = at(moved(moved(point, i, STEP), j, STEP));
                hessian[i][j] = (both - up[i] - up[j] + here) / (STEP * STEP);
                hessian[j][i] = hessian[i][j];
            }
        }
        return here;
    }

    private static double[] moved(double[] point, int coordinate, double by) {
        double[] there = point.clone();
        there[coordinate] += by;
        return there;
    }
}
