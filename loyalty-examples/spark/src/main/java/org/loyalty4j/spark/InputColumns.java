package org.loyalty4j.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which columns of a table are read.
 *
 * @param customerId the customer's id: text or a whole number
 * @param date the day of a transaction or an answer, or of joining: a date, a timestamp, or text such as {@code 2011-12-09} with or without a time
 * @param value the amount of a transaction (a number or text), the score of an answer (a whole number or text), or the day of
 *     leaving (as the other day, or empty)
 */
public record InputColumns(String customerId, String date, String value) implements Serializable {
    /** A column that a table may lack. */
    static final String LEFT_ON = "left_on";

    public InputColumns {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(value, "value");
    }

    /**
     * The columns of transactions where none are named.
     *
     * @return {@code customer_id}, {@code date} and {@code amount}
     */
    public static InputColumns transactions() {
        return new InputColumns("customer_id", "date", "amount");
    }

    /**
     * The columns of survey answers where none are named.
     *
     * @return {@code customer_id}, {@code date} and {@code score}
     */
    public static InputColumns surveys() {
        return new InputColumns("customer_id", "date", "score");
    }

    /**
     * The columns of the list of customers where none are named.
     *
     * @return {@code customer_id}, {@code joined_on} and {@code left_on}, the last of which may be absent
     */
    public static InputColumns customers() {
        return new InputColumns("customer_id", "joined_on", LEFT_ON);
    }

    /** These columns, but for those named by role: {@code id}, and what the date and the value are called. */
    InputColumns with(Map<String, String> named, String dateRole, String valueRole) {
        for (String role : named.keySet()) {
            if (!List.of("id", dateRole, valueRole).contains(role)) {
                throw new IllegalArgumentException(
                        "expected a column for the roles id, " + dateRole + ", " + valueRole + ", but was " + role);
            }
        }
        return new InputColumns(
                named.getOrDefault("id", customerId),
                named.getOrDefault(dateRole, date),
                named.getOrDefault(valueRole, value));
    }
}
