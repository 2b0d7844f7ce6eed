package org.loyalty4j.btyd;

import java.util.OptionalDouble;
import org.loyalty4j.summary.RepeatHistory;

/** A customer's probability of being alive and the future that follows if so: what every forecast is made of. */
record Prospect(double probabilityAlive, Future future) {

    /** The prospect of a customer with a history. */
    static Prospect of(PurchaseModel<?> model, RepeatHistory history) {
        RepeatHistory h = history.in(model.unit());
        return of(Kernel.of(model), h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor());
    }

    /** The prospect of a customer with x purchases, the last at {@code tx}, until {@code until}. */
    static Prospect of(Kernel kernel, int x, double tx, double until) {
        return new Prospect(kernel.probabilityAlive(x, tx, until), kernel.future(x, tx, until));
    }

    /** The prospect of a customer who has just made the first purchase. */
    static Prospect of(PurchaseModel<?> model) {
        Kernel kernel = Kernel.of(model);
        return new Prospect(kernel.probabilityAliveAtBirth(), kernel.birth());
    }

    double probabilityAlive(double t) {
        return t == 0 ? probabilityAlive : probabilityAlive * future.probabilityAlive(t);
    }

    double expectedPurchases(double t) {
        return t == 0 ? 0 : probabilityAlive * future.expectedPurchases(t);
    }

    double expectedPurchases(double from, double to) {
        if (to < from) {
            throw new IllegalArgumentException("to must not be before from, but was " + to + " < " + from);
        }
        return from == to ? 0 : probabilityAlive * future.expectedPurchases(from, to);
    }

    double probabilityOfPurchase(double t) {
        return t == 0 ? 0 : probabilityAlive * future.probabilityOfPurchase(t);
    }

    double probabilityOfPurchases(int n, double t) {
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        double ifAlive = probabilityAlive * future.probabilityOfPurchases(n, t);
        return n == 0 ? 1 - probabilityAlive + ifAlive : ifAlive;
    }

    double discountedPurchases(double t, double d) {
        return t == 0 ? 0 : probabilityAlive * future.discountedPurchases(t, d);
    }

    OptionalDouble discountedPurchases(double d) {
        OptionalDouble ifAlive = future.discountedPurchases(d);
        return ifAlive.isPresent() ? OptionalDouble.of(probabilityAlive * ifAlive.getAsDouble()) : ifAlive;
    }
}
