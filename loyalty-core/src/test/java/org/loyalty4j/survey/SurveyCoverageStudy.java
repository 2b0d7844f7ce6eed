package org.loyalty4j.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.internal.math.Draws;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.support.IntervalCoverage;

/**
 * How often the 95 % intervals of the survey scores hold the truth. Where the answers can be enumerated the coverage is computed,
 * not drawn. Prints the tables of {@code docs/coverage.md}:
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=SurveyCoverageStudy</pre>
 */
class SurveyCoverageStudy {
    private static final int[] SIZES = {10, 30, 100, 1000};
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final double NEGLIGIBLE = 1e-13;

    private static final String JUMPS = "few different samples are possible, so coverage jumps from share to share";
    private static final String ALIKE = "nearly all answer alike, most samples are the same one: errs on the safe side";

    private final IntervalCoverage coverage = new IntervalCoverage();

    /** Shares of promoters and of detractors. */
    private static final double[][] NPS = {
        {0.5, 0.25}, {0.4, 0.4}, {0.8, 0.05}, {0.9, 0.01}, {0.98, 0.01}, {0.05, 0.05}, {0.01, 0.01}, {0.02, 0.9}
    };

    @Test
    void coverageOfTheNps() {
        for (int n : SIZES) {
            for (double[] shares : NPS) {
                nps("NPS, adjusted Wald", n, shares, nps -> nps.adjustedWald(0.95), 91);
            }
        }
        for (int n : SIZES) {
            for (double[] shares : NPS) {
                nps("NPS, Tango", n, shares, nps -> nps.tango(0.95), 90);
            }
        }
        coverage.assertAllWithin();
    }

    private void nps(String method, int n, double[] shares, Function<Nps, Optional<Estimate>> interval, double least) {
        double truth = 100 * (shares[0] - shares[1]);
        double held = 0;
        for (Map.Entry<Nps, Double> sample : samples(n, shares).entrySet()) {
            if (holds(interval.apply(sample.getKey()).orElseThrow(), truth)) {
                held += sample.getValue();
            }
        }
        exact(method, "n = " + n + ", " + said(shares), held, least);
    }

    private void exact(String method, String drawnFrom, double held, double least) {
        boolean good = held >= 0.93 && held <= 0.97;
        coverage.exactCell(
                method,
                drawnFrom,
                Math.min(1, held),
                good ? 93 : least,
                good ? 97 : 100,
                good ? "" : held > 0.97 ? ALIKE : JUMPS);
    }

    @Test
    void coverageOfNpsDifferences() {
        double[][][] pairs = {
            {NPS[0], NPS[0]},
            {NPS[0], NPS[1]},
            {NPS[2], NPS[0]},
            {NPS[2], NPS[2]},
            {NPS[4], NPS[4]},
            {NPS[4], NPS[0]},
            {NPS[5], NPS[5]},
            {NPS[3], NPS[7]}
        };
        for (int[] n : new int[][] {{10, 10}, {10, 30}, {30, 30}}) {
            for (double[][] pair : pairs) {
                double truth = 100 * (pair[0][0] - pair[0][1] - pair[1][0] + pair[1][1]);
                double held = 0;
                Map<Nps, Double> others = samples(n[1], pair[1]);
                for (Map.Entry<Nps, Double> sample : samples(n[0], pair[0]).entrySet()) {
                    for (Map.Entry<Nps, Double> other : others.entrySet()) {
                        double both = sample.getValue() * other.getValue();
                        if (both > NEGLIGIBLE
                                && holds(
                                        new NpsDifference(sample.getKey(), other.getKey())
                                                .adjustedWald(0.95)
                                                .orElseThrow(),
                                        truth)) {
                            held += both;
                        }
                    }
                }
                exact(
                        "NPS difference",
                        "n = " + n[0] + " and " + n[1] + ", " + said(pair[0]) + " against " + said(pair[1]),
                        held,
                        92);
            }
        }
        for (int n : new int[] {100, 1000}) {
            for (double[][] pair : pairs) {
                double truth = 100 * (pair[0][0] - pair[0][1] - pair[1][0] + pair[1][1]);
                boolean alike = n == 100 && pair[0] == pair[1] && pair[0] == NPS[4];
                LongFunction<Optional<Estimate>> draw = seed -> new NpsDifference(
                                nps(Draws.of(seed, 1), n, pair[0]), nps(Draws.of(seed, 2), n, pair[1]))
                        .adjustedWald(0.95);
                coverage.cell(
                        "NPS difference",
                        "n = " + n + " and " + n + ", " + said(pair[0]) + " against " + said(pair[1]),
                        truth,
                        draw,
                        93,
                        alike ? 100 : 97,
                        alike ? ALIKE : "");
            }
        }
        coverage.assertAllWithin();
    }

    @Test
    void coverageOfTheTrend() {
        double[][][] courses = {
            {NPS[0], NPS[0]}, {{0.4, 0.4}, {0.6, 0.2}}, {NPS[4], NPS[4]}, {{0.6, 0.1}, {0.9, 0.01}}, {NPS[6], NPS[6]}
        };
        for (int periods : new int[] {3, 12}) {
            for (int n : SIZES) {
                for (double[][] course : courses) {
                    trend(periods, n, course[0], course[1]);
                }
            }
        }
        coverage.assertAllWithin();
    }

    private void trend(int periods, int n, double[] from, double[] to) {
        double years = 90 * (periods - 1) / 365.25;
        double truth = 100 * (to[0] - to[1] - from[0] + from[1]) / years;
        boolean few = n * (1 - Math.max(from[0], 1 - from[0] - from[1])) * periods <= 30;
        coverage.cell(
                "NPS slope",
                periods + " periods of n = " + n + ", from " + said(from) + " to " + said(to),
                truth,
                seed -> {
                    List<NpsPeriod> list = new ArrayList<>();
                    for (int i = 0; i < periods; i++) {
                        double share = i / (periods - 1.0);
                        double[] now = {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])};
                        LocalDate start = DAY.plusDays(90L * i);
                        list.add(new NpsPeriod(start, start.plusDays(90), nps(Draws.of(seed, i), n, now)));
                    }
                    return NpsTrend.of(list).slopePerYear(0.95);
                },
                few ? 92 : 93,
                few ? 100 : 97,
                few ? ALIKE : "");
    }

    private static final Map<String, double[]> ANSWERS = new TreeMap<>(Map.of(
            "1..5, even", new double[] {0.2, 0.2, 0.2, 0.2, 0.2},
            "1..5, satisfied", new double[] {0.03, 0.05, 0.12, 0.4, 0.4},
            "1..5, 90 % best", new double[] {0, 0.01, 0.02, 0.07, 0.9},
            "1..5, 98 % best", new double[] {0.005, 0.005, 0.005, 0.005, 0.98},
            "1..5, 10 % worst, 90 % best", new double[] {0.1, 0, 0, 0, 0.9},
            "0..10, ordinary", new double[] {0.05, 0.01, 0.02, 0.03, 0.03, 0.06, 0.05, 0.15, 0.2, 0.15, 0.25}));

    @Test
    void coverageOfMeans() {
        for (boolean keepsToScale : new boolean[] {false, true}) {
            for (Map.Entry<String, double[]> answers : ANSWERS.entrySet()) {
                for (int n : SIZES) {
                    mean(answers.getKey(), answers.getValue(), n, keepsToScale);
                }
            }
        }
        coverage.assertAllWithin();
    }

    private void mean(String name, double[] shares, int n, boolean keepsToScale) {
        Scale scale = shares.length == 5 ? Scale.likert(5) : Scale.NPS;
        double truth = IntStream.range(0, shares.length)
                .mapToDouble(i -> (scale.minimum() + i) * shares[i])
                .sum();
        double apart = n * (1 - Arrays.stream(shares).max().orElseThrow());
        double least = 93;
        double most = 97;
        String reason = "";
        if (keepsToScale && apart < 4) {
            most = 99;
            reason = ALIKE;
        } else if (keepsToScale && n == 10) {
            most = 98;
            reason = "half an answer at each end is much beside ten: errs on the safe side";
        } else if (!keepsToScale && (apart < 12 || n == 10)) {
            least = apart <= 0.3 ? 15 : apart <= 1 ? 40 : apart <= 3 ? 60 : 87;
            reason = "t goes by the spread seen, and where nearly all answer alike it sees none: take meanOnScale";
        }
        coverage.cell(
                keepsToScale ? "mean on the scale" : "mean, t",
                name + ", n = " + n,
                truth,
                seed -> {
                    AnswerCounts counts = AnswerCounts.of(scale, multinomial(Draws.of(seed), n, shares));
                    return keepsToScale ? counts.meanOnScale(0.95) : counts.mean(0.95);
                },
                least,
                most,
                reason);
    }

    @Test
    void coverageOfAlpha() {
        // Cut points of a standard normal: none, five even answers, and five of which the best is given by 80 %.
        double[][] cuts = {{}, {-0.84, -0.25, 0.25, 0.84}, {-2.33, -2.05, -1.65, -0.84}};
        String[] names = {"normal", "1..5, even", "1..5, 80 % best"};
        for (int answers = 0; answers < cuts.length; answers++) {
            for (double correlation : new double[] {0.2, 0.6}) {
                double[] cut = cuts[answers];
                double truth =
                        alpha(Draws.of(7), 1_000_000, correlation, cut).alpha().orElseThrow();
                String drawn = names[answers] + ", 4 items, correlation " + correlation + ", n = ";
                boolean alike = answers == 2;
                for (int n : SIZES) {
                    coverage.cell(
                            "Cronbach's alpha, Feldt",
                            drawn + n,
                            truth,
                            seed -> alpha(Draws.of(seed), n, correlation, cut).alpha(0.95),
                            alike ? 69 : 93,
                            97,
                            alike ? "assumes normal answers; answers that nearly all give vary more" : "");
                }
                for (int n : SIZES) {
                    boolean few = n < 100 || (alike && n == 100);
                    coverage.cell(
                            "Cronbach's alpha, distribution-free",
                            drawn + n,
                            truth,
                            seed -> alpha(Draws.of(seed), n, correlation, cut).alphaDistributionFree(0.95),
                            few ? 57 : alike ? 92 : 93,
                            97,
                            few ? "for large samples: a fourth moment is hard to see in a small one" : "");
                }
            }
        }
        coverage.assertAllWithin();
    }

    /** Four items that share a normal part; cut into five answers where there are cut points. */
    private static ItemAnalysis alpha(Draws draws, int n, double correlation, double[] cut) {
        List<double[]> answers = new ArrayList<>(n);
        for (int c = 0; c < n; c++) {
            double shared = Math.sqrt(correlation) * draws.normal();
            double[] x = new double[4];
            for (int i = 0; i < x.length; i++) {
                // Alpha does not change with a shift; means have to lie within 0 and 100.
                x[i] = 10 + answer(shared + Math.sqrt(1 - correlation) * draws.normal(), cut);
            }
            answers.add(x);
        }
        return ItemAnalysis.of(List.of("a", "b", "c", "d"), answers);
    }

    private static double answer(double attitude, double[] cut) {
        if (cut.length == 0) {
            return attitude;
        }
        int answer = 0;
        while (answer < cut.length && attitude > cut[answer]) {
            answer++;
        }
        return answer;
    }

    @Test
    void coverageOfRankCorrelation() {
        double[][] cuts = {{}, {-1.64, -1.04, -0.39, 0.52}, {-2.33, -2.05, -1.65, -0.84}};
        String[] names = {"no ties", "1..5, satisfied", "1..5, 80 % best"};
        for (int answers = 0; answers < cuts.length; answers++) {
            for (double correlation : new double[] {0, 0.5, 0.9}) {
                double[] cut = cuts[answers];
                double[][] large = pairs(Draws.of(7), 1_000_000, correlation, cut);
                double truth = RankCorrelation.of(large[0], large[1]).orElseThrow();
                for (int n : SIZES) {
                    boolean few = answers == 2 && n <= 30;
                    coverage.cell(
                            "Spearman",
                            String.format(Locale.ROOT, "%s, correlation %.1f, n = %d", names[answers], correlation, n),
                            truth,
                            seed -> {
                                double[][] pairs = pairs(Draws.of(seed), n, correlation, cut);
                                return RankCorrelation.of(pairs[0], pairs[1], 0.95);
                            },
                            few ? 82 : 93,
                            few || (correlation == 0.9 && n <= 30) ? 99 : 97,
                            few
                                    ? "hardly two customers differ"
                                    : correlation == 0.9 && n <= 30
                                            ? "the wider of two variances: errs on the safe side"
                                            : "");
                }
            }
        }
        coverage.assertAllWithin();
    }

    private static double[][] pairs(Draws draws, int n, double correlation, double[] cut) {
        double[][] pairs = new double[2][n];
        for (int i = 0; i < n; i++) {
            double x = draws.normal();
            double y = correlation * x + Math.sqrt(1 - correlation * correlation) * draws.normal();
            pairs[0][i] = answer(x, cut);
            pairs[1][i] = answer(y, cut);
        }
        return pairs;
    }

    @Test
    void coverageOfAnswerNoise() {
        for (double sd : new double[] {0.3, 1, 2}) {
            for (double attitude : new double[] {5.2, 9}) {
                double truth = AnswerNoise.estimate(repeated(Draws.of(7), 400_000, sd, attitude), Scale.NPS, 30)
                        .orElseThrow()
                        .sdSteps();
                for (int n : SIZES) {
                    boolean few = n == 10 || (sd < 1 && n == 30);
                    coverage.cell(
                            "answer noise",
                            String.format(
                                    Locale.ROOT,
                                    "attitudes normal about %.1f on 0..10, noise %.1f, %d pairs",
                                    attitude,
                                    sd,
                                    n),
                            truth,
                            seed -> AnswerNoise.estimate(repeated(Draws.of(seed), n, sd, attitude), Scale.NPS, 30)
                                    .flatMap(noise -> noise.sdSteps(0.95)),
                            93,
                            few ? 98 : 97,
                            few ? "few pairs: errs on the safe side" : "");
                }
            }
        }
        coverage.assertAllWithin();
    }

    private static List<SurveyResponse> repeated(Draws draws, int pairs, double sd, double attitude) {
        List<SurveyResponse> responses = new ArrayList<>(2 * pairs);
        for (int i = 0; i < pairs; i++) {
            double own = attitude + 2 * draws.normal();
            for (int day = 0; day < 2; day++) {
                long answer = Math.round(own + sd * draws.normal());
                responses.add(new SurveyResponse("C" + i, DAY.plusDays(day), (int) Math.max(0, Math.min(10, answer))));
            }
        }
        return responses;
    }

    private static boolean holds(Estimate estimate, double truth) {
        return truth >= estimate.interval().lower() - 1e-9
                && truth <= estimate.interval().upper() + 1e-9;
    }

    private static String said(double[] shares) {
        return String.format(Locale.ROOT, "%.0f/%.0f %%", 100 * shares[0], 100 * shares[1]);
    }

    /** Every sample of n answers that is not next to impossible, with its probability. */
    private static Map<Nps, Double> samples(int n, double[] shares) {
        Map<Nps, Double> samples = new HashMap<>();
        double passive = 1 - shares[0] - shares[1];
        for (int p = 0; p <= n; p++) {
            for (int d = 0; p + d <= n; d++) {
                int s = n - p - d;
                double log = Gammas.logGamma(n + 1.0)
                        - Gammas.logGamma(p + 1.0)
                        - Gammas.logGamma(d + 1.0)
                        - Gammas.logGamma(s + 1.0)
                        + p * StrictMath.log(shares[0])
                        + d * StrictMath.log(shares[1])
                        + s * StrictMath.log(passive);
                double probability = StrictMath.exp(log);
                if (probability > NEGLIGIBLE) {
                    samples.put(new Nps(p, s, d), probability);
                }
            }
        }
        return samples;
    }

    private static Nps nps(Draws draws, int n, double[] shares) {
        long[] counts = multinomial(draws, n, new double[] {shares[0], 1 - shares[0] - shares[1], shares[1]});
        return new Nps(counts[0], counts[1], counts[2]);
    }

    private static long[] multinomial(Draws draws, int n, double[] shares) {
        long[] counts = new long[shares.length];
        for (int i = 0; i < n; i++) {
            double u = draws.uniform();
            int k = 0;
            while (k < shares.length - 1 && u >= shares[k]) {
                u -= shares[k++];
            }
            counts[k]++;
        }
        return counts;
    }
}
