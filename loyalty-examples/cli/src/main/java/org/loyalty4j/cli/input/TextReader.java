package org.loyalty4j.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes bytes strictly. Unlike {@link java.io.InputStreamReader} it hands out everything before a malformed byte first,
 * so that whoever counts lines stands in the right one when the exception comes. A byte order mark is left out.
 */
final class TextReader extends Reader {
    private static final int BUFFER = 1 << 16;
    private static final byte[][] MARKS = {
        {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, {(byte) 0xff, (byte) 0xfe}, {(byte) 0xfe, (byte) 0xff}
    };
    private static final Charset[] MARKED = {
        StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
    };

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private boolean started;
    private boolean ended;
    private boolean flushed;

    TextReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!started) {
            started = true;
            fill();
            skipMark();
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        int begin = chars.position();
        while (true) {
            CoderResult result = flushed ? CoderResult.UNDERFLOW : decoder.decode(bytes, chars, ended);
            if (chars.position() > begin) {
                return chars.position() - begin;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (result.isOverflow()) {
                throw new IOException("a character does not fit into " + length + " chars");
            }
            if (ended) {
                flushed = flushed || decoder.flush(chars).isUnderflow();
                return chars.position() > begin ? chars.position() - begin : -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    private void skipMark() throws IOException {
        while (!ended && bytes.remaining() < 3) {
            fill();
        }
        for (int i = 0; i < MARKS.length; i++) {
            if (decoder.charset().equals(MARKED[i]) && bytes.remaining() >= MARKS[i].length && hasMark(MARKS[i])) {
                bytes.position(MARKS[i].length);
                return;
            }
        }
    }

    private boolean hasMark(byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.get(i) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
