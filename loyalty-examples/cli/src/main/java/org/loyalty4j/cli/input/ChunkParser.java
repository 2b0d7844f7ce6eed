package org.loyalty4j.cli.input;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads transactions from pieces of a file: a plain row from its bytes, any other as {@link TransactionReader} does. The same
 * object is used piece by piece, by one thread.
 */
final class ChunkParser {
    private static final int UNSURE = -1;
    private static final long QUOTES = Words.repeat('"');
    private static final long LINE_FEEDS = Words.repeat('\n');
    private static final long RETURNS = Words.repeat('\r');

    private final ByteEncoding encoding;
    private final IdDictionary ids;
    private final Positions positions;
    private final TransactionParser careful;
    private final RowSplitter splitter;
    private final Row row;
    private final Row idRow;
    private final Rejection why = new Rejection();
    private final ByteDecimal amount = new ByteDecimal();
    private final ByteDecimal quantity = new ByteDecimal();
    private final @Nullable Role[] roles; // by column; null for one that is not used
    private final boolean plain;
    private final char delimiter;
    private final long delimiters;
    private final TransactionColumns small = new TransactionColumns();
    private final TransactionColumns others = new TransactionColumns();
    private final SmallIds smallIds = new SmallIds();
    private int[] places = new int[2 * 1024]; // where the id of each of the others begins and ends
    private boolean idsLater = true; // false once an id could not be used, as there may be many of them
    private int idFrom;
    private int idTo;

    ChunkParser(
            String source,
            FileFormat format,
            ByteEncoding encoding,
            IdDictionary ids,
            Positions positions,
            TransactionParser careful) {
        this.encoding = encoding;
        this.ids = ids;
        this.positions = positions;
        this.careful = careful;
        this.splitter = new RowSplitter(format);
        this.row = new Row(source);
        this.idRow = new Row(source);
        this.delimiter = format.delimiter().character();
        this.delimiters = Words.repeat(delimiter);
        this.roles = new @Nullable Role[positions.width()];
        this.plain = !format.delimiter().whitespace() && isMark(delimiter) && fillRoles();
    }

    /** A delimiter that stands in no number, no date and no time. */
    private static boolean isMark(char delimiter) {
        return ",;|\t^~!".indexOf(delimiter) >= 0;
    }

    /** False if a column has two roles. */
    private boolean fillRoles() {
        for (Role role : new Role[] {Role.ID, Role.DATE, Role.AMOUNT, Role.QUANTITY}) {
            int column = positions.of(role);
            if (column != Positions.ABSENT) {
                if (roles[column] != null) {
                    return false;
                }
                roles[column] = role;
            }
        }
        return true;
    }

    SmallIds smallIds() {
        return smallIds;
    }

    ParsedChunk parse(Chunk chunk) {
        ParsedChunk parsed = parseRows(chunk);
        if (!ids.number(chunk.bytes(), places, others.rows(), others.customers(), this::id)) {
            idsLater = false;
            parsed = parseRows(chunk);
        }
        parsed.small = small.takeAll();
        parsed.others = others.takeAll();
        return parsed;
    }

    private ParsedChunk parseRows(Chunk chunk) {
        small.clear();
        others.clear();
        ParsedChunk parsed = new ParsedChunk(chunk);
        parsed.broken = !encoding.isText(chunk);
        while (parsed.end < chunk.to() && !parsed.broken) {
            int next = plain ? plainRow(chunk.bytes(), parsed.end) : UNSURE;
            if (next == UNSURE) {
                next = carefulRow(parsed);
                if (next == RowSplitter.UNFINISHED) {
                    break;
                }
                parsed.broken = next == RowSplitter.BROKEN;
            } else {
                parsed.lines++;
                parsed.broken = next - parsed.end > RowSplitter.MOST_BYTES;
            }
            parsed.end = next;
        }
        return parsed;
    }

    /** Reads a row if it is plain; where the next one begins, or {@link #UNSURE}. */
    private int plainRow(byte[] bytes, int from) {
        int at = from;
        int last = roles.length - 1;
        for (int column = 0; column <= last; column++) {
            boolean quoted = bytes[at] == '"';
            int start = quoted ? at + 1 : at;
            int end = endOf(roles[column], bytes, start, quoted);
            if (end < 0) {
                return UNSURE;
            }
            if (quoted) {
                if (bytes[end++] != '"') {
                    return UNSURE;
                }
            }
            if (column < last) {
                if (bytes[end++] != delimiter) {
                    return UNSURE;
                }
            }
            at = end;
        }
        int next = bytes[at] == '\n' ? at + 1 : bytes[at] != '\r' ? UNSURE : bytes[at + 1] == '\n' ? at + 2 : at + 1;
        return next != UNSURE && use(bytes) ? next : UNSURE;
    }

    /** Reads a field; where it ends unless something follows that does not belong there, or a negative number. */
    private int endOf(@Nullable Role role, byte[] bytes, int from, boolean quoted) {
        if (role == Role.DATE) {
            return careful.dates().parse(bytes, from, delimiter);
        }
        if (role == Role.AMOUNT) {
            return amount.parse(bytes, from);
        }
        if (role == Role.QUANTITY) {
            return quantity.parse(bytes, from);
        }
        int end = endOfText(bytes, from, quoted ? QUOTES : delimiters);
        if (role == Role.ID) {
            idFrom = from;
            idTo = end;
        }
        return end;
    }

    private static int endOfText(byte[] bytes, int from, long stops) {
        for (int at = from; ; at += Words.BYTES) {
            long word = Words.at(bytes, at);
            long flags = Words.equal(word, stops) | Words.equal(word, LINE_FEEDS) | Words.equal(word, RETURNS);
            if (flags != 0) {
                return at + Words.first(flags);
            }
        }
    }

    /** Takes the transaction of a plain row; false if there is anything wrong with it. */
    private boolean use(byte[] bytes) {
        AmountParser amounts = careful.amounts();
        boolean settled = positions.has(Role.QUANTITY) ? amounts.takeProduct(amount, quantity) : amounts.take(amount);
        if (!settled || (careful.rejectsRefunds() && amounts.minorUnits() < 0) || idFrom == idTo) {
            return false;
        }
        int day = careful.dates().epochDay();
        int value = SmallIds.value(bytes, idFrom, idTo);
        if (value >= 0) {
            smallIds.add(value);
            small.add(value, day, amounts.minorUnits());
            return true;
        }
        if (idsLater) {
            place(others.rows(), idFrom, idTo);
            others.add(0, day, amounts.minorUnits());
            return true;
        }
        int customer = ids.number(bytes, idFrom, idTo, this::id);
        if (customer == IdDictionary.NONE) {
            return false;
        }
        add(customer, day, amounts.minorUnits());
        return true;
    }

    /** Adds a row whose customer has a number already. */
    private void add(int customer, int day, long minorUnits) {
        place(others.rows(), 0, IdDictionary.KNOWN);
        others.add(customer, day, minorUnits);
    }

    private void place(int row, int from, int to) {
        if (2 * row == places.length) {
            places = Arrays.copyOf(places, 4 * row);
        }
        places[2 * row] = from;
        places[2 * row + 1] = to;
    }

    private @Nullable String id(byte[] bytes, int from, int to) {
        idRow.begin(1);
        idRow.add(new String(bytes, from, to - from, encoding.charset()));
        return careful.ids().parse(idRow, 0, why);
    }

    private int carefulRow(ParsedChunk into) {
        int next = splitter.split(into.chunk, into.end, into.lines + 1, row);
        if (next < 0) {
            return next;
        }
        into.lines += splitter.lines();
        if (row.fieldCount() > 0) {
            if (positions.fits(row, why) && careful.parse(row, why)) {
                add(ids.number(careful.customerId()), careful.epochDay(), careful.minorUnits());
            } else {
                into.rejected.add(RejectedRow.of(row, why, delimiter));
            }
        }
        return next;
    }
}
