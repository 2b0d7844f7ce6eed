package org.loyalty4j.cli.input;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of the rows of one source: every row read was used or rejected.
 *
 * @param source the file as the user named it, or {@code query}
 * @param rows the rows read, without the header and blank lines
 * @param rejected the rows rejected, by reason, in the order of the reasons; reasons that never occurred are left out
 */
public record ReadSummary(String source, long rows, Map<RejectReason, Long> rejected) {

    public ReadSummary {
        Objects.requireNonNull(source, "source");
        Map<RejectReason, Long> sorted = new EnumMap<>(RejectReason.class);
        sorted.putAll(rejected);
        rejected = Collections.unmodifiableMap(sorted);
        if (rows < sum(rejected)) {
            throw new IllegalArgumentException("rows must be at least the rejected ones, but was " + rows);
        }
    }

    private static long sum(Map<RejectReason, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The rows rejected for any reason.
     *
     * @return the number of rows
     */
    public long rejectedRows() {
        return sum(rejected);
    }

    /**
     * The rows rejected, by the key of their reason.
     *
     * @return the counts, in the order of the keys
     */
    public Map<String, Long> rejectedByKey() {
        SortedMap<String, Long> byKey = new TreeMap<>();
        rejected.forEach((reason, rowsOfIt) -> byKey.put(reason.key(), rowsOfIt));
        return Collections.unmodifiableSortedMap(byKey);
    }

    /**
     * The rows used.
     *
     * @return the number of rows
     */
    public long used() {
        return rows - rejectedRows();
    }

    /**
     * What the user should be told although the run goes on.
     *
     * @return one line; empty if all is well
     */
    public Optional<String> warning() {
        if (rows == 0) {
            return Optional.of(source + ": there are no rows");
        }
        long lost = rejectedRows();
        if (lost == 0) {
            return Optional.empty();
        }
        return Optional.of(source + ": " + lost + " of " + rows + " rows rejected: "
                + rejected.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().key())
                        .collect(Collectors.joining(", ")));
    }
}
