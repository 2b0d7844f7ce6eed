package org.loyalty4j.btyd;

import java.util.OptionalDouble;

/**
 * What follows for a customer who is alive now, rates and dropout integrated over what is not known of them. Times are in
 * the model's unit and count from now. For one thread: it may keep what it computed.
 */
interface Future {

    /** P(alive at {@code t}). */
    double probabilityAlive(double t);

    /** E[Y(t)]. */
    double expectedPurchases(double t);

    /** E[Y(to) - Y(from)], {@code to} not before {@code from}, with full relative accuracy where it is small. */
    double expectedPurchases(double from, double to);

    /** dE[Y(t)]/dt. */
    double purchaseRate(double t);

    /** P(Y(t) &gt;= 1), with full relative accuracy where it is small. */
    double probabilityOfPurchase(double t);

    /** P(Y(t) = n). */
    double probabilityOfPurchases(int n, double t);

    /** The integral of exp(-d u) times the purchase rate over [0, t]; d is continuous, per unit of time, at or above 0. */
    double discountedPurchases(double t, double d);

    /** The same for ever; empty where it diverges. */
    OptionalDouble discountedPurchases(double d);
}
