package org.loyalty4j.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.LogLoader;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Parallel;

/**
 * Reads a file of transactions in pieces, on several threads, into a log. What it cannot do, it leaves to {@link
 * TransactionReader}, which it agrees with to the last row and message.
 */
final class ParallelLogReader {
    private static final int CHUNK = 1 << 19;
    private static final int WAITING = 8; // pieces that may be ahead of the one that all wait for, by thread

    private final TransactionReader reader;
    private final int threads;
    private final int chunkSize;

    ParallelLogReader(TransactionReader reader, int threads) {
        this(reader, threads, CHUNK);
    }

    ParallelLogReader(TransactionReader reader, int threads, int chunkSize) {
        this.reader = reader;
        this.threads = threads;
        this.chunkSize = chunkSize;
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
        Optional<Positions> positions = positions(file);
        Optional<ReadTransactions> log = Optional.empty();
        if (positions.isPresent()) {
            try (ChunkSource chunks = new ChunkSource(bytes(file, own == null, progress), chunkSize)) {
                if (format.charset().equals(StandardCharsets.UTF_8)) {
                    chunks.skipMark();
                }
                log = new Run(file.toString(), read, encoding, positions.get(), chunks, rejected).read(customers);
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

    /** The places of the columns; empty if that is not settled by the first row. */
    private Optional<Positions> positions(Path file) {
        try (RowSource source = RowSources.file(file, reader.format(), Progress.NONE)) {
            reader.requireHeader(source);
            Positions positions = reader.columns().bind(source);
            boolean settled = positions.width() > 0 || (source.next() && positions.fits(source.row(), new Rejection()));
            return settled ? Optional.of(positions) : Optional.empty();
        } catch (InputException problem) {
            return Optional.empty();
        }
    }

    /** One reading of one file. */
    private final class Run {
        private final String name;
        private final FileFormat format;
        private final ByteEncoding encoding;
        private final Positions positions;
        private final ChunkSource chunks;
        private final RowTally tally;
        private final IdDictionary ids = new IdDictionary();
        private final SmallIds smallIds = new SmallIds();
        private final List<TransactionColumns> small = new ArrayList<>();
        private final List<TransactionColumns> others = new ArrayList<>();
        private final Map<Integer, ParsedChunk> early = new HashMap<>();
        private byte[] unfinished = new byte[0]; // a row that goes on in the next piece
        private long lines;
        private int next;
        private volatile boolean stopped;
        private boolean unsure;
        private boolean mistaken;

        Run(
                String name,
                FileFormat format,
                ByteEncoding encoding,
                Positions positions,
                ChunkSource chunks,
                RejectedRows rejected) {
            this.name = name;
            this.format = format;
            this.encoding = encoding;
            this.positions = positions;
            this.chunks = chunks;
            this.tally = new RowTally(name, rejected);
        }

        Optional<ReadTransactions> read(Collection<String> customers) throws IOException {
            if (!skipHeader()) {
                return Optional.empty();
            }
            new Parallel(threads).forEach(threads, worker -> work());
            if (unsure || unfinished.length > 0) {
                return Optional.empty();
            }
            ReadSummary summary = tally.summary();
            return summary.rows() == 0 ? Optional.empty() : Optional.of(new ReadTransactions(log(customers), summary));
        }

        private boolean skipHeader() throws IOException {
            if (!format.header()) {
                return true;
            }
            RowSplitter splitter = new RowSplitter(format);
            Row row = new Row(name);
            Chunk chunk = chunks.next();
            int at = 0;
            while (chunk != null) {
                int end = at < chunk.to() ? splitter.split(chunk, at, 1, row) : RowSplitter.UNFINISHED;
                if (end == RowSplitter.BROKEN) {
                    return false;
                }
                if (end == RowSplitter.UNFINISHED) {
                    int length = chunk.to() - at;
                    chunks.takeBack(chunk, at);
                    chunk = chunks.next();
                    at = 0;
                    if (chunk == null || chunk.to() <= length) {
                        return false;
                    }
                    continue;
                }
                lines += splitter.lines();
                at = end;
                if (row.fieldCount() > 0) {
                    chunks.takeBack(chunk, Math.min(at, chunk.to()));
                    return true;
                }
            }
            return false;
        }

        private void work() {
            try {
                ChunkParser parser = parser();
                for (Chunk chunk = take(); chunk != null; chunk = take()) {
                    join(parser.parse(chunk), parser);
                }
                synchronized (this) {
                    smallIds.addAll(parser.smallIds());
                }
            } catch (RuntimeException | Error failed) {
                stop();
                throw failed;
            }
        }

        private ChunkParser parser() {
            return new ChunkParser(
                    name,
                    format,
                    encoding,
                    ids,
                    positions.copy(),
                    reader.parser(positions, DateParser.of(reader.format())));
        }

        private @Nullable Chunk take() {
            try {
                synchronized (chunks) {
                    return stopped ? null : chunks.next();
                }
            } catch (IOException unreadable) {
                giveUp();
                return null;
            }
        }

        private synchronized void giveUp() {
            unsure = true;
            stop();
        }

        private synchronized void stop() {
            stopped = true;
            notifyAll();
        }

        /** Takes what was read of a piece, in the order of the pieces. */
        private synchronized void join(ParsedChunk parsed, ChunkParser parser) {
            early.put(parsed.chunk.number(), parsed);
            for (ParsedChunk ready = early.remove(next); ready != null && !stopped; ready = early.remove(next)) {
                append(ready, parser);
                next++;
                notifyAll();
            }
            boolean interrupted = false;
            while (!stopped && parsed.chunk.number() >= next + WAITING * threads) {
                try {
                    wait();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void append(ParsedChunk read, ChunkParser parser) {
            ParsedChunk parsed = read;
            if (unfinished.length > 0) {
                // The piece was read as if a row began with it, but it begins in the middle of one.
                mistaken = true;
                parsed = parser.parse(withUnfinished(read.chunk));
            }
            if (parsed.broken) {
                giveUp();
                return;
            }
            unfinished = parsed.isUnfinished()
                    ? Arrays.copyOfRange(parsed.chunk.bytes(), parsed.end, parsed.chunk.to())
                    : new byte[0];
            tally.use(parsed.used());
            for (RejectedRow row : parsed.rejected) {
                tally.reject(row.below(lines));
            }
            lines += parsed.lines;
            small.add(parsed.small);
            others.add(parsed.others);
            chunks.recycle(read.chunk.bytes());
        }

        private Chunk withUnfinished(Chunk chunk) {
            byte[] bytes = new byte[unfinished.length + chunk.to() + Chunk.PADDING];
            System.arraycopy(unfinished, 0, bytes, 0, unfinished.length);
            System.arraycopy(chunk.bytes(), 0, bytes, unfinished.length, chunk.to() + 1);
            return new Chunk(chunk.number(), bytes, 0, unfinished.length + chunk.to());
        }

        private TransactionLog log(Collection<String> customers) {
            Parallel parallel = new Parallel(threads);
            List<String> dictionary = new ArrayList<>(ids.ids());
            int[] first = ids.firstOfShards();
            parallel.forEach(others.size(), i -> others.get(i).renumber(number -> IdDictionary.place(number, first)));
            int known = dictionary.size();
            dictionary.addAll(smallIds.texts());
            parallel.forEach(small.size(), i -> small.get(i).renumber(value -> known + smallIds.place(value)));
            List<TransactionColumns> all = new ArrayList<>(small);
            all.addAll(others);
            if (mistaken) {
                dictionary = withoutUnused(dictionary, all);
            }
            dictionary.addAll(customers);
            return LogLoader.withDefaults()
                    .withScale(reader.scale())
                    .withParallelism(threads)
                    .ofChunks(
                            dictionary,
                            all.stream()
                                    .filter(rows -> rows.rows() > 0)
                                    .map(TransactionColumns::chunk)
                                    .toList());
        }

        /** Leaves out what was taken for ids in pieces that were mistaken. */
        private List<String> withoutUnused(List<String> dictionary, List<TransactionColumns> all) {
            BitSet used = new BitSet(dictionary.size());
            for (TransactionColumns rows : all) {
                for (int row = 0; row < rows.rows(); row++) {
                    used.set(rows.customer(row));
                }
            }
            int[] newNumber = new int[dictionary.size()];
            List<String> kept = new ArrayList<>();
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                newNumber[i] = kept.size();
                kept.add(dictionary.get(i));
            }
            all.forEach(rows -> rows.renumber(number -> newNumber[number]));
            return kept;
        }
    }
}
