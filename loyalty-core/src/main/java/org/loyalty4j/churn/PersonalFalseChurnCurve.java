package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.HoldoutSplit;

/**
 * How often thresholds by customers' own rhythms are wrong, tried on the same holdout as a {@link FalseChurnCurve}: an immutable list
 * of one row a probability, in ascending order. Whether the own rhythm is worth the trouble shows beside that curve: at as many
 * called, fewer should come back.
 *
 * <pre>{@code
 * PurchaseDays then = PurchaseDays.of(log, rules, split.calibrationEnd());
 * RelativeSilences silences = RelativeSilences.of(then, BaseRhythm.fit(then).orElseThrow());
 * PersonalFalseChurnCurve.of(split, silences, 0.01, 0.05, 0.1, 0.2);
 * }</pre>
 */
public final class PersonalFalseChurnCurve extends AbstractList<PersonalFalseChurn>
        implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] probability;
    private final long[] called;
    private final long[] returned;
    private final long silentInHoldout;

    private PersonalFalseChurnCurve(HoldoutSplit split, RelativeSilences silences, double[] probability) {
        int[] purchases = split.purchases();
        this.probability = probability;
        this.called = new long[probability.length];
        this.returned = new long[probability.length];
        long silent = 0;
        for (int row = 0; row < purchases.length; row++) {
            silent += purchases[row] == 0 ? 1 : 0;
            int found = Arrays.binarySearch(probability, silences.probability(row));
            int lowest = found >= 0 ? found : -found - 1; // the lowest cut that calls this customer
            if (lowest < probability.length) {
                called[lowest]++;
                returned[lowest] += purchases[row] > 0 ? 1 : 0;
            }
        }
        for (int i = 1; i < probability.length; i++) {
            called[i] += called[i - 1];
            returned[i] += returned[i - 1];
        }
        this.silentInHoldout = silent;
    }

    /**
     * The curve at some probabilities.
     *
     * @param split a log cut in two
     * @param silences the silences of the same customers at the end of the calibration
     * @param probabilities a customer is called lapsed whose silence has at most such a probability; strictly ascending, each in (0, 1)
     * @return one row a probability
     * @throws IllegalArgumentException if the silences are of another day or of other customers, or a probability is not in
     *     (0, 1) or not above the one before
     */
    public static PersonalFalseChurnCurve of(HoldoutSplit split, RelativeSilences silences, double... probabilities) {
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(silences, "silences");
        double[] cuts = Objects.requireNonNull(probabilities, "probabilities").clone();
        for (int i = 0; i < cuts.length; i++) {
            Checks.inOpen(cuts[i], 0, 1, "probabilities[" + i + "]");
            if (i > 0 && !(cuts[i] > cuts[i - 1])) {
                throw new IllegalArgumentException(
                        "probabilities[" + i + "] must be above " + cuts[i - 1] + ", but was " + cuts[i]);
            }
        }
        if (!silences.asOf().equals(split.calibrationEnd())) {
            throw new IllegalArgumentException("silences must be as of the calibrationEnd " + split.calibrationEnd()
                    + ", but were as of " + silences.asOf());
        }
        if (!Arrays.equals(silences.buyers(), split.calibration().buyers())) {
            throw new IllegalArgumentException("silences must be of the buyers of the calibration");
        }
        return new PersonalFalseChurnCurve(split, silences, cuts);
    }

    @Override
    public PersonalFalseChurn get(int index) {
        long calledAndSilent = called[index] - returned[index];
        return new PersonalFalseChurn(
                probability[index],
                new Proportion(returned[index], called[index]),
                new Proportion(silentInHoldout - calledAndSilent, silentInHoldout));
    }

    @Override
    public int size() {
        return probability.length;
    }

    /**
     * The row that calls most customers and still has a false-churn rate of at most a wanted one, by the upper bound of its Wilson
     * interval.
     *
     * @param falseChurn the wanted rate, in (0, 1)
     * @param confidence the confidence level of the intervals, in (0, 1)
     * @return the row; empty where none keeps the wanted rate
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Optional<PersonalFalseChurn> threshold(double falseChurn, double confidence) {
        Checks.inOpen(falseChurn, 0, 1, "falseChurn");
        Checks.confidence(confidence);
        for (int i = size() - 1; i >= 0; i--) {
            PersonalFalseChurn row = get(i);
            if (row.falseChurn()
                    .wilson(confidence)
                    .filter(rate -> rate.interval().upper() <= falseChurn)
                    .isPresent()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }
}
