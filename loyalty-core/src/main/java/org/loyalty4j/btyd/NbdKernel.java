package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.Gammas;

/** NBD: purchases at a rate that is gamma distributed over the customers, for ever. Only x and T matter, not t_x. */
record NbdKernel(double r, double alpha) implements Kernel {

    @Override
    public double logLikelihood(int x, double tx, double until) {
        return Gammas.logRising(r, x)
                - r * StrictMath.log1p(until / alpha)
                - (x == 0 ? 0 : x * StrictMath.log(alpha + until));
    }

    @Override
    public double probabilityAlive(int x, double tx, double until) {
        return 1;
    }

    @Override
    public Future future(int x, double tx, double until) {
        return new NbdFuture(r + x, alpha + until);
    }

    @Override
    public double probabilityAliveAtBirth() {
        return 1;
    }

    @Override
    public Future birth() {
        return new NbdFuture(r, alpha);
    }
}
