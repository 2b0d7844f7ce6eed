package org.loyalty4j.btyd;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.AgeColumn;
import org.loyalty4j.summary.RepeatHistogram;

/**
 * What follows for the living, over all histories of a histogram. Under most models it depends on x and T only, so that the many
 * histories that differ in t_x alone share one future, and a question is asked of each future once.
 */
final class SharedFutures {
    private static final int PIECE = 1 << 6; // a future is dear
    private static final int ROWS = 1 << 12;

    private final Kernel kernel;
    private final RepeatHistogram histories;
    private final Parallel parallel;
    private final int[] futureOf; // by history
    private final int[] historyOf; // by future, one that has it

    SharedFutures(Kernel kernel, RepeatHistogram histories, Parallel parallel) {
        this.kernel = kernel;
        this.histories = histories;
        this.parallel = parallel;
        this.futureOf = new int[histories.size()];
        this.historyOf = kernel.futureDependsOnLastPurchase() ? each() : merged();
    }

    /** The answer of a model to a question for each history, as it has it for one. */
    static double[] ifAlive(
            PurchaseModel<?> model, RepeatHistogram histories, int parallelism, ToDoubleFunction<Future> question) {
        SharedFutures futures =
                new SharedFutures(Kernel.of(model.in(histories.unit())), histories, new Parallel(parallelism));
        return futures.ifAlive(futures.probabilitiesAlive(), question);
    }

    private int[] each() {
        Arrays.setAll(futureOf, row -> row);
        return futureOf;
    }

    /** Histories are in order of x: within those of one x, the first of each T has a future that the others share. */
    private int[] merged() {
        AgeColumn observed = histories.observedAges();
        int[] futureAt = new int[observed.distinctAges()]; // the last one at each T
        Arrays.fill(futureAt, -1);
        int[] firstAt = new int[futureOf.length];
        int futures = 0;
        int ofLowerPurchases = 0;
        for (int row = 0; row < futureOf.length; row++) {
            if (row > 0 && histories.repeatPurchases(row) != histories.repeatPurchases(row - 1)) {
                ofLowerPurchases = futures;
            }
            int age = observed.indexOf(row);
            int future = futureAt[age];
            if (future < ofLowerPurchases) {
                future = futures++;
                futureAt[age] = future;
                firstAt[future] = row;
            }
            futureOf[row] = future;
        }
        return Arrays.copyOf(firstAt, futures);
    }

    /** The probability of being alive of each history. */
    double[] probabilitiesAlive() {
        double[] answers = new double[futureOf.length];
        parallel.forEachPiece(
                answers.length, ROWS, (from, to) -> kernel.probabilitiesAlive(histories, from, to, answers));
        return answers;
    }

    /** The answer to a question for each history: that of its future, times the probability of being alive. */
    double[] ifAlive(double[] probabilitiesAlive, ToDoubleFunction<Future> question) {
        double[] ofFuture = new double[historyOf.length];
        parallel.forEachPiece(ofFuture.length, PIECE, (from, to) -> {
            Future future = futureOf(historyOf[from]);
            for (int i = from; i < to; i++) {
                future = futureOf(historyOf[i], future);
                ofFuture[i] = question.applyAsDouble(future);
            }
        });
        double[] answers = new double[futureOf.length];
        parallel.forEachPiece(answers.length, ROWS, (from, to) -> {
            for (int row = from; row < to; row++) {
                answers[row] = probabilitiesAlive[row] * ofFuture[futureOf[row]];
            }
        });
        return answers;
    }

    private Future futureOf(int row) {
        return kernel.future(histories.repeatPurchases(row), histories.lastPurchaseAt(row), histories.observedFor(row));
    }

    private Future futureOf(int row, Future before) {
        return kernel.future(
                histories.repeatPurchases(row), histories.lastPurchaseAt(row), histories.observedFor(row), before);
    }
}
