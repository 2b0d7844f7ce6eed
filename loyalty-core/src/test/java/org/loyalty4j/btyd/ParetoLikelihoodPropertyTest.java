package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.WeightedHistory;

/** Tables and integrals of single histories give the same likelihood of any histogram at any parameters. */
class ParetoLikelihoodPropertyTest {
    private static final double ALWAYS = 1e4;
    private static final double NEVER = 0;

    record Case(double[] parameters, RepeatHistogram data) {
        double at(double pointsOfAHistory, Derivatives derivatives) {
            return new ParetoLikelihood(data, Parallel.NONE, pointsOfAHistory).at(parameters, derivatives);
        }
    }

    /** Shapes from 1e-3 to 1e3, scales from 1e-3 to 1e5; ages that recur, that hardly differ, or that are all 0; x up to 400. */
    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Double> shape = logUniform(-3, 3);
        Arbitrary<Double> scale = logUniform(-3, 5);
        Arbitrary<Integer> ages = Arbitraries.integers().between(1, 60);
        Arbitrary<Double> span = logUniform(-1, 3);
        Arbitrary<Double> most = logUniform(0, 2.6);
        return Combinators.combine(shape, scale, shape, scale, ages, span, most, Arbitraries.longs())
                .as((r, alpha, s, beta, size, length, x, seed) ->
                        new Case(new double[] {r, alpha, s, beta}, histogram(size, length, (int) (double) x, seed)));
    }

    private static Arbitrary<Double> logUniform(double low, double high) {
        return Arbitraries.doubles().between(low, high).map(v -> StrictMath.pow(10, v));
    }

    private static RepeatHistogram histogram(int size, double span, int most, long seed) {
        Random random = new Random(seed);
        double[] ages = random.doubles(size, 0, 1)
                .map(v -> span * (v < 0.5 ? v : Math.rint(20 * v) / 20))
                .toArray();
        ages[0] = 0;
        List<WeightedHistory> rows = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            double one = ages[random.nextInt(size)];
            double other = ages[random.nextInt(size)];
            int x = random.nextInt(most + 1);
            double last = x == 0 ? 0 : Math.min(one, other);
            rows.add(new WeightedHistory(x, last, Math.max(one, other), 1 + random.nextInt(4)));
        }
        return RepeatHistogram.of(rows, PeriodUnit.WEEK);
    }

    @Property(tries = 300, seed = "1")
    void tablesAreAsGoodAsIntegrals(@ForAll("cases") Case c) {
        Derivatives integrated = new Derivatives(4);
        Derivatives tabulated = new Derivatives(4);
        double expected = c.at(NEVER, integrated);
        double weight = c.data.totalWeight();

        assertThat(c.at(ALWAYS, tabulated)).isCloseTo(expected, within(1e-12 * Math.max(weight, Math.abs(expected))));
        for (int i = 0; i < 4; i++) {
            double slope = integrated.gradient[i];
            assertThat(tabulated.gradient[i]).isCloseTo(slope, within(1e-12 * Math.max(weight, Math.abs(slope))));
            for (int j = 0; j < 4; j++) {
                double bend = integrated.hessian[i][j];
                assertThat(tabulated.hessian[i][j]).isCloseTo(bend, within(1e-11 * Math.max(weight, Math.abs(bend))));
                assertThat(tabulated.hessian[i][j]).isEqualTo(tabulated.hessian[j][i]);
            }
        }
    }
}
