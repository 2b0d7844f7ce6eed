package org.loyalty4j.cli.input;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.loyalty4j.data.TransactionLog;

/** A file of transactions and how it is said to be written; read in one way and the other. */
record UglyFile(byte[] content, TransactionReader reader, boolean strict) {
    private static final List<String> PROSPECTS = List.of("prospect", "a");

    /** All that a reading leaves behind; the log and the summary, or the message of a failure. */
    record Outcome(
            Optional<TransactionLog> log,
            Optional<ReadSummary> summary,
            String failure,
            String rejected,
            long rejectedRows) {}

    private static final int COLUMN_ROWS = 50; // so that some columns follow others

    /** As text: rows through {@link TransactionReader}. */
    Outcome asText(Path file) {
        return outcome(rejected -> textually(file, rejected));
    }

    /** As bytes, and as text where that is left to it; as the command does. */
    Outcome asBytes(Path file, int threads, int chunkSize) {
        return outcome(rejected -> new ParallelLogReader(reader, threads, chunkSize, COLUMN_ROWS)
                .read(file, PROSPECTS, rejected, Progress.NONE)
                .orElseGet(() -> textually(file, rejected)));
    }

    private ReadTransactions textually(Path file, RejectedRows rejected) {
        try (RowSource source = RowSources.file(file, reader.format(), Progress.NONE)) {
            return reader.read(source, PROSPECTS, rejected);
        }
    }

    private interface Reading {
        ReadTransactions read(RejectedRows rejected);
    }

    private Outcome outcome(Reading reading) {
        StringWriter csv = new StringWriter();
        Optional<ReadTransactions> read = Optional.empty();
        String failure = "";
        RejectedRows rejected = new RejectedRows(csv, strict);
        try (rejected) {
            read = Optional.of(reading.read(rejected));
        } catch (InputException problem) {
            failure = String.valueOf(problem.getMessage());
        }
        return new Outcome(
                read.map(ReadTransactions::log),
                read.map(ReadTransactions::summary),
                failure,
                csv.toString(),
                rejected.count());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(reader + (strict ? " strict " : " "));
        for (byte value : content) {
            text.append(
                    value >= ' ' && value < 0x7f
                            ? String.valueOf((char) value)
                            : String.format(Locale.ROOT, "\\x%02x", value & 0xff));
        }
        return text.toString();
    }
}
