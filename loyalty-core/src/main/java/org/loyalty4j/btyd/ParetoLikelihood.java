package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.math.GaussRule;
import org.loyalty4j.summary.RepeatHistogram;

/**
 * The log-likelihood of a histogram under the Pareto/NBD model. Of an x that many histories share it is looked up in a table of
 * the integrals from each age on, {@link ParetoRun}; that of a history that is rather alone is an integral of its own, {@link
 * ParetoTerm}. Rows are worked on in pieces of a fixed number, joined in their order.
 */
final class ParetoLikelihood implements Likelihood {
    private static final int DIMENSION = 4;
    private static final int PIECE = 8192;

    /** A history of its own costs as much as so many points of a table. */
    static final int POINTS_OF_A_HISTORY = 8;

    private final RepeatHistogram data;
    private final Parallel parallel;
    private final double pointsOfAHistory;
    private final AgeGrid grid;
    private final List<List<AgeGrid.Run>> pieces;

    ParetoLikelihood(RepeatHistogram data, Parallel parallel) {
        this(data, parallel, POINTS_OF_A_HISTORY);
    }

    /** With no point, histories are integrated one by one; with very many, tables are made wherever they can be. */
    ParetoLikelihood(RepeatHistogram data, Parallel parallel, double pointsOfAHistory) {
        this.data = data;
        this.parallel = parallel;
        this.pointsOfAHistory = pointsOfAHistory;
        grid = AgeGrid.of(data);
        pieces = parallel.map(
                Parallel.pieces(data.size(), PIECE),
                piece -> grid.runs(data, piece * PIECE, Math.min(data.size(), (piece + 1) * PIECE)));
    }

    /** Panels that will do for the x up to a number; none where a table does not pay. */
    private record Range(int most, GaussRule rule, double order, double points) {
        ParetoPanels panels(double[] parameters, AgeGrid grid) {
            return ParetoPanels.of(parameters, grid, rule, order);
        }
    }

    /** A part of the log-likelihood. */
    private record Part(double value, Derivatives derivatives) {}

    @Override
    public double at(double[] parameters, Derivatives derivatives) {
        if (data.isEmpty()) {
            return 0;
        }
        List<Range> ranges = ranges(parameters);
        boolean[] pays = new boolean[ranges.size()];
        for (List<AgeGrid.Run> piece : pieces) {
            for (AgeGrid.Run run : piece) {
                int range = place(ranges, run.x());
                pays[range] |= paysFor(ranges.get(range), run);
            }
        }
        List<Optional<ParetoPanels>> panels = parallel.map(
                ranges.size(), i -> pays[i] ? Optional.of(ranges.get(i).panels(parameters, grid)) : Optional.empty());
        double value = 0;
        for (Part part : parallel.map(pieces.size(), piece -> part(parameters, ranges, panels, pieces.get(piece)))) {
            value += part.value;
            derivatives.add(part.derivatives);
        }
        return value;
    }

    /** The least rule that does without cuts where there is one; beyond, panels cut for twice as many purchases. */
    private List<Range> ranges(double[] parameters) {
        double longest = ParetoPanels.longest(parameters, grid);
        int most = data.repeatPurchases(data.size() - 1);
        List<Range> ranges = new ArrayList<>();
        for (long x = 0; x <= most; x = ranges.get(ranges.size() - 1).most + 1L) { // one more may be no int
            ranges.add(range(parameters, longest, (int) x, most));
        }
        return ranges;
    }

    private boolean paysFor(Range range, AgeGrid.Run run) {
        return range.points <= pointsOfAHistory * run.rows();
    }

    private Range range(double[] parameters, double longest, int x, int most) {
        for (GaussRule rule : GaussRule.values()) {
            if (rule.sufficesForPowers(ParetoPanels.order(parameters, grid, x), longest)) {
                int low = x;
                int high = most;
                while (low < high) {
                    int middle = high - (high - low) / 2;
                    if (rule.sufficesForPowers(ParetoPanels.order(parameters, grid, middle), longest)) {
                        low = middle;
                    } else {
                        high = middle - 1;
                    }
                }
                return new Range(low, rule, ParetoPanels.order(parameters, grid, low), grid.size());
            }
        }
        int twice = (int) Math.min(most, 2L * x + 1);
        double order = ParetoPanels.order(parameters, grid, twice);
        return new Range(twice, GaussRule.EIGHT, order, ParetoPanels.points(parameters, grid, GaussRule.EIGHT, order));
    }

    private static int place(List<Range> ranges, int x) {
        int place = 0;
        while (ranges.get(place).most < x) {
            place++;
        }
        return place;
    }

    private Part part(
            double[] parameters, List<Range> ranges, List<Optional<ParetoPanels>> panels, List<AgeGrid.Run> runs) {
        Derivatives sums = new Derivatives(DIMENSION);
        ParetoTerm term = new ParetoTerm(parameters);
        ParetoRun[] tables = new ParetoRun[ranges.size()];
        double value = 0;
        for (AgeGrid.Run run : runs) {
            int range = place(ranges, run.x());
            if (tables[range] == null && panels.get(range).isPresent()) {
                tables[range] = new ParetoRun(panels.get(range).get(), grid, data);
            }
            value += paysFor(ranges.get(range), run) && tables[range].holds(run)
                    ? tables[range].add(run, sums)
                    : oneByOne(run, term, parameters, sums);
        }
        for (int i = 1; i < DIMENSION; i++) {
            for (int j = 0; j < i; j++) {
                sums.hessian[i][j] = sums.hessian[j][i];
            }
        }
        return new Part(value, sums);
    }

    private double oneByOne(AgeGrid.Run run, ParetoTerm term, double[] parameters, Derivatives sums) {
        double value = 0;
        for (int row = run.from(); row < run.to(); row++) {
            double weight = data.weight(row);
            value += weight * term.of(run.x(), data.lastPurchaseAt(row), data.observedFor(row));
            sums.add(weight, parameters, term.first, term.second);
        }
        return value;
    }
}
