package org.loyalty4j.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which columns of a table are read.
 *
 * @param customerId the customer's id: text or a whole number
 * @param date the day: a date, a timestamp, or text such as {@code 2011-12-09} with or without a time
 * @param value the amount of a transaction (a decimal, a whole number or text) or the score of an answer (a whole number or text)
 */
public record InputColumns(String customerId, String date, String value) implements Serializable {

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

    /** These columns, but for those named by role: {@code id}, {@code date}, and what the value is called. */
    InputColumns with(Map<String, String> named, String valueRole) {
        for (String role : named.keySet()) {
            if (!List.of("id", "date", valueRole).contains(role)) {
                throw new IllegalArgumentException(
                        "expected a column for the roles id, date, " + valueRole + ", but was " + role);
            }
        }
        return new InputColumns(
                named.getOrDefault("id", customerId),
                named.getOrDefault("date", date),
                named.getOrDefault(valueRole, value));
    }
}
