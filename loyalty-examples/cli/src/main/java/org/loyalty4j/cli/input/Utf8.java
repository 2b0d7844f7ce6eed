package org.loyalty4j.cli.input;

/** Tells well-formed UTF-8 from other bytes (Unicode 15, table 3-7), as the decoder of the JDK does. */
final class Utf8 {
    private Utf8() {}

    /** Where the character ends whose first byte, not one of ASCII, stands at a place; -1 if it is none. */
    static int end(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return isBetween(second, 0x80, 0xbf) ? at + 2 : -1;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            boolean fits = isBetween(second, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf);
            return fits && isTail(bytes[at + 2]) ? at + 3 : -1;
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            boolean fits = isBetween(second, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf);
            return fits && isTail(bytes[at + 2]) && isTail(bytes[at + 3]) ? at + 4 : -1;
        }
        return -1;
    }

    private static boolean isBetween(int value, int from, int to) {
        return value >= from && value <= to;
    }

    private static boolean isTail(byte value) {
        return value < (byte) 0xc0;
    }
}
