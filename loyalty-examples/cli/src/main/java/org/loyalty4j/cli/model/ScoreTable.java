package org.loyalty4j.cli.model;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.loyalty4j.cli.output.ResultOutput;

/**
 * The table of scores, one row a history in the order in which they come. Equal histories are scored once, and the others on
 * all processors, a batch at a time, so that the number of rows costs no memory.
 *
 * @param <H> a history without a name
 */
final class ScoreTable<H> {
    private static final int BATCH = 1 << 14;
    private static final int REMEMBERED = 1 << 17;

    private final ResultOutput output;
    private final CsvWriter csv;
    private final Function<H, Score> scorer;
    private final Map<H, Score> known = new HashMap<>();
    private final List<String> customerIds = new ArrayList<>();
    private final List<H> histories = new ArrayList<>();

    ScoreTable(ResultOutput output, Function<H, Score> scorer) {
        this.output = output;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(output.writer());
        this.scorer = scorer;
        csv.writeRecord("customer_id", "log_likelihood", "p_alive", "expected_purchases", "dert");
    }

    void add(String customerId, H history) {
        customerIds.add(customerId);
        histories.add(history);
        if (histories.size() == BATCH) {
            flush();
        }
    }

    /** Writes what has been added. */
    void flush() {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        List<H> fresh = histories.stream()
                .filter(history -> !known.containsKey(history))
                .distinct()
                .toList();
        List<Score> scores = fresh.parallelStream().map(scorer).toList();
        for (int i = 0; i < fresh.size(); i++) {
            known.put(fresh.get(i), scores.get(i));
        }
        for (int i = 0; i < histories.size(); i++) {
            csv.writeRecord(Objects.requireNonNull(known.get(histories.get(i))).row(customerIds.get(i)));
        }
        customerIds.clear();
        histories.clear();
        try {
            csv.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        output.check();
    }
}
