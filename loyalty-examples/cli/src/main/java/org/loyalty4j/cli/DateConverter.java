package org.loyalty4j.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads an ISO date of a year of four digits. */
public final class DateConverter extends OptionConverter<LocalDate> {
    /** Creates the converter. */
    public DateConverter() {
        super(DateConverter::parse);
    }

    private static LocalDate parse(String value) {
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeParseException wrong) {
            // Told below.
        }
        throw new IllegalArgumentException("`" + value + "` is not a date such as 2025-12-31");
    }
}
