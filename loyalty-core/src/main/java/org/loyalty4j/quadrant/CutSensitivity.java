package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.Checks;

/**
 * How many customers change quadrant if a cut moves by a little, or if every answer does by one step of the scale.
 *
 * <p>Counts customers of known attitude; the others are in no quadrant that could change.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if {@code points} is not above zero, or there is not one count for each
 * {@link CutShift} in [0, customers].
 *
 * @param points how far the cuts move, in points of the axis, in (0, inf)
 * @param customers customers of known attitude, in [0, inf)
 * @param changed how many of them change quadrant by each {@link CutShift}, in its order
 */
public record CutSensitivity(double points, long customers, List<Long> changed) implements Serializable {
    private static final double ON_A_POINT = 1e-9;

    public CutSensitivity {
        Checks.positive(points, "points");
        Checks.notNegative(customers, "customers");
        changed = List.copyOf(Objects.requireNonNull(changed, "changed"));
        Checks.sameLength(CutShift.values().length, changed.size(), "changed");
        for (int i = 0; i < changed.size(); i++) {
            Checks.partOf(changed.get(i), customers, "changed[" + i + "]");
        }
    }

    /**
     * Counts who changes quadrant.
     *
     * @param positions where the customers stand
     * @param points how far the cuts move, in points of the axis; in (0, inf)
     * @param scale the scale of the answers behind the attitudes, which says how far a step is
     * @return the counts
     * @throws IllegalArgumentException if points is out of range
     */
    public static CutSensitivity of(List<QuadrantPosition> positions, double points, Scale scale) {
        Checks.positive(points, "points");
        double steps = (double) scale.maximum() - scale.minimum();
        long[] changed = new long[CutShift.values().length];
        long customers = 0;
        for (QuadrantPosition position : positions) {
            Double attitude = position.attitude();
            if (attitude == null) {
                continue;
            }
            customers++;
            double behaviour = position.behaviour();
            double behaviourCut = position.classifier().behaviourCut();
            double attitudeCut = position.classifier().attitudeCut();
            boolean buys = behaviour >= behaviourCut;
            boolean likes = attitude >= attitudeCut;
            count(changed, CutShift.BEHAVIOUR_CUT_LOWER, buys != behaviour >= behaviourCut - points);
            count(changed, CutShift.BEHAVIOUR_CUT_HIGHER, buys != behaviour >= behaviourCut + points);
            count(changed, CutShift.ATTITUDE_CUT_LOWER, likes != attitude >= attitudeCut - points);
            count(changed, CutShift.ATTITUDE_CUT_HIGHER, likes != attitude >= attitudeCut + points);
            count(changed, CutShift.ANSWERS_WORSE, likes != moved(attitude, -1, steps) >= attitudeCut);
            count(changed, CutShift.ANSWERS_BETTER, likes != moved(attitude, 1, steps) >= attitudeCut);
        }
        List<Long> counts = new ArrayList<>();
        for (long count : changed) {
            counts.add(count);
        }
        return new CutSensitivity(points, customers, counts);
    }

    private static void count(long[] changed, CutShift shift, boolean changes) {
        changed[shift.ordinal()] += changes ? 1 : 0;
    }

    /** The position of an answer a step further, held on the scale. */
    private static double moved(double attitude, int step, double steps) {
        double answer = attitude * steps / 100;
        double nearest = Math.rint(answer);
        double exact = Math.abs(answer - nearest) <= ON_A_POINT * (1 + answer) ? nearest : answer;
        return 100 * Math.max(0, Math.min(steps, exact + step)) / steps;
    }

    /**
     * The customers who change quadrant.
     *
     * @param shift what moves
     * @return how many of how many
     */
    public Proportion changed(CutShift shift) {
        return new Proportion(changed.get(Objects.requireNonNull(shift, "shift").ordinal()), customers);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (CutShift shift : CutShift.values()) {
            String by = shift.ordinal() < CutShift.ANSWERS_WORSE.ordinal()
                    ? String.format(
                            Locale.ROOT, " by %s", points == Math.rint(points) ? Long.toString((long) points) : points)
                    : "";
            text.append(String.format(Locale.ROOT, "%-28s %s\n", shift.label() + by, changed(shift)));
        }
        return text.toString();
    }
}
