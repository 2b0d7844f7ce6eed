package org.loyalty4j.cli.input;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the ids of a file are mostly written: a beginning that all have in common, and a number, as in {@code C-0004711}. The
 * number is either of a fixed width with zeros before it, or without any.
 *
 * @param beginning what stands before the number, of letters, digits and marks of ASCII, at most {@value #LONGEST_BEGINNING}
 * @param width how many digits the number has; {@link #FREE} if as many as it takes
 */
record IdShape(String beginning, int width) {
    /** No id of the shape. */
    static final int NONE = -1;

    /** Bytes that may be looked at from the first one of an id on. */
    static final int REACH = 3 * Words.BYTES;

    private static final int FREE = 0;

    /** Whole numbers as they are usually written. */
    static final IdShape WHOLE_NUMBERS = new IdShape("", FREE);

    private static final int LONGEST_BEGINNING = 2 * Words.BYTES;
    private static final int LIMIT = 1 << 24; // numbers below are told apart by bits

    /** The shape that most of some ids have. */
    static IdShape ofMost(Collection<String> ids) {
        Map<IdShape, Integer> counts = new HashMap<>();
        IdShape most = WHOLE_NUMBERS;
        for (String id : ids) {
            IdShape shape = of(id);
            if (shape != null && counts.merge(shape, 1, Integer::sum) > counts.getOrDefault(most, 0)) {
                most = shape;
            }
        }
        return most;
    }

    private static @Nullable IdShape of(String id) {
        int start = id.length();
        while (start > 0 && id.length() - start < Words.BYTES && isDigit(id.charAt(start - 1))) {
            start--;
        }
        boolean goesOn = start > 0 && isDigit(id.charAt(start - 1));
        int width = id.length() - start;
        boolean free = width > 0 && !goesOn && (id.charAt(start) != '0' || width == 1);
        return width > 0 && start <= LONGEST_BEGINNING && id.chars().allMatch(IdShape::isPlain)
                ? new IdShape(id.substring(0, start), free ? FREE : width)
                : null;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Tells whether a character is written by one and the same byte wherever bytes are read, and never left out. */
    private static boolean isPlain(int character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || "-_.:/#".indexOf(character) >= 0;
    }

    /** Tells whether the order of the numbers is that of the ids as texts. */
    boolean isNumberedAsTexts() {
        return width != FREE;
    }

    /** The id of a number. */
    String text(int number) {
        String digits = Integer.toString(number);
        return beginning + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** What reads ids of this shape from bytes. */
    Reader reader() {
        return new Reader(this);
    }

    /** Reads ids from bytes, one after the other. */
    static final class Reader {
        private final int start;
        private final int width;
        private final long first; // of the beginning
        private final long firstMask;
        private final long second;
        private final long secondMask;
        private int number;

        private Reader(IdShape shape) {
            byte[] bytes = new byte[LONGEST_BEGINNING];
            long[] masks = new long[2];
            for (int i = 0; i < shape.beginning.length(); i++) {
                bytes[i] = (byte) shape.beginning.charAt(i);
                masks[i / Words.BYTES] |= 0xffL << (8 * (i % Words.BYTES));
            }
            start = shape.beginning.length();
            width = shape.width;
            first = Words.at(bytes, 0);
            second = Words.at(bytes, Words.BYTES);
            firstMask = masks[0];
            secondMask = masks[1];
        }

        /**
         * Reads the id that begins in a place of the bytes, of which {@link #REACH} from there on must be in the array. What follows
         * it is not looked at, so it may be the front of a longer one.
         *
         * @return where it ends; {@link #NONE} if it is not of the shape
         */
        int read(byte[] bytes, int from) {
            if ((Words.at(bytes, from) & firstMask) != first
                    || (secondMask != 0 && (Words.at(bytes, from + Words.BYTES) & secondMask) != second)) {
                return NONE;
            }
            int at = from + start;
            long digits = Words.digits(Words.at(bytes, at));
            int count = Words.first(Words.notDigits(digits));
            boolean fits = width == FREE ? count > 0 && (bytes[at] != '0' || count == 1) : count == width;
            number = Words.number(digits, count);
            return fits && number < LIMIT ? at + count : NONE;
        }

        /** The number of the id last read. */
        int number() {
            return number;
        }
    }
}
