package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.loyalty4j.internal.PairCounts;

/** Numbers, and how many customers have each. */
record Counted(double[] values, long[] customers) implements Serializable {

    /** The first numbers of pairs, read by a function. */
    static Counted of(PairCounts counts, LongToDoubleFunction value) {
        double[] values = new double[counts.size()];
        long[] customers = new long[values.length];
        int[] next = {0};
        counts.forEach((first, second, count) -> {
            values[next[0]] = value.applyAsDouble(first);
            customers[next[0]++] = count;
        });
        return new Counted(values, customers);
    }

    /** One number a customer. */
    static Counted ofEach(double[] values) {
        long[] ones = new long[values.length];
        Arrays.fill(ones, 1);
        return new Counted(values, ones);
    }

    /** The number of customers. */
    long total() {
        long sum = 0;
        for (long count : customers) {
            sum += count;
        }
        return sum;
    }

    /** These customers and others at one more number. */
    Counted with(double value, long more) {
        if (more == 0) {
            return this;
        }
        double[] extended = Arrays.copyOf(values, values.length + 1);
        long[] counts = Arrays.copyOf(customers, extended.length);
        extended[values.length] = value;
        counts[values.length] = more;
        return new Counted(extended, counts);
    }
}
