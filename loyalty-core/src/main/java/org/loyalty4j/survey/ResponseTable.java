package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * Who answered, stratum by stratum: an RFM cell, a segment, a region.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if two strata have one name.
 *
 * @param rows one row a stratum, in the order given, also those without customers
 */
public record ResponseTable(List<Row> rows) implements Serializable {

    /**
     * The response of one stratum.
     *
     * @param stratum the name of the stratum, not blank
     * @param rate those who answered, of all customers of the stratum; {@link Proportion#wilson} gives its interval
     */
    public record Row(String stratum, ResponseRate rate) implements Serializable {

        public Row {
            Checks.notBlank(stratum, "stratum");
            Objects.requireNonNull(rate, "rate");
        }
    }

    public ResponseTable {
        rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
        Set<String> names = new HashSet<>();
        for (Row row : rows) {
            if (!names.add(row.stratum())) {
                throw new IllegalArgumentException("rows must have one stratum each, but had two of " + row.stratum());
            }
        }
    }

    /**
     * Counts customers and respondents of each stratum.
     *
     * @param stratumOfCustomer the index of each customer's stratum in the names; in [0, number of names)
     * @param stratumNames the names of the strata, in the order of the rows
     * @param answered the indices of the customers who answered
     * @return the table
     * @throws IllegalArgumentException if a stratum is out of range, two have one name, or a customer answered who is not in the
     *     base
     */
    public static ResponseTable of(int[] stratumOfCustomer, List<String> stratumNames, BitSet answered) {
        return new ResponseTable(count(stratumOfCustomer, stratumNames, answered).stream()
                .map(stratum -> new Row(stratum.label(), new ResponseRate(stratum.respondents(), stratum.customers())))
                .toList());
    }

    static void requireInBase(BitSet answered, int customers) {
        if (answered.length() > customers) {
            throw new IllegalArgumentException(
                    "answered must hold indices in [0, " + customers + "), but held " + (answered.length() - 1));
        }
    }

    /** The strata as they are given, none collapsed. */
    static List<PostStratum> count(int[] stratumOfCustomer, List<String> stratumNames, BitSet answered) {
        long[] customers = new long[stratumNames.size()];
        long[] respondents = new long[stratumNames.size()];
        requireInBase(answered, stratumOfCustomer.length);
        for (int i = 0; i < stratumOfCustomer.length; i++) {
            int stratum = stratumOfCustomer[i];
            if (stratum < 0 || stratum >= customers.length) {
                throw new IllegalArgumentException(
                        "stratumOfCustomer[" + i + "] must be in [0, " + customers.length + "), but was " + stratum);
            }
            customers[stratum]++;
            if (answered.get(i)) {
                respondents[stratum]++;
            }
        }
        List<PostStratum> strata = new ArrayList<>(customers.length);
        for (int h = 0; h < customers.length; h++) {
            strata.add(new PostStratum(
                    List.of(Checks.notBlank(stratumNames.get(h), "stratumNames[" + h + "]")),
                    customers[h],
                    respondents[h]));
        }
        return strata;
    }

    /**
     * The response of all strata together.
     *
     * @return the sums of the rows
     */
    public ResponseRate overall() {
        return new ResponseRate(
                rows.stream().mapToLong(row -> row.rate().responded()).sum(),
                rows.stream().mapToLong(row -> row.rate().invited()).sum());
    }

    /** The table as aligned text, with Wilson intervals at 95 %. */
    @Override
    public String toString() {
        int width = rows.stream().mapToInt(row -> row.stratum().length()).max().orElse(0);
        width = Math.max(width, "stratum".length());
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-" + width + "s %12s %12s %8s %17s\n",
                "stratum",
                "customers",
                "responded",
                "rate, %",
                "95 % interval"));
        for (Row row : rows) {
            text.append(line(width, row.stratum(), row.rate()));
        }
        return text.append(line(width, "all", overall())).toString();
    }

    private static String line(int width, String name, ResponseRate rate) {
        String interval = rate.share()
                .wilson(0.95)
                .map(estimate -> String.format(
                        Locale.ROOT,
                        "%8.2f %8.2f",
                        100 * estimate.interval().lower(),
                        100 * estimate.interval().upper()))
                .orElse("");
        String share = rate.share().value().isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.2f", 100 * rate.share().value().getAsDouble());
        return String.format(
                Locale.ROOT,
                "%-" + width + "s %,12d %,12d %8s %17s\n",
                name,
                rate.invited(),
                rate.responded(),
                share,
                interval);
    }
}
