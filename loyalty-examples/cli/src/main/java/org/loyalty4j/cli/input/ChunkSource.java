package org.loyalty4j.cli.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into pieces that end with lines. For one thread at a time. */
final class ChunkSource implements Closeable {
    private static final int MARK = 3;

    private final InputStream in;
    private final int size;
    private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();
    private byte[] rest = new byte[0]; // read already, at the front of the next piece
    private int chunks;
    private boolean ended;

    ChunkSource(InputStream in, int size) {
        this.in = in;
        this.size = size;
    }

    /** Leaves out the byte order mark of UTF-8, to be called first. */
    void skipMark() throws IOException {
        byte[] start = in.readNBytes(MARK);
        boolean marked =
                start.length == MARK && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf;
        rest = marked ? rest : start;
    }

    /** The next piece, which is longer than usual if a line is, and fails if that is too long; null if there is none. */
    @Nullable
    Chunk next() throws IOException {
        byte[] bytes = buffer(rest.length + size);
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        int to = rest.length;
        int searched = 0;
        rest = new byte[0];
        while (!ended) {
            int wanted = to + size;
            if (wanted + Chunk.PADDING > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * wanted + Chunk.PADDING);
            }
            int count = in.readNBytes(bytes, to, wanted - to);
            ended = count < wanted - to;
            to += count;
            int end = ended ? to : endOfLines(bytes, searched, to);
            if (end > 0 && !ended) {
                rest = Arrays.copyOfRange(bytes, end, to);
                return new Chunk(chunks++, bytes, 0, end);
            }
            if (to > size + 4 * Row.MAX_CHARS) {
                throw new IOException("a line is too long");
            }
            searched = Math.max(0, to - 1);
        }
        if (to == 0) {
            return null;
        }
        if (bytes[to - 1] != '\n' && bytes[to - 1] != '\r') {
            bytes[to] = '\n';
        } else {
            bytes[to] = 0;
        }
        return new Chunk(chunks++, bytes, 0, to);
    }

    /** Takes the end of a piece back, from a place on: the next piece begins there. */
    void takeBack(Chunk chunk, int from) {
        byte[] back = Arrays.copyOfRange(chunk.bytes(), from, chunk.to() + rest.length);
        System.arraycopy(rest, 0, back, chunk.to() - from, rest.length);
        rest = back;
        chunks--;
    }

    /** Takes an array that is no longer needed, from any thread. */
    void recycle(byte[] bytes) {
        if (bytes.length <= 2 * size + Chunk.PADDING) {
            free.add(bytes);
        }
    }

    private byte[] buffer(int wanted) {
        byte[] old = free.poll();
        return old != null && old.length >= wanted + Chunk.PADDING ? old : new byte[wanted + size / 8 + Chunk.PADDING];
    }

    /** Where the last line break ends whose end is certain; 0 if there is none from a place on. */
    private static int endOfLines(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && i < to - 1 && bytes[i + 1] != '\n')) {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
