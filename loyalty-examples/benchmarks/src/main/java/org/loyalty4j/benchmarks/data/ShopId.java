package org.loyalty4j.benchmarks.data;

import java.util.HexFormat;
import java.util.Locale;

/** How a shop names its customers. */
public enum ShopId {
    /** The number of the customer. */
    INT {
        @Override
        public String of(int customer) {
            return Integer.toString(customer);
        }
    },

    /** A text of ten characters, a beginning and a serial number: {@code C100000017}. */
    SERIAL {
        @Override
        public String of(int customer) {
            return ShopRows.textId(customer);
        }
    },

    /** A text of sixteen hexadecimal characters, which say nothing of each other. */
    HASH {
        @Override
        public String of(int customer) {
            return HexFormat.of().toHexDigits(mixed(customer));
        }
    };

    private static final int HASH_LENGTH = 16;
    private static final long ODD = 0x9E3779B97F4A7C15L;
    private static final long INVERSE = 0xF1DE83E19937733DL; // ODD * INVERSE = 1 in 64 bits

    /** The id of a customer. */
    public abstract String of(int customer);

    /** The customer whose id it is, of whatever kind. */
    public static int customerOf(String id) {
        if (id.length() == HASH_LENGTH) {
            return unmixed(HexFormat.fromHexDigitsToLong(id));
        }
        return id.startsWith("C")
                ? Integer.parseInt(id, 1, id.length(), 10) - ShopRows.FIRST_SERIAL
                : Integer.parseInt(id);
    }

    /** A short name for files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static long mixed(int customer) {
        long z = customer * ODD;
        return (z ^ z >>> 32) * ODD;
    }

    private static int unmixed(long hash) {
        long z = hash * INVERSE;
        return (int) ((z ^ z >>> 32) * INVERSE);
    }
}
