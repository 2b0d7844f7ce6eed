package org.loyalty4j.summary;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.loyalty4j.internal.Checks;

/**
 * An accumulator as few bytes: numbers of seven bits a byte, the least significant first, days as the distance to the day
 * before. A day of one purchase takes three to six bytes.
 */
final class AccumulatorBytes {
    private static final int FORM = 1;

    private AccumulatorBytes() {}

    static byte[] write(String customerId, int scale, DayTotals totals) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(FORM);
        out.write(scale);
        put(out, customerId.length());
        customerId.chars().forEach(character -> put(out, character));
        put(out, totals.size());
        int before = 0;
        for (int i = 0; i < totals.size(); i++) {
            // The lowest bit tells a day of one purchase and nothing else, whose counts need not be said.
            boolean plain = totals.purchaseRows(i) == 1 && totals.rows(i) == 1;
            put(out, (zigzag((long) totals.day(i) - before) << 1) | (plain ? 0 : 1));
            before = totals.day(i);
            if (!plain) {
                put(out, totals.purchaseRows(i));
                put(out, totals.refundRows(i));
                put(out, totals.zeroRows(i));
            }
            if (totals.purchaseRows(i) > 0) {
                put(out, totals.rawBought(i));
            }
            if (totals.refundRows(i) > 0) {
                put(out, -totals.rawRefunded(i));
            }
        }
        return out.toByteArray();
    }

    static PurchaseAccumulator read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int form = in.get();
            if (form != FORM) {
                throw new IllegalArgumentException("bytes must be of form " + FORM + ", but were of form " + form);
            }
            int scale = in.get();
            int length = count(in);
            StringBuilder customerId = new StringBuilder();
            for (int i = 0; i < length; i++) {
                customerId.append((char) take(in));
            }
            DayTotals totals = new DayTotals();
            int days = count(in);
            int day = 0;
            for (int i = 0; i < days; i++) {
                long first = take(in);
                day = Checks.epochDay(day + (int) unzigzag(first >>> 1), "epochDay");
                boolean plain = (first & 1) == 0;
                int purchaseRows = plain ? 1 : count(in);
                int refundRows = plain ? 0 : count(in);
                int zeroRows = plain ? 0 : count(in);
                totals.addPurchases(day, purchaseRows > 0 ? take(in) : 0, purchaseRows);
                totals.addRefunds(day, refundRows > 0 ? -take(in) : 0, refundRows);
                totals.addZeros(day, zeroRows);
            }
            if (in.hasRemaining()) {
                throw new IllegalArgumentException(
                        "bytes must be one accumulator, but go on after it for " + in.remaining());
            }
            return new PurchaseAccumulator(customerId.toString(), scale, totals);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("bytes must be a whole accumulator, but end after " + bytes.length, e);
        }
    }

    private static long zigzag(long number) {
        return (number << 1) ^ (number >> 63);
    }

    private static long unzigzag(long number) {
        return (number >>> 1) ^ -(number & 1);
    }

    private static void put(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static int count(ByteBuffer in) {
        long count = take(in);
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("counts in bytes must be in [0, 2^31), but was " + count);
        }
        return (int) count;
    }

    private static long take(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
