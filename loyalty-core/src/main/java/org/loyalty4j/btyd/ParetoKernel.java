package org.loyalty4j.btyd;

/** TODO. */
record ParetoKernel(double r, double alpha, double s, double beta) implements Kernel {
    @Override
    public double logLikelihood(int x, double tx, double until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double probabilityAlive(int x, double tx, double until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future future(int x, double tx, double until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double probabilityAliveAtBirth() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future birth() {
        throw new UnsupportedOperationException();
    }
}
