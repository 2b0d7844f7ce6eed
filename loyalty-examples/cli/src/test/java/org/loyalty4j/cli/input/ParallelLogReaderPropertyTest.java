package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Bytes in pieces, on any number of threads, give the very log, rejected rows, counts and messages that rows of text give. */
class ParallelLogReaderPropertyTest {
    private static final int FIRST_ROWS = 66;
    private static final List<String> IDS = List.of(
            "1",
            "2",
            "17850",
            "17850.0",
            "007",
            "0",
            "99999999",
            "16777215",
            "16777216",
            "123456789012",
            "-5",
            "a",
            "A1",
            "prospect",
            "abcdefgh",
            "abcdefghi",
            "ABCDEFGHIJKLMNOPQ",
            "x".repeat(70),
            " a",
            "a ",
            "\u00a0a",
            "J\u00fcrgen",
            "\u5c71\u7530",
            "\u3000\u5c71\u7530",
            "\u20ac",
            "",
            " ",
            "5\"",
            "a\u0000",
            "\ufeffa",
            "1 2");
    private static final List<List<String>> IDS_ALIKE = List.of(
            List.of("C0001", "C0002", "C0010", "C0100", "C9999", "C00001", "C001", "c0001", "C000x", "C0001x"),
            List.of("C-1", "C-2", "C-10", "C-01", "C-100", "C-16777215", "C-16777216", "C-123456789", "C-", "C-1-2"),
            List.of("100000000017", "100000000018", "100000000117", "100016777216", "10000000001", "1000000000170"),
            List.of("00012", "00013", "12", "00120", "99999", "0", "00000"),
            List.of("SHOP.TOKYO/0001", "SHOP.TOKYO/0002", "SHOP.TOKYO/12", "SHOP.OSAKA/0001"),
            List.of("CUSTOMER_NUMBER_1", "CUSTOMER_NUMBER_2", "CUSTOMER_NUMBERS1"));
    private static final List<String> DATES = List.of(
            "2011-12-09",
            "2011-12-10",
            "2012-02-29",
            "1900-01-01",
            "1899-12-31",
            "2099-12-31",
            "2100-01-01",
            "0001-01-01",
            "9999-12-31",
            "2011-12-09T10:00",
            "2011-12-09 23:59:59",
            "2011-12-09T23:59:59.1234",
            "2011-12-09T23:59:59.123456789",
            "2011-12-09T23:59:59.12345678",
            "2011-12-09T23:30:00Z",
            "2011-12-09 23:30:00+09:00",
            "09/12/2011",
            "09/12/2011 08:26",
            "20111209",
            "9 Dec 2011",
            "2011-13-09",
            "2011-02-29",
            "2011-12-09T24:00",
            "2011-12-09T10:0",
            "2011-12-09T10:00:",
            "2011-12-09T10:00:00.",
            "2011-12-09x",
            "2011-12-9",
            " 2011-12-09 ",
            "",
            "NULL",
            "0000-01-01",
            "2011-12-00");
    private static final List<String> AMOUNTS = List.of(
            "1",
            "12.50",
            "-3",
            "0",
            "-0",
            "+5",
            ".5",
            "5.",
            ".",
            "-",
            "",
            "1e3",
            "0.001",
            "2.500",
            "12345678",
            "12345678.12",
            "123456789",
            "1.123456789",
            "99999999.99999999",
            "9223372036854775807",
            "92233720368547758.08",
            "1,50",
            "NaN",
            "1 000",
            " 7 ",
            "1.2.3",
            "--1",
            "\uff11",
            "1e400",
            "00012.5");
    private static final List<String> OTHERS = List.of(
            "",
            "x",
            "Caf\u00e9",
            "long text with blanks in it",
            "a;b",
            "say \"hi\"",
            "two\nlines",
            "two\r\nlines",
            "\r",
            "\t",
            "|");
    private static final List<String> PATTERNS =
            List.of("dd/MM/yyyy", "dd/MM/yyyy ", "dd/MM/yyyy HH:mm", "yyyyMMdd", "d MMM yyyy", "yyyy-MM-dd'T'HH:mm");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.US_ASCII,
            Charset.forName("windows-1252"),
            Charset.forName("windows-31j"),
            Charset.forName("Shift_JIS"),
            Charset.forName("EUC-JP"),
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            Charset.forName("ISO-2022-JP"));

    /** Makes a file out of one random number, ugly in the degree that another says. */
    private static final class Maker {
        private final Random random;
        private final int ugly; // in a hundred rows or fields
        private final List<String> ids;
        private final List<String> laterIds;

        Maker(long seed) {
            random = new Random(seed);
            ugly = List.of(0, 1, 10, 40).get(random.nextInt(4));
            ids = random.nextBoolean() ? any(IDS_ALIKE) : IDS.subList(0, 14);
            laterIds = random.nextBoolean() ? ids : any(IDS_ALIKE);
        }

        private boolean uglyNow() {
            return random.nextInt(100) < ugly;
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        UglyFile file() {
            Delimiter delimiter = any(List.of(
                    Delimiter.COMMA,
                    Delimiter.COMMA,
                    Delimiter.parse(";"),
                    Delimiter.parse("tab"),
                    Delimiter.parse("|"),
                    Delimiter.parse(":"),
                    Delimiter.parse("-"),
                    Delimiter.parse("\u00a7"),
                    Delimiter.WHITESPACE));
            String pattern = random.nextInt(3) > 0 ? null : any(PATTERNS);
            Charset charset = any(CHARSETS);
            FileFormat format = new FileFormat(
                    random.nextInt(4) > 0,
                    delimiter,
                    charset,
                    pattern,
                    random.nextInt(4) > 0 ? null : ZoneId.of("Asia/Tokyo"));
            int layout = random.nextInt(4);
            Columns columns = new Columns(
                    Table.TRANSACTIONS,
                    switch (layout) {
                        case 1 -> Map.of(Role.ID, "2", Role.DATE, "4", Role.AMOUNT, "1");
                        case 2 -> Map.of(Role.ID, "3", Role.DATE, "1", Role.AMOUNT, "2", Role.QUANTITY, "4");
                        case 3 -> Map.of(Role.ID, "1", Role.DATE, "2", Role.AMOUNT, "2");
                        default -> Map.of();
                    });
            String roles = switch (layout) {
                case 1 -> "aiod";
                case 2 -> "daiq";
                case 3 -> "id";
                default -> "ida";
            };
            TransactionReader reader = new TransactionReader(
                    columns, format, random.nextInt(4), random.nextInt(4) == 0, random.nextInt(4) == 0);
            return new UglyFile(bytes(format, roles), reader, random.nextInt(8) == 0);
        }

        private byte[] bytes(FileFormat format, String roles) {
            String lineBreak = any(List.of("\n", "\n", "\r\n", "\r"));
            StringBuilder text = new StringBuilder(uglyNow() ? "\ufeff" : "");
            if (format.header()) {
                text.append(uglyNow() ? lineBreak : "");
                char between = format.delimiter().character();
                text.append(
                        roles.equals("ida")
                                ? "customer_id" + between + "date" + between + "amount"
                                : String.join(
                                        String.valueOf(between),
                                        List.of("a", "b", "\"c\"", "d").subList(0, roles.length())));
                text.append(lineBreak);
            }
            int rows = random.nextInt(random.nextInt(4) == 0 ? 200 : 40); // of which 64 tell how ids are written
            for (int row = 0; row < rows; row++) {
                row(text, row, roles, format);
                text.append(
                        row == rows - 1 && random.nextBoolean()
                                ? ""
                                : uglyNow() ? any(List.of("\n", "\r", "\n\n", "\r\n")) : lineBreak);
            }
            byte[] bytes = text.toString().getBytes(format.charset());
            if (bytes.length > 0 && random.nextInt(10) == 0 && uglyNow()) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return random.nextInt(8) == 0 ? gzip(bytes) : bytes;
        }

        private byte[] gzip(byte[] bytes) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(bytes);
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
            byte[] all = packed.toByteArray();
            return uglyNow() ? Arrays.copyOf(all, random.nextInt(all.length) + 1) : all;
        }

        private void row(StringBuilder text, int row, String roles, FileFormat format) {
            int fields = uglyNow() ? random.nextInt(6) : roles.length();
            for (int i = 0; i < fields; i++) {
                if (i > 0) {
                    text.append(
                            format.delimiter().whitespace() && uglyNow()
                                    ? " \t"
                                    : format.delimiter().character());
                }
                char role = i < roles.length() ? roles.charAt(i) : 'o';
                String field = any(
                        switch (role) {
                            case 'i' -> uglyNow() ? IDS : row > FIRST_ROWS ? laterIds : ids;
                            case 'd' -> dates(format);
                            case 'a', 'q' -> AMOUNTS.subList(0, uglyNow() ? AMOUNTS.size() : 3);
                            default -> OTHERS.subList(0, uglyNow() ? OTHERS.size() : 3);
                        });
                boolean quoted = random.nextInt(6) == 0
                        || field.indexOf(format.delimiter().character()) >= 0;
                text.append(uglyNow() ? any(List.of("\"", " ", "x")) : "");
                text.append(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
            }
        }

        private List<String> dates(FileFormat format) {
            if (uglyNow()) {
                return DATES;
            }
            String pattern = format.datePattern();
            return pattern == null
                    ? DATES.subList(0, 3)
                    : List.of(
                            switch (pattern) {
                                case "dd/MM/yyyy", "dd/MM/yyyy " -> "09/12/2011";
                                case "dd/MM/yyyy HH:mm" -> "09/12/2011 08:26";
                                case "yyyyMMdd" -> "20111209";
                                case "d MMM yyyy" -> "9 Dec 2011";
                                default -> "2011-12-09T10:00";
                            });
        }
    }

    @Provide
    Arbitrary<UglyFile> files() {
        return Arbitraries.longs().map(seed -> new Maker(seed).file());
    }

    @Property(tries = 500, seed = "1")
    void agreesWithRowsOfText(
            @ForAll("files") UglyFile file,
            @ForAll @IntRange(min = 1, max = 7) int threads,
            @ForAll @IntRange(min = 1, max = 300) int chunkSize)
            throws IOException {
        Path path = Files.write(Files.createTempFile("ugly", ".csv"), file.content());
        try {
            assertThat(file.asBytes(path, threads, chunkSize)).isEqualTo(file.asText(path));
        } finally {
            Files.delete(path);
        }
    }
}
