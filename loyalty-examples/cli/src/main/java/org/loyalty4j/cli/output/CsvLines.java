package org.loyalty4j.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Rows of CSV as {@link CsvWriter} writes them, gathered as text. Fields that are numbers and dates need no quotes. */
final class CsvLines {
    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean first = true;

    CsvLines text(String field) {
        startField();
        if (isPlain(field)) {
            text.append(field);
        } else {
            StringWriter row = new StringWriter();
            CsvWriter writer = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .bufferSize(0)
                    .build(row);
            writer.writeRecord(field, "");
            text.append(row.getBuffer(), 0, row.getBuffer().length() - 2); // without the empty field and the line break
        }
        return this;
    }

    private static boolean isPlain(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c < ' ' || c == '"' || c == '#' || c == ',') {
                return false;
            }
        }
        return true;
    }

    CsvLines empty() {
        startField();
        return this;
    }

    CsvLines integer(int number) {
        startField();
        text.append(number);
        return this;
    }

    CsvLines integer(OptionalInt number) {
        return number.isPresent() ? integer(number.getAsInt()) : empty();
    }

    CsvLines date(@Nullable LocalDate date) {
        startField();
        if (date != null) {
            int year = date.getYear();
            two(year / 100);
            two(year % 100);
            text.append('-');
            two(date.getMonthValue());
            text.append('-');
            two(date.getDayOfMonth());
        }
        return this;
    }

    private void two(int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    CsvLines money(BigDecimal amount) {
        startField();
        text.append(amount.toPlainString());
        return this;
    }

    CsvLines fixed(@Nullable Double number, int decimals) {
        startField();
        if (number != null) {
            DecimalText.fixed(text, number, decimals);
        }
        return this;
    }

    CsvLines atMost(@Nullable Double number, int decimals) {
        startField();
        if (number != null) {
            DecimalText.atMost(text, number, decimals);
        }
        return this;
    }

    CsvLines significant(@Nullable Double number) {
        startField();
        if (number != null) {
            DecimalText.significant(text, number);
        }
        return this;
    }

    private void startField() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    void endRow() {
        text.append('\n');
        first = true;
    }

    StringBuilder all() {
        return text;
    }
}
