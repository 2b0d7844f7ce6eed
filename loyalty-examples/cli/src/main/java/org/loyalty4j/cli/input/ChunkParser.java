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
    private final DateParser dates;
    private final AmountParser amounts;
    private final boolean hasQuantity;
    private final boolean rejectsRefunds;
    private final Rejection why = new Rejection();
    private final ByteDecimal amount = new ByteDecimal();
    private final ByteDecimal quantity = new ByteDecimal();
    private final @Nullable Role[] roles; // by column; null for one that is not used
    private final boolean plain;
    private final char delimiter;
    private final long delimiters;
    private TransactionColumns serials;
    private TransactionColumns others;
    private final IdShape.Reader serial;
    private final SerialIds serialIds;
    private int[] places = new int[2 * 1024]; // where the id of each of the others begins and ends
    private int firstOther; // row of the piece
    private boolean idsLater = true; // false once an id could not be used, as there may be many of them
    private int idFrom;
    private int idTo;
    private boolean isSerial; // an id of the shape that most have

    ChunkParser(
            String source,
            FileFormat format,
            ByteEncoding encoding,
            IdDictionary ids,
            IdShape shape,
            Positions positions,
            TransactionParser careful,
            int columnRows) {
        this.serials = new TransactionColumns(columnRows);
        this.others = new TransactionColumns(columnRows);
        this.encoding = encoding;
        this.ids = ids;
        this.serial = shape.reader();
        this.serialIds = new SerialIds(shape);
        this.positions = positions;
        this.careful = careful;
        this.dates = careful.dates();
        this.amounts = careful.amounts();
        this.hasQuantity = positions.has(Role.QUANTITY);
        this.rejectsRefunds = careful.rejectsRefunds();
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

    SerialIds serialIds() {
        return serialIds;
    }

    ParsedChunk parse(Chunk chunk) {
        serials = serials.forBytes(chunk.to());
        others = others.forBytes(chunk.to());
        int firstSerial = serials.rows();
        firstOther = others.rows();
        ParsedChunk parsed = parseRows(chunk);
        int count = others.rows() - firstOther;
        if (!ids.number(chunk.bytes(), places, count, others.customers(), firstOther, this::id)) {
            idsLater = false;
            serials.rewind(firstSerial);
            others.rewind(firstOther);
            parsed = parseRows(chunk);
        }
        parsed.serials = serials.since(firstSerial);
        parsed.others = others.since(firstOther);
        return parsed;
    }

    private ParsedChunk parseRows(Chunk chunk) {
        ParsedChunk parsed = new ParsedChunk(chunk, serials.since(serials.rows()), others.since(others.rows()));
        parsed.broken = !encoding.isText(chunk);
        while (parsed.end < chunk.to() && !parsed.broken) {
            if (plain) {
                plainRows(parsed);
            }
            if (parsed.end < chunk.to() && !parsed.broken) {
                int next = carefulRow(parsed);
                if (next == RowSplitter.UNFINISHED) {
                    break;
                }
                parsed.broken = next == RowSplitter.BROKEN;
                parsed.end = next;
            }
        }
        return parsed;
    }

    /** Reads rows up to the first one that is not plain. */
    private void plainRows(ParsedChunk into) {
        byte[] bytes = into.chunk.bytes();
        int to = into.chunk.to();
        int from = into.end;
        int rows = 0;
        while (from < to) {
            int next = plainRow(bytes, from);
            if (next == UNSURE) {
                break;
            }
            rows++;
            if (next - from > RowSplitter.MOST_BYTES) {
                into.broken = true;
                break;
            }
            from = next;
        }
        into.lines += rows;
        into.end = from;
    }

    /** Reads a row if it is plain; where the next one begins, or {@link #UNSURE}. */
    private int plainRow(byte[] bytes, int from) {
        @Nullable Role[] columns = roles;
        int at = from;
        for (int column = 0; column < columns.length; column++) {
            if (column > 0 && bytes[at++] != delimiter) {
                return UNSURE;
            }
            Role role = columns[column];
            int end; // as endOf finds it, which the compiler does not take in here: that cost a tenth
            if (role == Role.ID) {
                end = endOfId(bytes, at, delimiters);
            } else if (role == Role.DATE) {
                end = dates.parse(bytes, at, delimiter);
            } else if (role == Role.AMOUNT) {
                end = amount.parse(bytes, at);
            } else if (role == Role.QUANTITY) {
                end = quantity.parse(bytes, at);
            } else {
                end = endOfText(bytes, at, delimiters);
            }
            if (end < 0) {
                end = bytes[at] == '"' ? endOfQuoted(columns[column], bytes, at + 1) : UNSURE;
                if (end < 0) {
                    return UNSURE;
                }
            }
            at = end;
        }
        byte end = bytes[at];
        if (end != '\n' && end != '\r') {
            return UNSURE;
        }
        int next = end == '\r' && bytes[at + 1] == '\n' ? at + 2 : at + 1;
        return use(bytes) ? next : UNSURE;
    }

    /** Reads a field from behind its quote on; where it ends with the other quote, or {@link #UNSURE}. */
    private int endOfQuoted(@Nullable Role role, byte[] bytes, int from) {
        int end = endOf(role, bytes, from, QUOTES);
        return end >= 0 && bytes[end] == '"' ? end + 1 : UNSURE;
    }

    /**
     * Reads a field.
     *
     * @param stops what ends a text, besides the line, in every byte
     * @return where it ends; it may go on there, which the caller sees by what follows. Negative if it is not plain, as it is not
     *     when it begins with a quote that does not end it
     */
    private int endOf(@Nullable Role role, byte[] bytes, int from, long stops) {
        if (role == Role.ID) {
            return endOfId(bytes, from, stops);
        }
        if (role == Role.DATE) {
            return dates.parse(bytes, from, delimiter);
        }
        if (role == Role.AMOUNT) {
            return amount.parse(bytes, from);
        }
        return role == Role.QUANTITY ? quantity.parse(bytes, from) : endOfText(bytes, from, stops);
    }

    private int endOfId(byte[] bytes, int from, long stops) {
        idFrom = from;
        int end = serial.read(bytes, from);
        if (end != IdShape.NONE) {
            byte next = bytes[end];
            if (next == (byte) stops || next == '\n' || next == '\r') {
                isSerial = true;
                return end;
            }
        }
        isSerial = false;
        idTo = endOfText(bytes, from, stops);
        return idTo;
    }

    private static int endOfText(byte[] bytes, int from, long stops) {
        if (stops != QUOTES && bytes[from] == '"') {
            return UNSURE;
        }
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
        boolean settled = hasQuantity ? amounts.takeProduct(amount, quantity) : amounts.take(amount);
        if (!settled || (rejectsRefunds && amounts.minorUnits() < 0)) {
            return false;
        }
        int day = dates.epochDay();
        if (isSerial) {
            serialIds.add(serial.number());
            serials.add(serial.number(), day, amounts.minorUnits());
            return true;
        }
        if (idFrom == idTo) {
            return false;
        }
        if (idsLater) {
            place(others.rows() - firstOther, idFrom, idTo);
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
        place(others.rows() - firstOther, 0, IdDictionary.KNOWN);
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
        String text = new String(bytes, from, to - from, encoding.charset());
        if (careful.ids().isId(text)) {
            return text;
        }
        idRow.begin(1);
        idRow.add(text);
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
                add(ids.number(careful.customerId()), careful.epochDay(), careful.value());
            } else {
                into.rejected.add(RejectedRow.of(row, why, delimiter));
            }
        }
        return next;
    }
}
