package org.loyalty4j.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Scale;
import org.loyalty4j.support.IntervalCoverage;

/**
 * How often the interval of {@link PointOfNps#withinStrata} holds the truth where promoters crowd in the strata of good customers;
 * prints a table of {@code docs/coverage.md}:
 *
 * <pre>mvn test -Pstudies -pl loyalty-core -Dtest=PointOfNpsCoverageStudy</pre>
 */
class PointOfNpsCoverageStudy {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final int STRATA = 4;
    private static final int CUSTOMERS_OF_A_STRATUM = 250;

    /** Four strata of one size; of n promoters there are 1, 2, 3 and 4 tenths in them, of n detractors 4, 3, 2 and 1. */
    private static Optional<Estimate> point(int n, ToDoubleBiFunction<Integer, Boolean> valueOf) {
        return point(h -> n * (h + 1) / 10, h -> n * (STRATA - h) / 10, valueOf);
    }

    private static Optional<Estimate> point(
            IntUnaryOperator promotersOf, IntUnaryOperator detractorsOf, ToDoubleBiFunction<Integer, Boolean> valueOf) {
        List<SurveyAnswer> answers = new ArrayList<>();
        List<LaterOutcome> outcomes = new ArrayList<>();
        Map<String, String> strata = new HashMap<>();
        for (int h = 0; h < STRATA; h++) {
            int promoters = promotersOf.applyAsInt(h);
            int detractors = detractorsOf.applyAsInt(h);
            for (int i = 0; i < CUSTOMERS_OF_A_STRATUM; i++) {
                String id = String.format(Locale.ROOT, "%d-%03d", h, i);
                boolean promoter = i < promoters;
                strata.put(id, "stratum " + h);
                if (i < promoters + detractors) {
                    answers.add(new SurveyAnswer(id, END, promoter ? 10 : 2, 1));
                }
                outcomes.add(new LaterOutcome(id, true, valueOf.applyAsDouble(h, promoter), null));
            }
        }
        SurveyAnswers all = new SurveyAnswers(Scale.NPS, AnswerRule.LATEST, END, answers, 0, 0, 0);
        return Optional.ofNullable(
                PointOfNps.withinStrata(all, outcomes, strata, 0.95).value());
    }

    @Test
    void withinStrata() {
        IntervalCoverage coverage = new IntervalCoverage();
        double meanSpend = 0.5 * Math.exp(0.5) * (1 + 2 + 3 + 4) / STRATA;
        for (int n : new int[] {20, 50, 100, 300}) {
            String drawnFrom = n + " promoters and " + n + " detractors in 4 strata";
            coverage.cell("point of NPS within strata, normal", drawnFrom, 1 / 200.0, seed -> {
                Random random = new Random(seed);
                return point(n, (h, promoter) -> h + (promoter ? 1 : 0) + random.nextGaussian());
            });
            coverage.cell(
                    "point of NPS within strata, spend",
                    drawnFrom + ", promoters spend twice as much",
                    meanSpend / 200,
                    seed -> {
                        Random random = new Random(seed);
                        return point(
                                n,
                                (h, promoter) -> (promoter ? 2 : 1)
                                        * (h + 1)
                                        * (random.nextBoolean() ? 0 : Math.exp(random.nextGaussian())));
                    });
        }
        for (int few : new int[] {2, 3, 5, 10, 20}) {
            coverage.cell(
                    "point of NPS within strata, spend",
                    few + " detractors and 10 times as many promoters in each of 4 strata, alike",
                    0,
                    seed -> {
                        Random random = new Random(seed);
                        return point(
                                h -> 10 * few,
                                h -> few,
                                (h, promoter) ->
                                        (h + 1) * (random.nextBoolean() ? 0 : Math.exp(random.nextGaussian())));
                    },
                    82,
                    97,
                    "of the smaller group too little of the tail is seen");
        }
        coverage.assertAllWithin();
    }
}
