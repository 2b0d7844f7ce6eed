package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Arrays;

/** The distinct numbers of a base in ascending order, and how much of the base lies below each. */
final class RankedColumn implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] distinct;
    private final double[] below; // each, and all at the end

    private RankedColumn(double[] distinct, double[] below) {
        this.distinct = distinct;
        this.below = below;
    }

    /** Each number counts as one, or as itself. */
    static RankedColumn of(double[] values, boolean weighted) {
        return of(CountedValues.of(values), weighted);
    }

    /** Each number counts as one, or as itself, as often as it was counted. */
    static RankedColumn of(CountedValues values, boolean weighted) {
        double[] distinct = new double[values.size()];
        double[] below = new double[distinct.length + 1];
        double sum = 0;
        for (int i = 0; i < distinct.length; i++) {
            distinct[i] = values.value(i);
            below[i] = sum;
            sum += weighted ? values.count(i) * distinct[i] : values.count(i);
        }
        below[distinct.length] = sum;
        return new RankedColumn(distinct, below);
    }

    /** 100 (what lies below + half of what is equal) / all. */
    double position(double value) {
        int at = Arrays.binarySearch(distinct, value == 0 ? 0.0 : value); // a zero without a sign
        double rank = at >= 0 ? below[at] / 2 + below[at + 1] / 2 : below[-at - 1];
        return 100 * rank / total();
    }

    /** The number above which every position is at or above the cut. */
    double valueAt(double cut) {
        if (cut <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        int low = 0;
        int high = distinct.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (100 * below[middle + 1] / total() >= cut) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return distinct[low];
    }

    double total() {
        return below[distinct.length];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RankedColumn that
                && Arrays.equals(distinct, that.distinct)
                && Arrays.equals(below, that.below);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(distinct) + Arrays.hashCode(below);
    }
}
