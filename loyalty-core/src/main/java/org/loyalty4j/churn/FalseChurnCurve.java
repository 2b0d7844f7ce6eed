package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Percent;
import org.loyalty4j.summary.HoldoutSplit;

/**
 * How often each threshold of silence is wrong, tried on a holdout: an immutable list of one row a threshold, in ascending order.
 *
 * <p>At the end of the calibration every buyer has been silent for some days. A threshold calls those lapsed whose silence exceeds
 * it. Whoever of them buys in the holdout was called falsely:
 *
 * <pre>{@code
 * false churn(d) = called(d) who bought in the holdout / called(d)
 * missed(d)      = not called(d) who bought nothing in the holdout / all who bought nothing in the holdout
 * }</pre>
 *
 * <p>Both depend on the length of the holdout: in a longer one more of the called come back. "Not back within 90 days" is what a
 * holdout of 90 days can say, and no more. To speak of a threshold, the holdout should be at least as long.
 *
 * <p>The rates are those of the base on one day, which holds long silences as well as short ones. What awaits a customer on the
 * very day the threshold is crossed is {@link SilenceCurve#endedLater}, which is higher.
 *
 * <pre>{@code
 * FalseChurnCurve curve = FalseChurnCurve.of(split);
 * curve.threshold(0.10, 0.95).days();
 * }</pre>
 */
public final class FalseChurnCurve extends AbstractList<FalseChurn> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 15;
    private static final double LATE_LOG = 0.1;

    private final int[] thresholdDays;
    private final long[] called;
    private final long[] returned;
    private final long buyers;
    private final long silentInHoldout;
    private final int holdoutDays;
    private final int unwrittenDays;

    private FalseChurnCurve(SilenceCounts counts, int holdoutDays, int unwrittenDays, int @Nullable [] given) {
        // Whole days up to the last that calls anybody.
        thresholdDays = given == null ? IntStream.range(0, counts.longest()).toArray() : given;
        called = new long[thresholdDays.length];
        returned = new long[thresholdDays.length];
        counts.forEach((silenceDays, back, customers) -> {
            int below = below((int) silenceDays) - 1; // the highest threshold that calls these customers
            if (below >= 0) {
                called[below] += customers;
                returned[below] += back * customers;
            }
        });
        for (int i = thresholdDays.length - 2; i >= 0; i--) {
            called[i] += called[i + 1];
            returned[i] += returned[i + 1];
        }
        this.buyers = counts.buyers();
        this.silentInHoldout = counts.silentInHoldout();
        this.holdoutDays = holdoutDays;
        this.unwrittenDays = unwrittenDays;
    }

    private static FalseChurnCurve at(HoldoutSplit split, int @Nullable [] given) {
        long end = split.calibrationEnd().toEpochDay();
        return new FalseChurnCurve(
                SilenceCounts.of(split), (int) (split.holdoutEnd().toEpochDay() - end), split.silentDays(), given);
    }

    private int below(int silence) {
        int found = Arrays.binarySearch(thresholdDays, silence);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * The curve at every whole day.
     *
     * @param split a log cut in two
     * @return one row for each threshold from 0 to the last that calls anybody; none if nobody was silent at all
     */
    public static FalseChurnCurve of(HoldoutSplit split) {
        return at(Objects.requireNonNull(split, "split"), null);
    }

    /**
     * The curve at thresholds of your choice.
     *
     * @param split a log cut in two
     * @param thresholdDays days of silence, strictly ascending, each in [0, inf)
     * @return one row a threshold
     * @throws IllegalArgumentException if a threshold is negative or not above the one before
     */
    public static FalseChurnCurve of(HoldoutSplit split, int... thresholdDays) {
        Objects.requireNonNull(split, "split");
        return at(split, InactivityView.requireThresholds(thresholdDays.clone()));
    }

    /**
     * The curve at every whole day, of customers of whom only it is known how many were silent for how long.
     *
     * @param counts the silences at the end of the calibration, and how many came back
     * @param holdoutDays the length of the holdout, in [1, inf)
     * @param unwrittenDays the days at the end of the holdout after the last row of the log, in [0, holdoutDays]
     * @return one row for each threshold from 0 to the last that calls anybody, as {@link #of(HoldoutSplit)} gives it
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static FalseChurnCurve of(SilenceCounts counts, int holdoutDays, int unwrittenDays) {
        Checks.positive((long) holdoutDays, "holdoutDays");
        Checks.inClosed(unwrittenDays, 0, holdoutDays, "unwrittenDays");
        return new FalseChurnCurve(counts, holdoutDays, unwrittenDays, null);
    }

    @Override
    public FalseChurn get(int index) {
        long calledAndSilent = called[index] - returned[index];
        return new FalseChurn(
                thresholdDays[index],
                new Proportion(returned[index], called[index]),
                new Proportion(silentInHoldout - calledAndSilent, silentInHoldout));
    }

    @Override
    public int size() {
        return thresholdDays.length;
    }

    /**
     * The buyers of the calibration, called or not.
     *
     * @return their number
     */
    public long buyers() {
        return buyers;
    }

    /**
     * The share of the buyers who bought nothing in the holdout: what a threshold tries to foresee.
     *
     * @return the silent of all buyers
     */
    public Proportion silentInHoldout() {
        return new Proportion(silentInHoldout, buyers);
    }

    /**
     * The length of the holdout.
     *
     * @return days, in [1, inf)
     */
    public int holdoutDays() {
        return holdoutDays;
    }

    /**
     * The smallest threshold whose false-churn rate is at most a wanted one, by the upper bound of its Wilson interval: of noisy
     * rates the smallest below a line is often there by luck.
     *
     * <p>Where no threshold reaches the rate, none is chosen, and the one with the lowest upper bound is shown.
     *
     * @param falseChurn the wanted rate, in (0, 1): of those called lapsed, at most this share may come back
     * @param confidence the confidence level of the intervals, in (0, 1)
     * @return the threshold with what it costs and what to beware of
     * @throws IllegalArgumentException if a number is out of its range
     */
    public InactivityThreshold threshold(double falseChurn, double confidence) {
        Checks.inOpen(falseChurn, 0, 1, "falseChurn");
        Checks.confidence(confidence);
        FalseChurn chosen = null;
        FalseChurn best = null;
        double lowest = Double.POSITIVE_INFINITY;
        boolean risesAgain = false;
        for (int i = 0; i < size() && called[i] > 0; i++) {
            FalseChurn row = get(i);
            var interval = row.falseChurn().wilson(confidence).orElseThrow().interval();
            if (interval.upper() < lowest) {
                lowest = interval.upper();
                best = row;
            }
            if (chosen == null && interval.upper() <= falseChurn) {
                chosen = row;
            }
            risesAgain |= chosen != null && interval.lower() > falseChurn;
        }
        Set<ThresholdWarning> warnings = EnumSet.noneOf(ThresholdWarning.class);
        if (chosen == null) {
            warnings.add(ThresholdWarning.NOT_REACHED);
        } else if (chosen.thresholdDays() > holdoutDays) {
            warnings.add(ThresholdWarning.HOLDOUT_TOO_SHORT);
        }
        if (risesAgain) {
            warnings.add(ThresholdWarning.RISES_AGAIN);
        }
        if (unwrittenDays > LATE_LOG * holdoutDays) {
            warnings.add(ThresholdWarning.LOG_ENDS_EARLY);
        }
        return new InactivityThreshold(falseChurn, confidence, chosen, best, holdoutDays, warnings);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d buyers, of whom %s bought nothing in %d days\n%10s %10s %10s %13s %10s",
                buyers,
                silentInHoldout(),
                holdoutDays,
                "more than",
                "called",
                "came back",
                "false churn",
                "missed"));
        int step = Math.max(1, (size() + SHOWN - 1) / SHOWN);
        for (int i = 0; i < size(); i += step) {
            FalseChurn row = get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "\n%10d %10d %10d %13s %10s",
                    row.thresholdDays(),
                    row.called(),
                    row.returned(),
                    Percent.text(row.falseChurn().value(), ""),
                    Percent.text(row.missed().value(), "")));
        }
        return text.append(step > 1 ? "\nevery " + step + " days of " + size() : "")
                .toString();
    }
}
