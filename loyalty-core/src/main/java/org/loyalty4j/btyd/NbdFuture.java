package org.loyalty4j.btyd;

import java.util.OptionalDouble;
import org.loyalty4j.internal.math.CountOverTime;

/** What follows without dropout: the purchase rate has a gamma distribution of a shape and a rate. */
record NbdFuture(double shape, double rate) implements Future {

    @Override
    public double probabilityAlive(double t) {
        return 1;
    }

    @Override
    public double expectedPurchases(double t) {
        return shape / rate * t;
    }

    @Override
    public double expectedPurchases(double from, double to) {
        return expectedPurchases(to - from);
    }

    @Override
    public double purchaseRate(double t) {
        return shape / rate;
    }

    @Override
    public double probabilityOfPurchase(double t) {
        return -StrictMath.expm1(-shape * StrictMath.log1p(t / rate));
    }

    @Override
    public double probabilityOfPurchases(int n, double t) {
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        return StrictMath.exp(new CountOverTime(shape, n).log(StrictMath.log(t / rate)));
    }

    @Override
    public double discountedPurchases(double t, double d) {
        return d == 0 ? expectedPurchases(t) : shape / rate * (-StrictMath.expm1(-d * t) / d);
    }

    @Override
    public OptionalDouble discountedPurchases(double d) {
        return d > 0 ? OptionalDouble.of(shape / rate / d) : OptionalDouble.empty();
    }
}
