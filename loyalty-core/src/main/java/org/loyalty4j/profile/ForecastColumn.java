package org.loyalty4j.profile;

import java.util.BitSet;

/** A number forecast of buyers, by customer of the base: of prospects it is not known. */
record ForecastColumn(String name, double[] values, BitSet known) {

    static ForecastColumn of(String name, int customers, int[] buyers, double[] ofBuyers) {
        double[] values = new double[customers];
        BitSet known = new BitSet(customers);
        for (int row = 0; row < buyers.length; row++) {
            values[buyers[row]] = ofBuyers[row];
            known.set(buyers[row]);
        }
        return new ForecastColumn(name, values, known);
    }
}
