package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * Estimates for the whole customer base from those who answered, weighted by what is known of everybody.
 *
 * <p>Loyal customers answer surveys more often, so a plain share of the answers speaks for them. Here every customer lies in a
 * stratum, such as an RFM cell; the respondents of a stratum stand for all customers of it, with the weight N_h / n_h. That
 * is right as far as those who answered and those who did not are alike <em>within</em> a stratum, which no figure can
 * show; {@link NonResponseBounds} says what is known without it.
 *
 * <pre>{@code
 * mean     = sum(W_h mean_h),   W_h = N_h / N
 * variance = sum(W_h^2 ((n_h - 1) s_h^2 + S^2) / n_h^2)
 * }</pre>
 *
 * <p>The textbook variance is {@code sum(W_h^2 s_h^2 / n_h)}. Here every stratum is lent one degree of freedom of S^2, the variance
 * in the whole base, so that strata in which the few who answered happen to agree do not pass for certain; with many respondents
 * the two are one. The variance is that given the n_h at hand, without a correction for a finite base: the base is read, like everywhere in this
 * library, as customers of whom there could be more. A stratum with fewer respondents than a minimum, at least 2, since one answer
 * has no variance, is collapsed with a neighbour or left out ({@link SmallStrata}); {@link #strata()} and {@link #uncovered()}
 * show what became of each.
 *
 * @see <a href="https://doi.org/10.2307/2344652">Holt and Smith (1979)</a>
 */
public final class PostStratification implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LEAST_FOR_A_VARIANCE = 2;

    private final int[] groupOfCustomer;
    private final BitSet answered;
    private final List<PostStratum> strata;
    private final List<PostStratum> uncovered;
    private final long covered;
    private final long respondents;

    private PostStratification(int[] groupOfCustomer, BitSet answered, StratumGrouping grouping) {
        this.groupOfCustomer = groupOfCustomer;
        this.answered = answered;
        this.strata = grouping.groups();
        this.uncovered = grouping.uncovered();
        this.covered = strata.stream().mapToLong(PostStratum::customers).sum();
        this.respondents = strata.stream().mapToLong(PostStratum::respondents).sum();
    }

    /**
     * Weights by strata in a given order, in which those with fewer than two respondents are collapsed with a neighbour.
     *
     * @param stratumOfCustomer the index of each customer's stratum in the names; in [0, number of names)
     * @param stratumNames the strata, neighbours beside each other
     * @param answered the indices of the customers who answered
     * @return the weights
     * @throws IllegalArgumentException if a stratum is out of range, or a customer answered who is not in the base
     */
    public static PostStratification of(int[] stratumOfCustomer, List<String> stratumNames, BitSet answered) {
        return of(stratumOfCustomer, stratumNames, answered, LEAST_FOR_A_VARIANCE, SmallStrata.COLLAPSE);
    }

    /**
     * Weights by strata in a given order.
     *
     * @param stratumOfCustomer the index of each customer's stratum in the names; in [0, number of names)
     * @param stratumNames the strata, neighbours beside each other
     * @param answered the indices of the customers who answered
     * @param minimum the fewest respondents that speak for a stratum, in [2, inf)
     * @param smallStrata what becomes of a stratum with fewer
     * @return the weights
     * @throws IllegalArgumentException if a stratum is out of range, a customer answered who is not in the base, or the minimum
     *     is below 2
     */
    public static PostStratification of(
            int[] stratumOfCustomer, List<String> stratumNames, BitSet answered, int minimum, SmallStrata smallStrata) {
        return of(stratumOfCustomer, stratumNames, answered, minimum, smallStrata, Set.of());
    }

    /**
     * Weights by strata in a given order, of which some have no neighbours: nobody else speaks for them, and they for nobody else.
     *
     * @param stratumOfCustomer the index of each customer's stratum in the names; in [0, number of names)
     * @param stratumNames the strata, neighbours beside each other
     * @param answered the indices of the customers who answered
     * @param minimum the fewest respondents that speak for a stratum, in [2, inf)
     * @param smallStrata what becomes of a stratum with fewer
     * @param apart the names of strata that are never collapsed, such as that of the prospects; with too few respondents they are
     *     left out whatever the rule, and those beside them become neighbours
     * @return the weights
     * @throws IllegalArgumentException if a stratum is out of range, a customer answered who is not in the base, the minimum is below
     *     2, or a stratum apart is not among the names
     */
    public static PostStratification of(
            int[] stratumOfCustomer,
            List<String> stratumNames,
            BitSet answered,
            int minimum,
            SmallStrata smallStrata,
            Set<String> apart) {
        Checks.inClosed(minimum, LEAST_FOR_A_VARIANCE, Integer.MAX_VALUE, "minimum");
        Objects.requireNonNull(smallStrata, "smallStrata");
        Objects.requireNonNull(apart, "apart");
        List<PostStratum> given = ResponseTable.count(stratumOfCustomer, stratumNames, answered);
        for (String name : apart) {
            if (!stratumNames.contains(name)) {
                throw new IllegalArgumentException("apart must be of the strata " + stratumNames + ", but was " + name);
            }
        }
        StratumGrouping grouping = StratumGrouping.of(given, minimum, smallStrata, apart);
        int[] groupOfStratum = grouping.groupOfStratum();
        int[] groupOfCustomer = new int[stratumOfCustomer.length];
        for (int i = 0; i < groupOfCustomer.length; i++) {
            groupOfCustomer[i] = groupOfStratum[stratumOfCustomer[i]];
        }
        return new PostStratification(groupOfCustomer, (BitSet) answered.clone(), grouping);
    }

    /**
     * Weights by strata given by name, in the order of the names ({@link String#compareTo}), in which those with fewer than two
     * respondents are collapsed with a neighbour.
     *
     * @param stratumOfCustomer the name of each customer's stratum
     * @param answered the indices of the customers who answered
     * @return the weights
     * @throws IllegalArgumentException if a customer answered who is not in the base
     */
    public static PostStratification of(List<String> stratumOfCustomer, BitSet answered) {
        Map<String, Integer> index = new TreeMap<>();
        Checks.forEach(stratumOfCustomer, "stratumOfCustomer", name -> index.put(name, 0));
        List<String> names = List.copyOf(index.keySet());
        for (int h = 0; h < names.size(); h++) {
            index.put(names.get(h), h);
        }
        return of(
                stratumOfCustomer.stream()
                        .mapToInt(name -> Objects.requireNonNull(index.get(name)))
                        .toArray(),
                names,
                answered);
    }

    /**
     * The strata that are weighted up, after the small ones were collapsed or left out.
     *
     * @return the strata in the order given, each with enough respondents; those without customers are not among them
     */
    public List<PostStratum> strata() {
        return strata;
    }

    /**
     * The strata of which nothing is said, because too few answered.
     *
     * @return the strata left out, in the order given; empty unless they were to be left out, or are apart, or too few answered in all
     */
    public List<PostStratum> uncovered() {
        return uncovered;
    }

    /**
     * The size of the base.
     *
     * @return all customers, in [0, inf)
     */
    public long population() {
        return groupOfCustomer.length;
    }

    /**
     * The customers for whom somebody answered.
     *
     * @return the customers of {@link #strata()}, in [0, population]
     */
    public long covered() {
        return covered;
    }

    /**
     * The respondents whose answers are used.
     *
     * @return the respondents of {@link #strata()}, in [0, covered]
     */
    public long respondents() {
        return respondents;
    }

    /**
     * What unequal weights cost, before any answer is read: Kish's design effect of weighting.
     *
     * <pre>{@code deff = n sum(w^2) / sum(w)^2}</pre>
     *
     * <p>It is the factor on the variance of a mean if the strata had nothing to do with the answer. Where they have, the design
     * effect of the estimate is lower. Source: Kish (1992), Journal of Official Statistics 8(2), 183-200.
     *
     * @return the design effect, in [1, inf); empty if nothing is covered
     */
    public OptionalDouble designEffect() {
        if (strata.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (PostStratum stratum : strata) {
            double share = share(stratum);
            sum += share * share / stratum.respondents();
        }
        return OptionalDouble.of(Math.max(1, respondents * sum));
    }

    /**
     * The respondents of equal weight who would tell as much.
     *
     * @return {@code respondents / designEffect}, in (0, respondents]; empty if nothing is covered
     */
    public OptionalDouble effectiveSampleSize() {
        OptionalDouble effect = designEffect();
        return effect.isEmpty() ? effect : OptionalDouble.of(respondents / effect.getAsDouble());
    }

    private double share(PostStratum stratum) {
        return (double) stratum.customers() / covered;
    }

    /**
     * The mean of a column for all customers covered, with its t-interval.
     *
     * <p>The degrees of freedom are Satterthwaite's, as strata with few respondents say little of their variance. With one
     * stratum this is the plain mean and its t-interval. Edge cases: the interval has no width where all answers are alike, which
     * says that the method has nothing to go by; the design effect is then that of the weights.
     *
     * @param valueByCustomer the column, one element a customer; only those of respondents are read, and these must be finite
     * @param confidence the confidence level, in (0, 1)
     * @return the mean; empty if nothing is covered
     * @throws IllegalArgumentException if the column has another length, a value of a respondent is not finite, or confidence is
     *     not in (0, 1)
     * @see <a href="https://doi.org/10.2307/3002019">Satterthwaite (1946)</a>
     */
    public Optional<WeightedEstimate> mean(double[] valueByCustomer, double confidence) {
        Checks.sameLength(groupOfCustomer.length, valueByCustomer.length, "valueByCustomer");
        Checks.confidence(confidence);
        if (strata.isEmpty()) {
            return Optional.empty();
        }
        StratifiedMean mean = stratified(valueByCustomer);
        double value = mean.mean();
        double half = mean.isConstant()
                ? 0
                : Quantiles.twoSidedStudentT(confidence, mean.degreesOfFreedom()) * Math.sqrt(mean.steadiedVariance());
        return Optional.of(estimate(value, new Interval(value - half, value + half, confidence), mean));
    }

    /**
     * The textbook standard error of the mean of a column, in which no stratum is lent anything.
     *
     * <p>It is what a survey package prints: {@code sqrt(sum(W_h^2 s_h^2 / n_h))}. Of strata with a handful of respondents it is
     * often far too small; {@link #mean} uses a steadier one. Source: Cochran (1977), Sampling Techniques, 3rd ed., equation 5.12
     * without the correction for a finite population.
     *
     * @param valueByCustomer the column, one element a customer; only those of respondents are read, and these must be finite
     * @return the standard error, in [0, inf); empty if nothing is covered
     * @throws IllegalArgumentException if the column has another length, or a value of a respondent is not finite
     */
    public OptionalDouble standardError(double[] valueByCustomer) {
        Checks.sameLength(groupOfCustomer.length, valueByCustomer.length, "valueByCustomer");
        return strata.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(stratified(valueByCustomer).variance()));
    }

    /**
     * The share of all customers covered who have a property that only respondents show, with Wilson's interval at the effective
     * sample size.
     *
     * <pre>{@code
     * effective n = S^2 / v
     * }</pre>
     *
     * <p>v is the steadied variance of this class; S^2 that of a customer's answer in the whole base, estimated without bias. For
     * the interval n is lowered further, by the squared ratio of the t values with the degrees of freedom that n and v have, for v
     * is itself uncertain. The interval never leaves [0, 1]. With one stratum it is the plain
     * {@link org.loyalty4j.Proportion#wilson}. Where all answers are alike, the effective sample size is that of the weights.
     *
     * @param has the indices of the customers with the property; only those of respondents are read
     * @param confidence the confidence level, in (0, 1)
     * @return the share, in [0, 1]; empty if nothing is covered
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927)</a>; the effective sample size after Korn and
     *     Graubard (1998), Survey Methodology 24(2), 193-201
     */
    public Optional<WeightedEstimate> share(BitSet has, double confidence) {
        Objects.requireNonNull(has, "has");
        Checks.confidence(confidence);
        if (strata.isEmpty()) {
            return Optional.empty();
        }
        StratifiedMean share = counted(has, new BitSet());
        double p = inUnit(share.mean());
        return Optional.of(
                estimate(p, EffectiveSample.wilson(p, sizeForInterval(share, confidence), confidence), share));
    }

    /**
     * The Net Promoter Score of all customers covered, with its adjusted-Wald interval at the effective sample size.
     *
     * <p>The effective sample size is found as in {@link #share}, from the variance of a column that is 1 for promoters, -1 for
     * detractors and 0 for passives. The interval never leaves [-100, 100]; with one stratum it is {@link Nps#adjustedWald}.
     *
     * @param promoters the indices of those who answered 9 or 10; only those of respondents are read
     * @param detractors the indices of those who answered 0 to 6; only those of respondents are read
     * @param confidence the confidence level, in (0, 1)
     * @return the score, in [-100, 100]; empty if nothing is covered
     * @throws IllegalArgumentException if a respondent is both, or confidence is not in (0, 1)
     * @see <a href="https://arxiv.org/abs/1601.07235">Rocks (2016)</a>
     */
    public Optional<WeightedEstimate> nps(BitSet promoters, BitSet detractors, double confidence) {
        Objects.requireNonNull(promoters, "promoters");
        Objects.requireNonNull(detractors, "detractors");
        Checks.confidence(confidence);
        BitSet both = (BitSet) promoters.clone();
        both.and(detractors);
        both.and(answered);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(
                    "promoters must not be detractors, but customer " + both.nextSetBit(0) + " was both");
        }
        if (strata.isEmpty()) {
            return Optional.empty();
        }
        StratifiedMean net = counted(promoters, detractors);
        double n = sizeForInterval(net, confidence);
        double p = inUnit(counted(promoters, new BitSet()).mean());
        double d = inUnit(counted(detractors, new BitSet()).mean());
        return Optional.of(estimate(100 * (p - d), EffectiveSample.adjustedWald(p, d, n, confidence), net));
    }

    /**
     * The Net Promoter Score of all customers covered, from their answers.
     *
     * @param answerByCustomer one element a customer; only those of respondents are read, and these must be whole numbers in
     *     [0, 10]
     * @param confidence the confidence level, in (0, 1)
     * @return the score, in [-100, 100]; empty if nothing is covered
     * @throws IllegalArgumentException if the column has another length, an answer of a respondent is no whole number in [0, 10],
     *     or confidence is not in (0, 1)
     * @see #nps(BitSet, BitSet, double)
     */
    public Optional<WeightedEstimate> nps(double[] answerByCustomer, double confidence) {
        Checks.sameLength(groupOfCustomer.length, answerByCustomer.length, "answerByCustomer");
        BitSet promoters = new BitSet();
        BitSet detractors = new BitSet();
        for (int i = answered.nextSetBit(0); i >= 0; i = answered.nextSetBit(i + 1)) {
            double answer = answerByCustomer[i];
            if (!(answer >= 0 && answer <= 10 && answer == Math.rint(answer))) {
                throw new IllegalArgumentException(
                        "answerByCustomer[" + i + "] must be a whole number in [0, 10], but was " + answer);
            }
            NpsGroup group = NpsGroup.of(answer);
            promoters.set(i, group == NpsGroup.PROMOTER);
            detractors.set(i, group == NpsGroup.DETRACTOR);
        }
        return nps(promoters, detractors, confidence);
    }

    private static double inUnit(double share) {
        return Math.min(1, Math.max(0, share));
    }

    /** Kish's size where all answers are alike, and show no variance. */
    private double effectiveSize(StratifiedMean column) {
        return column.isConstant()
                ? effectiveSampleSize().orElseThrow()
                : column.populationVariance() / column.steadiedVariance();
    }

    /** The effective size, less what the uncertain variance costs. */
    private double sizeForInterval(StratifiedMean column, double confidence) {
        if (column.isConstant()) {
            return effectiveSampleSize().orElseThrow();
        }
        double ratio = Quantiles.twoSidedStudentT(confidence, respondents - 1.0)
                / Quantiles.twoSidedStudentT(confidence, column.degreesOfFreedom());
        return effectiveSize(column) * ratio * ratio;
    }

    private WeightedEstimate estimate(double value, Interval interval, StratifiedMean column) {
        double n = effectiveSize(column);
        return new WeightedEstimate(new Estimate(value, interval), respondents / n, n, covered, population());
    }

    /** A column that is 1 for the first, -1 for the second and 0 for the others; it is counted, so the sums are exact. */
    private StratifiedMean counted(BitSet plus, BitSet minus) {
        long[] up = counts(plus);
        long[] down = counts(minus);
        double[] means = new double[strata.size()];
        double[] squares = new double[strata.size()];
        for (int h = 0; h < means.length; h++) {
            double n = strata.get(h).respondents();
            means[h] = (up[h] - down[h]) / n;
            squares[h] = up[h] + down[h] - n * means[h] * means[h];
            if (up[h] == n || down[h] == n) {
                squares[h] = 0;
            }
        }
        return stratified(means, squares);
    }

    private long[] counts(BitSet which) {
        long[] counts = new long[strata.size()];
        for (int i = which.nextSetBit(0); i >= 0 && i < groupOfCustomer.length; i = which.nextSetBit(i + 1)) {
            if (answered.get(i) && groupOfCustomer[i] != StratumGrouping.NONE) {
                counts[groupOfCustomer[i]]++;
            }
        }
        return counts;
    }

    /** Within a stratum the values are added in order of size, so that the order of the customers does not matter. */
    private StratifiedMean stratified(double[] column) {
        double[][] values = new double[strata.size()][];
        for (int h = 0; h < values.length; h++) {
            values[h] = new double[Math.toIntExact(strata.get(h).respondents())];
        }
        int[] filled = new int[values.length];
        for (int i = answered.nextSetBit(0); i >= 0; i = answered.nextSetBit(i + 1)) {
            Checks.finite(column[i], "valueByCustomer", i);
            int group = groupOfCustomer[i];
            if (group != StratumGrouping.NONE) {
                values[group][filled[group]++] = column[i];
            }
        }
        double[] means = new double[values.length];
        double[] squares = new double[values.length];
        for (int h = 0; h < values.length; h++) {
            Arrays.sort(values[h]);
            double first = values[h][0];
            double sum = 0;
            for (double value : values[h]) {
                sum += value - first;
            }
            double mean = sum / values[h].length;
            for (double value : values[h]) {
                double deviation = value - first - mean;
                squares[h] += deviation * deviation;
            }
            means[h] = first + mean;
        }
        return stratified(means, squares);
    }

    private StratifiedMean stratified(double[] means, double[] squares) {
        return new StratifiedMean(
                strata.stream().mapToDouble(this::share).toArray(),
                strata.stream().mapToDouble(PostStratum::respondents).toArray(),
                means,
                squares);
    }

    @Override
    public String toString() {
        return strata.isEmpty()
                ? String.format(Locale.ROOT, "None of %,d customers covered", population())
                : String.format(
                        Locale.ROOT,
                        "%,d respondents in %d strata for %,d of %,d customers, design effect of the weights %.2f, "
                                + "effective sample size %.1f",
                        respondents,
                        strata.size(),
                        covered,
                        population(),
                        designEffect().orElseThrow(),
                        effectiveSampleSize().orElseThrow());
    }
}
