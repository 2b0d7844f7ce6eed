package org.loyalty4j.cli.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An encoding whose text can be split byte by byte: the bytes of ASCII below the letters, such as quotes, digits, line breaks
 * and most delimiters, stand for themselves wherever they are.
 */
final class ByteEncoding {
    /** Encodings of more than one byte a character besides UTF-8, whose second byte is never below {@code @}. */
    private static final Set<String> DOUBLE =
            Set.of("Shift_JIS", "windows-31j", "EUC-JP", "EUC-KR", "GB2312", "GBK", "Big5");

    private enum Kind {
        UTF_8,
        SINGLE,
        DOUBLE
    }

    private final Charset charset;
    private final Kind kind;
    private final boolean[] valid = new boolean[256]; // of one byte a character

    private ByteEncoding(Charset charset, Kind kind) {
        this.charset = charset;
        this.kind = kind;
    }

    /** The encoding of a format; null if its text cannot be split byte by byte. */
    static @Nullable ByteEncoding of(FileFormat format) {
        Charset charset = format.charset();
        char delimiter = format.delimiter().character();
        if (charset.equals(StandardCharsets.UTF_8)) {
            return delimiter < 0x80 ? new ByteEncoding(charset, Kind.UTF_8) : null;
        }
        if (DOUBLE.contains(charset.name())) {
            return delimiter < '@' ? new ByteEncoding(charset, Kind.DOUBLE) : null;
        }
        ByteEncoding single = new ByteEncoding(charset, Kind.SINGLE);
        return delimiter < 0x80 && single.isSingle() ? single : null;
    }

    /** Tells whether every byte is one character or none, and those of ASCII themselves, by trying. */
    private boolean isSingle() {
        CharsetDecoder decoder = charset.newDecoder();
        if (decoder.maxCharsPerByte() != 1 || decoder.averageCharsPerByte() != 1) {
            return false;
        }
        for (int value = 0; value < 256; value++) {
            try {
                CharBuffer text = decoder.decode(ByteBuffer.wrap(new byte[] {(byte) value}));
                valid[value] = text.length() == 1;
                if (value < 0x80 && (text.length() != 1 || text.get(0) != value)) {
                    return false;
                }
            } catch (CharacterCodingException none) {
                if (value < 0x80) {
                    return false;
                }
            }
        }
        return true;
    }

    Charset charset() {
        return charset;
    }

    /** Tells whether a piece is text of this encoding from its first byte to its last. */
    boolean isText(Chunk chunk) {
        byte[] bytes = chunk.bytes();
        int at = chunk.from();
        while (true) {
            while (at < chunk.to() && Words.notAscii(Words.at(bytes, at)) == 0) {
                at += Words.BYTES;
            }
            while (at < chunk.to() && bytes[at] >= 0) {
                at++;
            }
            if (at >= chunk.to()) {
                return true;
            }
            switch (kind) {
                case UTF_8 -> at = Utf8.end(bytes, at);
                case SINGLE -> at = valid[bytes[at] & 0xff] ? at + 1 : -1;
                default -> {
                    return isDecodable(ByteBuffer.wrap(bytes, at, chunk.to() - at));
                }
            }
            if (at < 0 || at > chunk.to()) {
                return false;
            }
        }
    }

    private boolean isDecodable(ByteBuffer bytes) {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer chars = CharBuffer.allocate(1 << 13);
        CoderResult result = decoder.decode(bytes, chars, true);
        while (result.isOverflow()) {
            result = decoder.decode(bytes, chars.clear(), true);
        }
        return !result.isError();
    }
}
