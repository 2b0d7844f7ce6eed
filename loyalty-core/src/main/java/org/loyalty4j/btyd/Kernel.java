package org.loyalty4j.btyd;

import org.loyalty4j.summary.RepeatHistogram;

/** What a model says of a history, in the model's own unit of time. */
interface Kernel {

    /** The kernel of a model. */
    static Kernel of(PurchaseModel<?> model) {
        if (model instanceof BgNbd m) {
            return new BetaGeometricKernel(1, false, m.r(), m.alpha(), m.a(), m.b());
        }
        if (model instanceof MbgNbd m) {
            return new BetaGeometricKernel(1, true, m.r(), m.alpha(), m.a(), m.b());
        }
        if (model instanceof BgCnbd m) {
            return new BetaGeometricKernel(m.k(), false, m.r(), m.alpha(), m.a(), m.b());
        }
        if (model instanceof MbgCnbd m) {
            return new BetaGeometricKernel(m.k(), true, m.r(), m.alpha(), m.a(), m.b());
        }
        if (model instanceof ParetoNbd m) {
            return new ParetoKernel(m.r(), m.alpha(), m.s(), m.beta());
        }
        Nbd m = (Nbd) model;
        return new NbdKernel(m.r(), m.alpha());
    }

    /** ln L of x purchases, the last at {@code tx}, until {@code until}. */
    double logLikelihood(int x, double tx, double until);

    /** P(alive at {@code until}). */
    double probabilityAlive(int x, double tx, double until);

    /** P(alive) of some rows of a histogram, each the same to the bit as that of the history alone. */
    default void probabilitiesAlive(RepeatHistogram histories, int from, int to, double[] answers) {
        for (int row = from; row < to; row++) {
            answers[row] = probabilityAlive(
                    histories.repeatPurchases(row), histories.lastPurchaseAt(row), histories.observedFor(row));
        }
    }

    /** What follows if the customer is alive at {@code until}. */
    Future future(int x, double tx, double until);

    /** The same, which may share tables with another future of this kernel, for one thread to use both. */
    default Future future(int x, double tx, double until, Future before) {
        return future(x, tx, until);
    }

    /** Whether the future of the living depends on t_x too, and not on x and T alone. */
    default boolean futureDependsOnLastPurchase() {
        return false;
    }

    /** P(alive) right after the first purchase. */
    double probabilityAliveAtBirth();

    /** What follows the first purchase if the customer survives it. */
    Future birth();
}
