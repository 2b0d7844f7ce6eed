package org.loyalty4j.internal;

/** Numbers of 64 bits that are in the order in which {@link Double#compare} has the doubles they stand for. */
public final class SortableDoubles {
    private SortableDoubles() {}

    /** The bits of a double, all but the sign turned where it is below zero. */
    public static long bits(double value) {
        return turned(Double.doubleToLongBits(value));
    }

    /** The double of such bits. */
    public static double value(long bits) {
        return Double.longBitsToDouble(turned(bits));
    }

    private static long turned(long bits) {
        return bits ^ (bits >> (Long.SIZE - 1) >>> 1);
    }
}
