package org.loyalty4j.cli.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.Customer;

/**
 * Reads the list of customers.
 *
 * @param columns which column plays which role
 * @param format how dates are written
 * @param integerIds true if ids are whole numbers, so that {@code 17850.0} is the id {@code 17850}
 */
public record CustomerReader(Columns columns, FileFormat format, boolean integerIds) {

    public CustomerReader {
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(format, "format");
    }

    /**
     * Reads all the rows of a source; one without rows is fine. Of two rows with one id the second is rejected.
     *
     * @param source the source
     * @param rejected takes the rows that cannot be used
     * @return the customers
     * @throws InputException if none of the rows can be used or the source cannot be read
     */
    public ReadRows<Customer> read(RowSource source, RejectedRows rejected) {
        List<Customer> customers = new ArrayList<>();
        if (format.header() && source.header().isEmpty()) {
            return new ReadRows<>(customers, new ReadSummary(source.name(), 0, Map.of()));
        }
        Positions at = columns.bind(source);
        IdParser ids = new IdParser(integerIds);
        DateColumn joined = new DateColumn(source, at.of(Role.JOINED), format);
        @Nullable DateColumn left = at.has(Role.LEFT) ? new DateColumn(source, at.of(Role.LEFT), format) : null;
        Map<String, Long> lines = new HashMap<>();
        ReadSummary summary = RowLoop.run(source, at, rejected, (row, why) -> {
            String id = ids.parse(row, at.of(Role.ID), why);
            if (id == null || !joined.parse(row, why)) {
                return false;
            }
            LocalDate leftOn = null;
            if (left != null && !left.isEmpty(row)) {
                if (!left.parse(row, why)) {
                    return false;
                }
                leftOn = left.date();
                if (leftOn.isBefore(joined.date())) {
                    return why.because(
                            RejectReason.LEFT_BEFORE_JOINED,
                            "the customer left on " + leftOn + ", before joining on " + joined.date());
                }
            }
            Long known = lines.putIfAbsent(id, row.line());
            if (known != null) {
                return why.because(
                        RejectReason.DUPLICATE_CUSTOMER,
                        "the customer " + Rejection.quote(id) + " is already in line " + known);
            }
            customers.add(new Customer(id, joined.date(), leftOn));
            return true;
        });
        return new ReadRows<>(customers, summary);
    }

    private static final class DateColumn {
        private final DateParser parser;
        private final int field;

        DateColumn(RowSource source, int field, FileFormat format) {
            this.field = field;
            this.parser = DateParser.of(format, source, field);
        }

        boolean isEmpty(Row row) {
            return row.start(field) == row.end(field);
        }

        boolean parse(Row row, Rejection why) {
            return parser.parse(row.chars(), row.start(field), row.end(field), why);
        }

        LocalDate date() {
            return LocalDate.ofEpochDay(parser.epochDay());
        }
    }
}
