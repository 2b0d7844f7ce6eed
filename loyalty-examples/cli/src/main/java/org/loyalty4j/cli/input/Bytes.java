package org.loyalty4j.cli.input;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a file as plain bytes: unpacks gzip by its content, and says plainly what is no text file at all. */
final class Bytes {
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 4;

    private Bytes() {}

    static InputStream open(Path file, Progress progress) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw InputException.in(name, "is a folder, expected a file");
        }
        try {
            InputStream raw = Files.newInputStream(file);
            try {
                return unpack(new BufferedInputStream(new Counting(raw, Files.size(file), progress), BUFFER), name);
            } catch (IOException | RuntimeException failed) {
                raw.close();
                throw failed;
            }
        } catch (NoSuchFileException absent) {
            throw InputException.in(name, "does not exist, expected a file", absent);
        } catch (AccessDeniedException denied) {
            throw InputException.in(name, "may not be read, expected a file with read permission", denied);
        } catch (IOException failed) {
            throw InputException.in(name, "cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static InputStream unpack(InputStream in, String name) throws IOException {
        in.mark(MAGIC);
        byte[] magic = in.readNBytes(MAGIC);
        in.reset();
        if (startsWith(magic, 0x1f, 0x8b)) {
            try {
                return new GZIPInputStream(in, BUFFER);
            } catch (IOException broken) {
                throw InputException.in(name, "the gzip header is broken, expected a complete gzip file", broken);
            }
        }
        if (startsWith(magic, 'P', 'K', 3, 4)) {
            throw InputException.in(name, "is a zip archive or an Excel workbook, expected text: save it as CSV");
        }
        if (startsWith(magic, 'P', 'A', 'R', '1')) {
            throw InputException.in(
                    name,
                    "is a Parquet file, expected text: read it with --jdbc jdbc:duckdb: --query \"SELECT ... FROM '"
                            + name + "'\"");
        }
        return in;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static final class Counting extends FilterInputStream {
        private final long total;
        private final Progress progress;
        private long read;

        Counting(InputStream in, long total, Progress progress) {
            super(in);
            this.total = total;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            read += more;
            progress.bytes(read, total);
        }
    }
}
