package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ConcentrationPropertyTest {

    @Provide
    Arbitrary<List<Long>> spends() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 20), Arbitraries.longs().between(1, 1_000_000_000_000_000L))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .filter(list -> list.stream().anyMatch(spend -> spend > 0));
    }

    static List<PurchaseSummary> summaries(List<Long> spends) {
        LocalDate day = LocalDate.of(2025, 1, 1);
        return IntStream.range(0, spends.size())
                .mapToObj(i -> new PurchaseSummary("C" + i, day, 1, 1, day, day, spends.get(i), 0, 2))
                .toList();
    }

    @Property(seed = "1")
    void giniIsHalfTheRelativeMeanDifference(@ForAll("spends") List<Long> spends) {
        BigDecimal differences = BigDecimal.ZERO;
        for (long one : spends) {
            for (long other : spends) {
                differences = differences.add(BigDecimal.valueOf(Math.abs(one - other)));
            }
        }
        double n = spends.size();
        double sum = spends.stream().mapToLong(Long::longValue).sum();
        double gini = Concentration.of(summaries(spends)).gini().orElseThrow();
        assertThat(gini).isCloseTo(differences.doubleValue() / (2 * n * sum), within(1e-14));
        assertThat(gini).isBetween(0.0, 1 - 1 / n);
    }

    @Property(seed = "1")
    void ofEqualSpendsItIsExactlyZero(
            @ForAll @IntRange(min = 1, max = 300) int buyers, @ForAll @IntRange(min = 1) int spend) {
        Concentration equal = Concentration.of(summaries(Collections.nCopies(buyers, spend * 10_000_001L)));
        assertThat(equal.gini()).hasValue(0);
    }

    @Property(seed = "1")
    void lorenzCurveRisesUnderTheDiagonal(
            @ForAll("spends") List<Long> spends, @ForAll @IntRange(min = 1, max = 50) int steps) {
        List<Concentration.LorenzPoint> curve =
                Concentration.of(summaries(spends)).lorenz(steps);
        assertThat(curve).hasSize(steps + 1);
        assertThat(curve.get(0)).isEqualTo(new Concentration.LorenzPoint(0, 0));
        assertThat(curve.get(steps)).isEqualTo(new Concentration.LorenzPoint(1, 1));
        for (int i = 1; i <= steps; i++) {
            assertThat(curve.get(i).salesShare())
                    .isGreaterThanOrEqualTo(curve.get(i - 1).salesShare() - 1e-15);
            assertThat(curve.get(i).salesShare())
                    .isLessThanOrEqualTo(curve.get(i).customerShare() + 1e-12);
        }
    }

    @Property(seed = "1")
    void topShareIsTheOtherEndOfTheCurve(
            @ForAll("spends") List<Long> spends, @ForAll @DoubleRange(max = 1) double fraction) {
        List<Long> best = new ArrayList<>(spends);
        best.sort(Collections.reverseOrder());
        double wanted = fraction * best.size();
        double expected = 0;
        for (int i = 0; i < best.size(); i++) {
            expected += best.get(i) * Math.max(0, Math.min(1, wanted - i));
        }
        double sum = best.stream().mapToLong(Long::longValue).sum();
        double share = Concentration.of(summaries(spends)).topShare(fraction).orElseThrow();
        assertThat(share).isCloseTo(expected / sum, within(1e-12)).isBetween(0.0, 1.0);
    }

    @Property(seed = "1")
    void decilesAddUpAndFall(@ForAll("spends") List<Long> spends, @ForAll Random random) {
        List<Long> shuffled = new ArrayList<>(spends);
        Collections.shuffle(shuffled, random);
        Concentration concentration = Concentration.of(summaries(shuffled));
        List<Concentration.Decile> deciles = concentration.deciles();
        assertThat(deciles).isEqualTo(Concentration.of(summaries(spends)).deciles());
        assertThat(deciles.stream().mapToInt(Concentration.Decile::customers).sum())
                .isEqualTo(spends.size());
        assertThat(deciles.stream().map(Concentration.Decile::sales).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(concentration.sales());
        assertThat(deciles.stream()
                        .mapToDouble(decile -> decile.salesShare().orElseThrow())
                        .sum())
                .isCloseTo(1, within(1e-12));
        int smallest = spends.size() / 10;
        assertThat(deciles).allMatch(decile -> decile.customers() - smallest <= 1 && decile.customers() >= smallest);
    }
}
