package org.loyalty4j.cli.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column plays which role, by name or by position from 1.
 *
 * @param table the table
 * @param chosen the columns that were named, by role; the others have their usual name
 */
public record Columns(Table table, Map<Role, String> chosen) {
    /** What may part columns by its name as an option takes it, the likeliest first: names need no quotes in a shell. */
    private static final Map<String, String> DELIMITERS = new LinkedHashMap<>();

    static {
        DELIMITERS.put(";", "semicolon");
        DELIMITERS.put("\t", "tab");
        DELIMITERS.put("|", "pipe");
        DELIMITERS.put(",", "comma");
        DELIMITERS.put(" ", "whitespace");
    }

    public Columns {
        Objects.requireNonNull(table, "table");
        chosen = Map.copyOf(chosen);
    }

    /**
     * The usual columns: {@code customer_id,date,amount}, {@code customer_id,date,score} or
     * {@code customer_id,joined_on,left_on}.
     *
     * @param table the table
     * @return its usual columns
     */
    public static Columns of(Table table) {
        return new Columns(table, Map.of());
    }

    /**
     * Reads columns as a user writes them: {@code id=CustomerID,date=InvoiceDate,amount=3}. An entry with a comma in it is
     * quoted as in CSV.
     *
     * @param table the table
     * @param spec roles and columns
     * @return the columns
     * @throws IllegalArgumentException if it is not of that form, or a role is not one of the table's
     */
    public static Columns parse(Table table, String spec) {
        Map<Role, String> chosen = new EnumMap<>(Role.class);
        for (String entry : entries(spec)) {
            int equals = entry.indexOf('=');
            Role role =
                    equals < 0 ? null : role(table, entry.substring(0, equals).strip());
            String column = entry.substring(equals + 1).strip();
            if (role == null || column.isEmpty()) {
                throw new IllegalArgumentException("expected role=column with the roles "
                        + table.roles().stream().map(Role::key).collect(Collectors.joining(", ")) + ", but was "
                        + entry);
            }
            if (chosen.put(role, column) != null) {
                throw new IllegalArgumentException("role " + role.key() + " is given twice");
            }
        }
        return new Columns(table, chosen);
    }

    private static List<String> entries(String spec) {
        try {
            return CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .ofSingleCsvRecord(spec)
                    .getFields();
        } catch (CsvParseException broken) {
            throw new IllegalArgumentException("expected role=column,role=column, but was " + spec, broken);
        }
    }

    private static @Nullable Role role(Table table, String key) {
        for (Role role : table.roles()) {
            if (role.key().equals(key)) {
                return role;
            }
        }
        return null;
    }

    /** Finds the columns in a source. */
    Positions bind(RowSource source) {
        int[] at = new int[Role.values().length];
        List<String> header = source.header().orElse(null);
        int usual = 0;
        for (Role role : table.roles()) {
            usual++;
            at[role.ordinal()] = header == null ? position(role, usual, source) : find(role, header, source);
        }
        return new Positions(at, header == null ? 0 : header.size());
    }

    private int position(Role role, int usual, RowSource source) {
        String column = chosen.get(role);
        if (column == null) {
            if (chosen.isEmpty()) {
                return role == Role.QUANTITY || role == Role.WEIGHT ? Positions.ABSENT : usual - 1;
            }
            if (table.isOptional(role)) {
                return Positions.ABSENT;
            }
        }
        int position = column == null ? 0 : number(column);
        if (position < 1) {
            throw InputException.in(
                    source.name(),
                    "without a header the columns are known by position, expected " + table.option() + " " + role.key()
                            + "=<1, 2, ...>" + (column == null ? "" : ", but was " + column));
        }
        return position - 1;
    }

    private int find(Role role, List<String> header, RowSource source) {
        String column = chosen.getOrDefault(role, role.defaultColumn());
        if (column.isEmpty()) {
            return Positions.ABSENT;
        }
        int found = header.indexOf(column);
        if (found >= 0) {
            if (found != header.lastIndexOf(column)) {
                throw InputException.at(
                        source.name(),
                        source.headerLine(),
                        "there are two columns " + Rejection.quote(column) + ", expected different names, or "
                                + table.option() + " " + role.key() + "=" + (found + 1) + " to choose by position");
            }
            return found;
        }
        int position = number(column);
        if (position >= 1 && position <= header.size()) {
            return position - 1;
        }
        if (table.isOptional(role) && !chosen.containsKey(role)) {
            return Positions.ABSENT;
        }
        throw InputException.at(
                source.name(),
                source.headerLine(),
                "there is no column " + Rejection.quote(column) + ", found " + shown(header) + "; expected it, or "
                        + table.option() + " " + role.key() + "=<name or position>" + delimiterHint(header));
    }

    private static String shown(List<String> header) {
        String names = header.stream().limit(20).collect(Collectors.joining(", "));
        return Rejection.quote(names.length() > 200 ? names.substring(0, 200) + "..." : names);
    }

    private String delimiterHint(List<String> header) {
        if (header.size() == 1) {
            String only = header.get(0);
            for (Map.Entry<String, String> delimiter : DELIMITERS.entrySet()) {
                if (only.contains(delimiter.getKey())) {
                    return " (or " + table.delimiterOption() + delimiter.getValue()
                            + ", which the header seems to be parted by)";
                }
            }
        }
        return "";
    }

    private static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i > 4) {
                return -1;
            }
            number = 10 * number + (c - '0');
        }
        return number;
    }
}
