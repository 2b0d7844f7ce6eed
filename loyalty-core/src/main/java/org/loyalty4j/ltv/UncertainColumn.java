package org.loyalty4j.ltv;

import java.io.Serializable;

/** Uncertain numbers in columns. */
final class UncertainColumn implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] values;
    private final double[] logVariances; // empty where none is known

    UncertainColumn(double[] values, double[] logVariances) {
        this.values = values;
        this.logVariances = logVariances;
    }

    UncertainColumn(int size, boolean withVariance) {
        this(new double[size], new double[withVariance ? size : 0]);
    }

    void set(int row, Uncertain uncertain) {
        values[row] = uncertain.value();
        if (logVariances.length > 0) {
            logVariances[row] = uncertain.logVariance();
        }
    }

    double value(int row) {
        return values[row];
    }

    Uncertain get(int row) {
        return new Uncertain(values[row], logVariances.length > 0 ? logVariances[row] : Double.NaN);
    }
}
