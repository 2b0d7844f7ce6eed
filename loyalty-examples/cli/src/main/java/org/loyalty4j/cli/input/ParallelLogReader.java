package org.loyalty4j.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Parallel;

/**
 * Reads a file of transactions in pieces, on several threads, into a log. What it cannot do, it leaves to {@link
 * TransactionReader}, which it agrees with to the last row and message.
 */
final class ParallelLogReader {
    private static final int CHUNK = 1 << 19;

    private final TransactionReader reader;
    private final int threads;
    private final int chunkSize;
    private final int columnRows; // after which columns are followed by others

    ParallelLogReader(TransactionReader reader, int threads) {
        this(reader, threads, CHUNK, TransactionColumns.MOST_ROWS);
    }

    ParallelLogReader(TransactionReader reader, int threads, int chunkSize, int columnRows) {
        this.reader = reader;
        this.threads = threads;
        this.chunkSize = chunkSize;
        this.columnRows = columnRows;
    }

    /**
     * Reads a file.
     *
     * @param customers ids of customers who need not have a transaction
     * @return empty if it takes a {@link TransactionReader}; then the rejected rows are to come once more
     */
    Optional<ReadTransactions> read(Path file, Collection<String> customers, RejectedRows rejected, Progress progress) {
        FileFormat format = reader.format();
        @Nullable ByteEncoding own = ByteEncoding.of(format);
        FileFormat read = own == null ? format.withCharset(StandardCharsets.UTF_8) : format;
        @Nullable ByteEncoding encoding = ByteEncoding.of(read);
        if (encoding == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        long rejectedBefore = rejected.count();
        Optional<FirstRows> first = FirstRows.of(file, reader);
        Optional<ReadTransactions> log = Optional.empty();
        if (first.isPresent()) {
            try (ChunkSource chunks = new ChunkSource(bytes(file, own == null, progress), chunkSize)) {
                if (format.charset().equals(StandardCharsets.UTF_8)) {
                    chunks.skipMark();
                }
                log = new ChunkedReading(
                                file.toString(), reader, read, encoding, first.get(), chunks, columnRows, rejected)
                        .read(customers, new Parallel(threads));
            } catch (IOException unreadable) {
                log = Optional.empty();
            }
        }
        if (log.isEmpty()) {
            rejected.rewind(rejectedBefore);
        }
        return log;
    }

    private InputStream bytes(Path file, boolean transcoded, Progress progress) {
        InputStream bytes = Bytes.open(file, progress);
        return transcoded ? new Utf8Stream(new TextReader(bytes, reader.format().charset())) : bytes;
    }
}
