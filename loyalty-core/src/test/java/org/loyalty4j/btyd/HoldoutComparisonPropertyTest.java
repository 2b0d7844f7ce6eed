package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The measures of a backtest for any customers, with many ties. */
class HoldoutComparisonPropertyTest {
    /** A customer. */
    record Customer(double predicted, double probability, int actual) {}

    @Provide
    Arbitrary<List<Customer>> customers() {
        Arbitrary<Double> expected = Arbitraries.oneOf(
                Arbitraries.of(0.0, 0.25, 1.0), Arbitraries.doubles().between(0, 20));
        Arbitrary<Double> probability = Arbitraries.oneOf(
                Arbitraries.of(0.0, 0.1, 0.3, 1.0), Arbitraries.doubles().between(0, 1));
        return Combinators.combine(expected, probability, Arbitraries.integers().between(0, 4))
                .as(Customer::new)
                .list()
                .ofMaxSize(60);
    }

    private static HoldoutComparison comparison(List<Customer> customers) {
        return new HoldoutComparison(
                customers.stream().mapToInt(Customer::actual).toArray());
    }

    private static ForecastAccuracy accuracy(List<Customer> customers) {
        return comparison(customers)
                .compare(customers.stream().mapToDouble(Customer::predicted).toArray());
    }

    private static ProbabilityAccuracy probability(List<Customer> customers, int bins) {
        return comparison(customers)
                .compareProbabilities(
                        customers.stream().mapToDouble(Customer::probability).toArray(), bins);
    }

    @Property(tries = 300, seed = "1")
    void theOrderOfTheCustomersDoesNotMatter(@ForAll("customers") List<Customer> customers, @ForAll long seed) {
        List<Customer> shuffled = new java.util.ArrayList<>(customers);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(accuracy(shuffled)).isEqualTo(accuracy(customers));
        assertThat(probability(shuffled, 4)).isEqualTo(probability(customers, 4));
    }

    @Property(tries = 300, seed = "1")
    void everythingIsAsTheDefinitionSays(@ForAll("customers") List<Customer> customers) {
        ForecastAccuracy accuracy = accuracy(customers);
        double[] p = customers.stream().mapToDouble(Customer::predicted).toArray();
        double[] a = customers.stream().mapToDouble(Customer::actual).toArray();
        double[] absolute = IntStream.range(0, p.length)
                .mapToDouble(i -> Math.abs(p[i] - a[i]))
                .toArray();
        assertThat(accuracy.absoluteErrors())
                .isEqualTo(
                        IntStream.range(0, p.length)
                                .mapToDouble(i -> absolute[i])
                                .sum(),
                        within(1e-9));
        assertThat(accuracy.squaredErrors())
                .isEqualTo(
                        IntStream.range(0, p.length)
                                .mapToDouble(i -> absolute[i] * absolute[i])
                                .sum(),
                        within(1e-9));
        double correlation = pearson(ranks(p), ranks(a));
        if (Double.isNaN(correlation)) {
            assertThat(accuracy.rankCorrelation()).isEmpty();
        } else {
            assertThat(accuracy.rankCorrelation().orElseThrow()).isEqualTo(correlation, within(1e-12));
        }
        for (GainPoint point : accuracy.gain()) {
            assertThat(point.share()).isEqualTo(gain(p, a, point.deciles()), within(1e-12));
            assertThat(point.share()).isLessThanOrEqualTo(point.idealShare() + 1e-12);
        }
    }

    /** The share of the purchases if each customer, by the pace of the crowd, counts with the part of it that is in. */
    private static double gain(double[] p, double[] a, int deciles) {
        double places = p.length * deciles / 10.0;
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double mine = p[i];
            long above = IntStream.range(0, p.length).filter(j -> p[j] > mine).count();
            long level = IntStream.range(0, p.length).filter(j -> p[j] == mine).count();
            sum += a[i] * Math.max(0, Math.min(1, (places - above) / level));
        }
        // Within a place, the curve is straight between whole customers, as is the crowd of equals.
        return sum / IntStream.range(0, a.length).mapToDouble(i -> a[i]).sum();
    }

    private static double[] ranks(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> IntStream.range(0, values.length)
                        .mapToDouble(j -> values[j] < values[i] ? 1 : values[j] == values[i] ? 0.5 : 0)
                        .sum())
                .toArray();
    }

    private static double pearson(double[] x, double[] y) {
        double meanX =
                IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElse(0);
        double meanY =
                IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElse(0);
        double xx = IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (x[i] - meanX))
                .sum();
        double yy = IntStream.range(0, x.length)
                .mapToDouble(i -> (y[i] - meanY) * (y[i] - meanY))
                .sum();
        double xy = IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
        return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }

    @Property(tries = 300, seed = "1")
    void binsHoldEveryoneOnceAndNeverPartEquals(
            @ForAll("customers") List<Customer> customers, @ForAll("bins") int bins) {
        ProbabilityAccuracy accuracy = probability(customers, bins);
        assertThat(accuracy.bins().size()).isLessThanOrEqualTo(bins);
        assertThat(accuracy.bins().stream()
                        .mapToLong(bin -> bin.observed().trials())
                        .sum())
                .isEqualTo(customers.size());
        assertThat(accuracy.bins().stream()
                        .mapToLong(bin -> bin.observed().successes())
                        .sum())
                .isEqualTo(accuracy.buyers().successes());
        List<Double> means =
                accuracy.bins().stream().map(CalibrationBin::predicted).toList();
        for (int i = 1; i < means.size(); i++) {
            assertThat(means.get(i)).isGreaterThan(means.get(i - 1));
        }
        double total = customers.stream().mapToDouble(Customer::probability).sum();
        assertThat(accuracy.bins().stream()
                        .mapToDouble(bin -> bin.predicted() * bin.observed().trials())
                        .sum())
                .isEqualTo(total, within(1e-9));
    }

    @Provide
    Arbitrary<Integer> bins() {
        return Arbitraries.integers().between(1, 12);
    }
}
