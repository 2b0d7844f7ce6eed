package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/**
 * How sure the quadrant of each customer is, given the noise of the answers and, where it is estimated, of the behaviour: an
 * immutable list over primitive columns, in the order of the positions.
 *
 * <p>The probability of an attitude is that of the customer's next answer, if the customer was asked again and only the noise was
 * another ({@link ReaskedAnswers}): it can be checked against customers who are asked twice. Behaviour is certain, as an RFM
 * composite is observed, unless you give probabilities of your own, such as those of {@link ColumnAxis#probabilitiesAtLeast}.
 */
public final class QuadrantProbabilities extends AbstractList<QuadrantProbability>
        implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final LoyaltyQuadrant[] QUADRANTS = LoyaltyQuadrant.values();

    private final String[] ids;
    private final byte[] quadrants;
    private final double[] highBehaviour;
    private final double[] highAttitude; // 0 where it is not known

    private QuadrantProbabilities(String[] ids, byte[] quadrants, double[] highBehaviour, double[] highAttitude) {
        this.ids = ids;
        this.quadrants = quadrants;
        this.highBehaviour = highBehaviour;
        this.highAttitude = highAttitude;
    }

    /**
     * The probabilities where the behaviour is observed.
     *
     * @param positions where the customers stand, the attitude of each a single answer
     * @param answers what customers would answer if they were asked again
     * @return one row a customer
     * @throws IllegalArgumentException if an attitude is no single answer on the scale
     */
    public static QuadrantProbabilities of(List<QuadrantPosition> positions, ReaskedAnswers answers) {
        return of(positions, answers, null);
    }

    /**
     * The probabilities where the behaviour is an estimate.
     *
     * @param positions where the customers stand, the attitude of each a single answer
     * @param answers what customers would answer if they were asked again
     * @param highBehaviour the probability of each customer's behaviour to be at or above its cut, in [0, 1]; null where it is
     *     observed, and so certain
     * @return one row a customer
     * @throws IllegalArgumentException if an attitude is no single answer on the scale, a probability is out of range, or the
     *     columns differ in length
     */
    public static QuadrantProbabilities of(
            List<QuadrantPosition> positions, ReaskedAnswers answers, double @Nullable [] highBehaviour) {
        Objects.requireNonNull(answers, "answers");
        if (highBehaviour != null) {
            Checks.sameLength(positions.size(), highBehaviour.length, "highBehaviour");
        }
        int n = positions.size();
        String[] ids = new String[n];
        byte[] quadrants = new byte[n];
        double[] buys = new double[n];
        double[] likes = new double[n];
        int minimum = answers.noise().scale().minimum();
        double[] ofAnswer = new double[0];
        double cut = Double.NaN;
        for (int i = 0; i < n; i++) {
            QuadrantPosition position = positions.get(i);
            ids[i] = position.customerId();
            quadrants[i] = (byte) position.quadrant().ordinal();
            buys[i] = highBehaviour != null
                    ? Checks.inClosed(highBehaviour[i], 0, 1, "highBehaviour", i)
                    : position.behaviourDistance() >= 0 ? 1 : 0;
            Double attitude = position.attitude();
            if (attitude != null) {
                if (position.classifier().attitudeCut() != cut) {
                    cut = position.classifier().attitudeCut();
                    ofAnswer = highByAnswer(answers, cut);
                }
                likes[i] = ofAnswer[ReaskedAnswers.answer(answers.noise().scale(), attitude, ids[i]) - minimum];
            }
        }
        return new QuadrantProbabilities(ids, quadrants, buys, likes);
    }

    private static double[] highByAnswer(ReaskedAnswers answers, double cut) {
        int lowest = ReaskedAnswers.lowestAbove(answers.noise().scale(), cut);
        return IntStream.rangeClosed(
                        answers.noise().scale().minimum(),
                        answers.noise().scale().maximum())
                .mapToDouble(first -> answers.probabilityAtLeast(first, lowest))
                .toArray();
    }

    @Override
    public QuadrantProbability get(int index) {
        LoyaltyQuadrant quadrant = QUADRANTS[quadrants[index]];
        return new QuadrantProbability(
                ids[index],
                quadrant,
                highBehaviour[index],
                quadrant == LoyaltyQuadrant.UNKNOWN_ATTITUDE ? null : highAttitude[index]);
    }

    @Override
    public int size() {
        return ids.length;
    }

    /**
     * The customers who stand so close to a cut that their quadrant is not sure.
     *
     * @param confidence the confidence below which a quadrant is not sure, in (0, 1]
     * @return an immutable random-access list in the order of this one; those of unknown attitude are not in it
     * @throws IllegalArgumentException if confidence is out of range
     */
    public List<QuadrantProbability> borderline(double confidence) {
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1], but was " + confidence);
        }
        int[] chosen = IntStream.range(0, ids.length)
                .filter(i -> quadrants[i] != LoyaltyQuadrant.UNKNOWN_ATTITUDE.ordinal()
                        && get(i).confidence().orElse(1) < confidence)
                .toArray();
        return new RowList<>(chosen.length, row -> get(chosen[row]));
    }

    /**
     * The number of customers to be expected in a quadrant if all were asked again.
     *
     * @param quadrant the quadrant
     * @return the sum of the probabilities, in [0, size]
     */
    public double expectedCustomers(LoyaltyQuadrant quadrant) {
        Objects.requireNonNull(quadrant, "quadrant");
        double[] probabilities = new double[ids.length];
        Arrays.setAll(probabilities, i -> get(i).of(quadrant));
        Arrays.sort(probabilities); // so that the order of the customers does not change the last bit
        return Arrays.stream(probabilities).sum();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "QuadrantProbabilities of %d customers, %d below 0.8",
                ids.length,
                borderline(0.8).size());
    }
}
