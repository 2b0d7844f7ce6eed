package org.loyalty4j.summary;

import java.util.function.IntToDoubleFunction;
import org.loyalty4j.internal.Parallel;

/** Evaluates what depends on a row's kind only once for each kind. */
final class Evaluation {
    /** Kinds that are evaluated, and rows that get their values, at a time. */
    private static final int KINDS = 1 << 10;

    private static final int ROWS = 1 << 16;

    private Evaluation() {}

    /** The value of each row, where row r is of the kind {@code kindOf[r]}, in [0, kinds). */
    static double[] of(int kinds, IntToDoubleFunction function, int[] kindOf, int parallelism) {
        Parallel parallel = new Parallel(parallelism);
        double[] ofKind = new double[kinds];
        parallel.forEachPiece(kinds, KINDS, (from, to) -> {
            for (int kind = from; kind < to; kind++) {
                ofKind[kind] = function.applyAsDouble(kind);
            }
        });
        double[] values = new double[kindOf.length];
        parallel.forEachPiece(values.length, ROWS, (from, to) -> {
            for (int row = from; row < to; row++) {
                values[row] = ofKind[kindOf[row]];
            }
        });
        return values;
    }
}
