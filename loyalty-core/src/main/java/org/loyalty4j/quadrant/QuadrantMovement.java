package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.SurveyAnswers;

/**
 * Who moved between the quadrants from one date to another: a table of five by five, and who entered and left.
 *
 * <p>Both dates must be read by the same cuts, or the movement would be that of the ruler. For the same reason give both the same
 * frozen behaviour axis.
 *
 * <pre>{@code
 * QuadrantMovement movement = QuadrantMovement.between(june, july);
 * movement.customers(LoyaltyQuadrant.LATENT_LOYALTY, LoyaltyQuadrant.TRUE_LOYALTY);
 * movement.moves(QuadrantChange.FELL);
 * }</pre>
 */
public final class QuadrantMovement implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final LoyaltyQuadrant[] QUADRANTS = LoyaltyQuadrant.values();
    private static final int NOWHERE = QUADRANTS.length;
    private static final int KNOWN = LoyaltyQuadrant.UNKNOWN_ATTITUDE.ordinal();

    private final String[] ids;
    private final byte[] from;
    private final byte[] to;
    private final double[] attitudeBefore; // 0 where it is not known
    private final double attitudeCut;
    private final long[][] table; // with a row of those who entered, and a column of those who left

    private QuadrantMovement(
            String[] ids, byte[] from, byte[] to, double[] attitudeBefore, double attitudeCut, long[][] table) {
        this.ids = ids;
        this.from = from;
        this.to = to;
        this.attitudeBefore = attitudeBefore;
        this.attitudeCut = attitudeCut;
        this.table = table;
    }

    /**
     * Compares two dates customer by customer.
     *
     * @param before where the customers stood at the earlier date, each once
     * @param after where they stood at the later date, each once, by the same cuts
     * @return the movement
     * @throws IllegalArgumentException if a customer is in a list twice, or the cuts differ
     */
    public static QuadrantMovement between(List<QuadrantPosition> before, List<QuadrantPosition> after) {
        int most = Math.addExact(before.size(), after.size());
        Draft draft = new Draft(most);
        Checks.forEach(before, "before", draft::addBefore);
        draft.laterBegins();
        Checks.forEach(after, "after", draft::addAfter);
        return draft.movement();
    }

    /**
     * The number of customers who were in one quadrant and are in another.
     *
     * @param before the quadrant before
     * @param after the quadrant after
     * @return how many, in [0, inf)
     */
    public long customers(LoyaltyQuadrant before, LoyaltyQuadrant after) {
        return table[Objects.requireNonNull(before, "before").ordinal()][
                Objects.requireNonNull(after, "after").ordinal()];
    }

    /**
     * The number of customers who went a certain way.
     *
     * @param change the way
     * @return how many, in [0, inf)
     */
    public long customers(QuadrantChange change) {
        Objects.requireNonNull(change, "change");
        return flows().stream()
                .filter(flow -> flow.change() == change)
                .mapToLong(QuadrantFlow::customers)
                .sum();
    }

    /**
     * The number of customers of both dates.
     *
     * @return the sum of the table of five by five, in [0, inf)
     */
    public long ofBothDates() {
        return Arrays.stream(square(QUADRANTS.length))
                .flatMapToLong(Arrays::stream)
                .sum();
    }

    /**
     * Every flow, also those of nobody: from each of the five quadrants to each of them and out, and into each.
     *
     * @return 35 rows, those of {@link LoyaltyQuadrant#TRUE_LOYALTY} first and those who entered last
     */
    public List<QuadrantFlow> flows() {
        return IntStream.range(0, (NOWHERE + 1) * (NOWHERE + 1) - 1)
                .mapToObj(cell -> new QuadrantFlow(
                        quadrant(cell / (NOWHERE + 1)),
                        quadrant(cell % (NOWHERE + 1)),
                        table[cell / (NOWHERE + 1)][cell % (NOWHERE + 1)]))
                .toList();
    }

    /**
     * The customers of a quadrant who are in a certain one after, of those of both dates.
     *
     * @param before the quadrant before
     * @param after the quadrant after
     * @return how many of how many; of {@link Proportion#wilson} take the interval
     */
    public Proportion share(LoyaltyQuadrant before, LoyaltyQuadrant after) {
        long moved = customers(before, after);
        return new Proportion(
                moved,
                Arrays.stream(table[before.ordinal()], 0, QUADRANTS.length).sum());
    }

    /**
     * How much the share of a quadrant changed among the customers of both dates, with the adjusted Wald interval for paired
     * shares.
     *
     * <pre>{@code
     * p = (entered it + 1) / (n + 2),   q = (left it + 1) / (n + 2)
     * p - q -+ z sqrt((p + q - (p - q)^2) / (n + 2))
     * }</pre>
     *
     * <p>Edge cases: the value itself is not adjusted. The interval ends at -1 and at 1.
     *
     * @param quadrant the quadrant
     * @param confidence the confidence level, in (0, 1)
     * @return the change of the share, in [-1, 1]; empty without a customer of both dates
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.3102/1076998611411915">Bonett and Price (2012)</a>
     */
    public Optional<Estimate> shareChange(LoyaltyQuadrant quadrant, double confidence) {
        Objects.requireNonNull(quadrant, "quadrant");
        Checks.confidence(confidence);
        double n = ofBothDates();
        if (n == 0) {
            return Optional.empty();
        }
        double entered = 0;
        double left = 0;
        for (LoyaltyQuadrant other : QUADRANTS) {
            if (other != quadrant) {
                entered += customers(other, quadrant);
                left += customers(quadrant, other);
            }
        }
        double p = (entered + 1) / (n + 2);
        double q = (left + 1) / (n + 2);
        double half = Quantiles.twoSidedNormal(confidence) * Math.sqrt((p + q - (p - q) * (p - q)) / (n + 2));
        return Optional.of(new Estimate(
                (entered - left) / n, new Interval(Math.max(-1, p - q - half), Math.min(1, p - q + half), confidence)));
    }

    /**
     * Did the four quadrants change in size among the customers whose attitude is known both times? The Stuart-Maxwell test of
     * {@link MovementSignificance#marginalHomogeneity}; those of unknown attitude are left out, for to answer is no change of loyalty.
     *
     * @return the test; empty if none of them moved
     */
    public Optional<MovementSignificance> marginalHomogeneity() {
        return MovementSignificance.marginalHomogeneity(square(KNOWN));
    }

    /**
     * The same for all five outcomes, over all customers of both dates: also a change in how many answered shows.
     *
     * @return the test; empty if none of them moved
     */
    public Optional<MovementSignificance> marginalHomogeneityWithUnknown() {
        return MovementSignificance.marginalHomogeneity(square(QUADRANTS.length));
    }

    /**
     * Did as many move one way as the other, between each two of the four quadrants? The test of {@link MovementSignificance#symmetry}
     * among the customers whose attitude is known both times.
     *
     * @return the test; empty if none of them moved
     */
    public Optional<MovementSignificance> symmetry() {
        return MovementSignificance.symmetry(square(KNOWN));
    }

    private long[][] square(int categories) {
        return Arrays.stream(table, 0, categories)
                .map(row -> Arrays.copyOf(row, categories))
                .toArray(long[][]::new);
    }

    /**
     * How many attitudes would have moved across the cut if nothing had changed but the noise of the answers, among the
     * customers who answered between the two dates. Of the others the later date has the same answer as the earlier one,
     * which cannot move.
     *
     * @param noise how noisy one answer is
     * @param before the answers of the earlier date
     * @param after the answers of the later date; those given after the earlier one are new
     * @return the numbers seen and expected; empty if nobody whose attitude is known both times has answered anew
     * @throws IllegalArgumentException if an attitude is no single answer on the scale of the noise
     */
    public Optional<NoiseMovement> byNoise(AnswerNoise noise, SurveyAnswers before, SurveyAnswers after) {
        LocalDate since = before.asOf();
        Objects.requireNonNull(after, "after");
        return byNoise(
                noise,
                id -> after.answerOf(id)
                        .map(answer -> answer.date().isAfter(since))
                        .orElse(false));
    }

    /**
     * How many attitudes would have moved across the cut if nothing had changed but the noise of the answers, among the
     * customers of whom the later date has another answer than the earlier one.
     *
     * @param noise how noisy one answer is
     * @param answeredAnew tells by the id whether a customer answered anew
     * @return the numbers seen and expected; empty if nobody whose attitude is known both times has answered anew
     * @throws IllegalArgumentException if an attitude is no single answer on the scale of the noise
     */
    public Optional<NoiseMovement> byNoise(AnswerNoise noise, Predicate<String> answeredAnew) {
        Objects.requireNonNull(answeredAnew, "answeredAnew");
        Scale scale = noise.scale();
        long[] counts = ReaskedAnswers.noCounts(scale);
        long customers = 0;
        long attitudeMoves = 0;
        long moves = 0;
        for (int i = 0; i < ids.length; i++) {
            if (from[i] < KNOWN && to[i] < KNOWN && answeredAnew.test(ids[i])) {
                counts[ReaskedAnswers.answer(scale, attitudeBefore[i], ids[i]) - scale.minimum()]++;
                customers++;
                moves += from[i] == to[i] ? 0 : 1;
                attitudeMoves += likes(from[i]) == likes(to[i]) ? 0 : 1;
            }
        }
        if (customers == 0) {
            return Optional.empty();
        }
        ReaskedAnswers again = ReaskedAnswers.of(AnswerCounts.of(scale, counts), noise);
        int lowest = ReaskedAnswers.lowestAbove(scale, attitudeCut);
        double expected = 0;
        double variance = 0;
        for (int i = 0; i < counts.length; i++) {
            int answer = scale.minimum() + i;
            double high = again.probabilityAtLeast(answer, lowest);
            expected += counts[i] * (answer >= lowest ? 1 - high : high);
            variance += counts[i] * high * (1 - high);
        }
        return Optional.of(new NoiseMovement(noise, customers, attitudeMoves, moves, expected, Math.sqrt(variance)));
    }

    private static boolean likes(int quadrant) {
        return quadrant == LoyaltyQuadrant.TRUE_LOYALTY.ordinal()
                || quadrant == LoyaltyQuadrant.LATENT_LOYALTY.ordinal();
    }

    /**
     * Each customer of either date: those of the earlier one in its order, then those who entered in the order of the later.
     *
     * @return an immutable random-access list
     */
    public List<QuadrantMove> moves() {
        return new RowList<>(ids.length, this::move);
    }

    /**
     * The customers who went a certain way.
     *
     * @param change the way
     * @return an immutable random-access list in the order of {@link #moves()}
     */
    public List<QuadrantMove> moves(QuadrantChange change) {
        Objects.requireNonNull(change, "change");
        int[] chosen = IntStream.range(0, ids.length)
                .filter(i -> QuadrantChange.between(quadrant(from[i]), quadrant(to[i])) == change)
                .toArray();
        return new RowList<>(chosen.length, row -> move(chosen[row]));
    }

    private QuadrantMove move(int customer) {
        return new QuadrantMove(ids[customer], quadrant(from[customer]), quadrant(to[customer]));
    }

    private static @Nullable LoyaltyQuadrant quadrant(int index) {
        return index == NOWHERE ? null : QUADRANTS[index];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-18s", "from \\ to"));
        for (LoyaltyQuadrant quadrant : QUADRANTS) {
            text.append(String.format(Locale.ROOT, " %17s", quadrant.label()));
        }
        text.append(String.format(Locale.ROOT, " %10s\n", "(left)"));
        for (int row = 0; row <= NOWHERE; row++) {
            text.append(String.format(Locale.ROOT, "%-18s", row == NOWHERE ? "(entered)" : QUADRANTS[row].label()));
            for (int column = 0; column < NOWHERE; column++) {
                text.append(String.format(Locale.ROOT, " %17d", table[row][column]));
            }
            text.append(row == NOWHERE ? "\n" : String.format(Locale.ROOT, " %10d\n", table[row][NOWHERE]));
        }
        return text.toString();
    }

    /** Gathers the customers of both dates. */
    private static final class Draft {
        private final String[] ids;
        private final byte[] from;
        private final byte[] to;
        private final double[] attitudeBefore;
        private final Map<String, Integer> known;
        private @Nullable QuadrantClassifier cuts;
        private int size;
        private int sizeBefore;

        Draft(int most) {
            ids = new String[most];
            from = new byte[most];
            to = new byte[most];
            attitudeBefore = new double[most];
            known = new HashMap<>(most);
            Arrays.fill(from, (byte) NOWHERE);
            Arrays.fill(to, (byte) NOWHERE);
        }

        void addBefore(QuadrantPosition position) {
            requireSameCuts("before", position);
            int customer = add("before", position);
            from[customer] = (byte) position.quadrant().ordinal();
            Double attitude = position.attitude();
            attitudeBefore[customer] = attitude == null ? 0 : attitude;
        }

        void laterBegins() {
            sizeBefore = size;
        }

        void addAfter(QuadrantPosition position) {
            requireSameCuts("after", position);
            Integer there = known.get(position.customerId());
            int customer = there != null && there < sizeBefore && to[there] == NOWHERE ? there : add("after", position);
            to[customer] = (byte) position.quadrant().ordinal();
        }

        private int add(String list, QuadrantPosition position) {
            if (known.put(position.customerId(), size) != null) {
                throw new IllegalArgumentException(
                        list + " must hold each customer once, but held " + position.customerId() + " twice");
            }
            ids[size] = position.customerId();
            return size++;
        }

        private void requireSameCuts(String list, QuadrantPosition position) {
            if (cuts == null) {
                cuts = position.classifier();
            } else if (!cuts.equals(position.classifier())) {
                throw new IllegalArgumentException(list + " must be cut at " + cuts + " throughout, but customer "
                        + position.customerId() + " was cut at " + position.classifier());
            }
        }

        QuadrantMovement movement() {
            long[][] table = new long[NOWHERE + 1][NOWHERE + 1];
            for (int i = 0; i < size; i++) {
                table[from[i]][to[i]]++;
            }
            return new QuadrantMovement(
                    Arrays.copyOf(ids, size),
                    Arrays.copyOf(from, size),
                    Arrays.copyOf(to, size),
                    Arrays.copyOf(attitudeBefore, size),
                    cuts == null ? 0 : cuts.attitudeCut(),
                    table);
        }
    }
}
