package org.loyalty4j.cli.input;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.LogLoader;
import org.loyalty4j.internal.Parallel;

/**
 * One reading of one file on several threads: each takes the next piece and reads it, and what was read is joined in the order
 * of the pieces.
 */
final class ChunkedReading {
    private static final int WAITING = 8; // pieces that may be ahead of the one that all wait for, by thread

    private final String name;
    private final TransactionReader reader;
    private final FileFormat format;
    private final ByteEncoding encoding;
    private final FirstRows first;
    private final ChunkSource chunks;
    private final int columnRows;
    private final RowTally tally;
    private final IdDictionary ids = new IdDictionary();
    private final LogAssembly log;
    private final Map<Integer, ParsedChunk> early = new HashMap<>();
    private byte[] unfinished = new byte[0]; // a row that goes on in the next piece
    private long lines;
    private int next;
    private volatile boolean stopped;
    private boolean unsure;
    private boolean mistaken;

    ChunkedReading(
            String name,
            TransactionReader reader,
            FileFormat format,
            ByteEncoding encoding,
            FirstRows first,
            ChunkSource chunks,
            int columnRows,
            RejectedRows rejected) {
        this.name = name;
        this.reader = reader;
        this.format = format;
        this.encoding = encoding;
        this.first = first;
        this.chunks = chunks;
        this.columnRows = columnRows;
        this.tally = new RowTally(name, rejected);
        this.log = new LogAssembly(ids, first.shape());
    }

    /**
     * Reads all pieces.
     *
     * @param customers ids of customers who need not have a transaction
     * @return empty if it takes a {@link TransactionReader}
     */
    Optional<ReadTransactions> read(Collection<String> customers, Parallel parallel) throws IOException {
        if (!skipHeader()) {
            return Optional.empty();
        }
        parallel.forEach(parallel.threads(), worker -> work(WAITING * parallel.threads()));
        if (unsure || unfinished.length > 0) {
            return Optional.empty();
        }
        ReadSummary summary = tally.summary();
        if (summary.rows() == 0) {
            return Optional.empty();
        }
        LogLoader loader = LogLoader.withDefaults().withScale(reader.scale()).withParallelism(parallel.threads());
        return Optional.of(new ReadTransactions(log.log(customers, mistaken, loader, parallel), summary));
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

    private void work(int waiting) {
        try {
            ChunkParser parser = parser();
            for (Chunk chunk = take(); chunk != null; chunk = take()) {
                join(parser.parse(chunk), parser, waiting);
            }
            synchronized (this) {
                log.addAll(parser.serialIds());
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
                first.shape(),
                first.positions().copy(),
                reader.parser(first.positions(), DateParser.of(format)),
                columnRows);
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
    private synchronized void join(ParsedChunk parsed, ChunkParser parser, int waiting) {
        early.put(parsed.chunk.number(), parsed);
        for (ParsedChunk ready = early.remove(next); ready != null && !stopped; ready = early.remove(next)) {
            append(ready, parser);
            next++;
            notifyAll();
        }
        boolean interrupted = false;
        while (!stopped && parsed.chunk.number() >= next + waiting) {
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
            read.serials.leaveOut();
            read.others.leaveOut();
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
        log.add(parsed);
        chunks.recycle(read.chunk.bytes());
    }

    private Chunk withUnfinished(Chunk chunk) {
        byte[] bytes = new byte[unfinished.length + chunk.to() + Chunk.PADDING];
        System.arraycopy(unfinished, 0, bytes, 0, unfinished.length);
        System.arraycopy(chunk.bytes(), 0, bytes, unfinished.length, chunk.to() + 1);
        return new Chunk(chunk.number(), bytes, 0, unfinished.length + chunk.to());
    }
}
