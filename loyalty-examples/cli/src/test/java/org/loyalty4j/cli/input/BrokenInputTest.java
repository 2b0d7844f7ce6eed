package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be wrong with a file, and what the user is told. */
class BrokenInputTest {
    private static final String HEADER = "customer_id,date,amount\n";
    private static final FileFormat DEFAULT = FileFormat.withDefaults();

    @TempDir
    Path folder;

    private static void fails(Reading reading, String message) {
        assertThatThrownBy(reading::transactions)
                .isInstanceOf(InputException.class)
                .hasMessage(reading.file + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\ufeff"})
    void emptyFile(String content) {
        fails(Reading.of(folder, content), ": is empty, expected a header and transactions");
    }

    @Test
    void emptyFileWithoutHeader() {
        fails(Reading.of(folder, "").with(DEFAULT.withHeader(false)), ": has no rows, expected transactions");
    }

    @ParameterizedTest
    @ValueSource(strings = {HEADER, "customer_id,date,amount", HEADER + "\r\n\r\n"})
    void headerOnly(String content) {
        fails(Reading.of(folder, content), ": has a header but no rows, expected transactions");
    }

    @Test
    void absentFile() {
        fails(Reading.of(folder.resolve("absent.csv")), ": does not exist, expected a file");
    }

    @Test
    void folderInsteadOfFile() {
        fails(Reading.of(folder), ": is a folder, expected a file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            customer_id;date;amount ~ semicolon
            customer_id|date|amount ~ pipe
            customer_id\tdate\tamount ~ tab
            """, quoteCharacter = '"')
    void wrongDelimiter(String header, String hint) {
        fails(
                Reading.of(folder, header + "\n1;2011-12-09;3\n"),
                ":1: there is no column `customer_id`, found `" + header.replace('\t', ' ')
                        + "`; expected it, or --columns id=<name or position> (or --delimiter " + hint
                        + ", which the header seems to be parted by)");
    }

    @Test
    void whiteSpaceReadAsCsv() {
        fails(
                Reading.of(folder, "\n customer_id  date amount\n 1 2 3\n"),
                ":2: there is no column `customer_id`, found `customer_id date amount`; expected it, or --columns id=<name"
                        + " or position> (or --delimiter whitespace, which the header seems to be parted by)");
    }

    @Test
    void missingColumn() {
        fails(
                Reading.of(folder, "customer_id,day,amount\na,2011-12-09,1\n"),
                ":1: there is no column `date`, found `customer_id, day, amount`; expected it, or --columns date=<name or"
                        + " position>");
    }

    @Test
    void positionBeyondTheHeader() {
        fails(
                Reading.of(folder, HEADER + "a,2011-12-09,1\n").columns("date=7"),
                ":1: there is no column `7`, found `customer_id, date, amount`; expected it, or --columns date=<name or"
                        + " position>");
    }

    @Test
    void namesWithoutHeader() {
        fails(
                Reading.of(folder, "a,2011-12-09,1\n")
                        .with(DEFAULT.withHeader(false))
                        .columns("id=1,date=day,amount=3"),
                ": without a header the columns are known by position, expected --columns date=<1, 2, ...>, but was day");
        fails(
                Reading.of(folder, "a,2011-12-09,1\n")
                        .with(DEFAULT.withHeader(false))
                        .columns("id=1"),
                ": without a header the columns are known by position, expected --columns date=<1, 2, ...>");
    }

    @Test
    void duplicateColumns() {
        Reading reading = Reading.of(folder, "customer_id,date,amount,amount\na,2011-12-09,1,2\n");
        fails(
                reading,
                ":1: there are two columns `amount`, expected different names, or --columns amount=3 to choose by position");
        assertThat(reading.columns("amount=4").transactions().used()).isEqualTo(1);
        assertThat(reading.transactions).containsExactly("a 2011-12-09 200");
    }

    @Test
    void duplicateColumnsThatAreNotUsedDoNotMatter() {
        assertThat(Reading.of(folder, "customer_id,date,amount,,\na,2011-12-09,1,,\n")
                        .transactions()
                        .used())
                .isEqualTo(1);
    }

    @Test
    void shiftJisReadAsUtf8() {
        String content = HEADER + "a,2011-12-09,1\n\"b\n\",2011-12-09,1\n\u5c71\u7530,2011-12-09,1\n";
        fails(
                Reading.of(folder, content, Charset.forName("Windows-31J")),
                ":5: the bytes are not UTF-8 text, expected another --charset such as Windows-31J or Shift_JIS"
                        + " (Japanese), windows-1252 (Western) or UTF-16");
        fails(
                Reading.of(
                                folder,
                                content.replace(',', ' ').replace("\"b\n\"", "b\n\n"),
                                Charset.forName("Windows-31J"))
                        .with(DEFAULT.withDelimiter(Delimiter.WHITESPACE)),
                ":6: the bytes are not UTF-8 text, expected another --charset such as Windows-31J or Shift_JIS"
                        + " (Japanese), windows-1252 (Western) or UTF-16");
    }

    @Test
    void shiftJisHeaderReadAsUtf8() {
        fails(
                Reading.of(folder, "\u9867\u5ba2,date,amount\n", Charset.forName("Shift_JIS")),
                ":1: the bytes are not UTF-8 text, expected another --charset such as Windows-31J or Shift_JIS"
                        + " (Japanese), windows-1252 (Western) or UTF-16");
    }

    @Test
    void utf8ReadAsShiftJis() {
        fails(
                Reading.of(folder, HEADER + "a,2011-12-09,1\n\u5c71\u7530\u3042,2011-12-09,1\n")
                        .with(DEFAULT.withCharset(Charset.forName("Shift_JIS"))),
                ":3: the bytes are not Shift_JIS text, expected another --charset such as UTF-8");
    }

    @Test
    void characterCutOffAtTheEnd() {
        byte[] bytes = (HEADER + "a,2011-12-09,1\nb,2011-12-09,\u5c71").getBytes(StandardCharsets.UTF_8);
        fails(
                Reading.of(folder, Arrays.copyOf(bytes, bytes.length - 1)),
                ":3: the bytes are not UTF-8 text, expected another --charset such as Windows-31J or Shift_JIS"
                        + " (Japanese), windows-1252 (Western) or UTF-16");
    }

    @Test
    void truncatedGzip() {
        StringBuilder content = new StringBuilder(HEADER);
        for (int i = 0; i < 50_000; i++) {
            content.append(i * 7919L).append(",2011-12-09,1\n");
        }
        byte[] bytes = Reading.gzip(content.toString());
        Reading reading = Reading.of(folder, Arrays.copyOf(bytes, bytes.length - 9));
        assertThatThrownBy(reading::transactions)
                .isInstanceOf(InputException.class)
                .hasMessageMatching(java.util.regex.Pattern.quote(reading.file + ":")
                        + "\\d+: the gzip data ends too early, expected a complete gzip file");
        assertThat(reading.transactions).hasSizeGreaterThan(40_000);
    }

    @Test
    void brokenGzip() {
        byte[] bytes = Reading.gzip(HEADER + "a,2011-12-09,1\n");
        bytes[bytes.length - 6] ^= 1;
        fails(
                Reading.of(folder, bytes),
                ":3: the gzip data is broken (Corrupt GZIP trailer), expected a complete gzip file");
        fails(
                Reading.of(folder, new byte[] {0x1f, (byte) 0x8b, 9, 9, 9}),
                ": the gzip header is broken, expected a complete gzip file");
    }

    @Test
    void workbookAndParquet() {
        fails(
                Reading.of(folder, "PK\u0003\u0004 and more"),
                ": is a zip archive or an Excel workbook, expected text: save it as CSV");
        fails(
                Reading.of(folder, "PAR1 and more"),
                ": is a Parquet file, expected text: read it with --jdbc jdbc:duckdb: --query \"SELECT ... FROM '"
                        + folder.resolve("in.csv") + "'\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ",", "\"", "x "})
    void lineOfHundredMegabytes(String unit) throws IOException {
        Path file = folder.resolve("in.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + "a,2011-12-09,1\n").getBytes(StandardCharsets.UTF_8));
            out.write((unit.equals("\"") ? "\"x" : "").getBytes(StandardCharsets.UTF_8));
            byte[] block = unit.equals("\"")
                    ? "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8)
                    : unit.repeat((1 << 20) / unit.length()).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        }
        String message =
                ":3: the row is longer than 1048576 characters, expected rows parted by line breaks and every quote"
                        + " closed";
        fails(Reading.of(file), message);
        if (!unit.equals("\"")) {
            fails(
                    Reading.of(file)
                            .with(DEFAULT.withDelimiter(Delimiter.WHITESPACE))
                            .columns("id=1,date=1,amount=1"),
                    message);
        }
    }

    @Test
    void unterminatedQuote() {
        fails(
                Reading.of(folder, HEADER + "a,2011-12-09,1\nb,\"2011-12-09,1\nc,2011-12-09,1\n"),
                ":3: a quote is opened in this row and never closed, expected a closing quote");
    }

    @Test
    void textAfterAQuote() {
        fails(
                Reading.of(folder, HEADER + "a,\"2011\"-12-09,1\n"),
                ":2: a quoted field is followed by more text, expected the delimiter `,` after the closing quote");
    }

    @Test
    void allRowsRejected() {
        Reading reading = Reading.of(folder, HEADER + "a,09/12/2011,1\nb,2011-12-09,NaN\n");
        fails(
                reading,
                ":2: no row could be used; the first one: `09/12/2011` is not a date such as 2011-12-09 (or give"
                        + " --date-pattern)");
        assertThat(reading.rejected()).hasSize(2);
    }

    @Test
    void wrongDelimiterWithoutHeader() {
        fails(
                Reading.of(folder, "a;2011-12-09;1\n").with(DEFAULT.withHeader(false)),
                ":1: no row could be used; the first one: the row has 1 field, expected at least 3");
    }

    @Test
    void rowsAfterTheFirstGoodOneAreCounted() {
        Reading reading = Reading.of(
                folder,
                HEADER + "a,2011-12-09,1\nb,2011-12-09\nc,2011-12-09,1,2\n,2011-12-09,1\nd,,1\ne,09.12.2011,1\n"
                        + "f,20111209,1\ng,2011-02-29,1\nh,2011-12-09,\ni,2011-12-09,NaN\nj,2011-12-09,1e400\n"
                        + "k,2011-12-09,1e999999999\nl,2011-12-09,1e99999999999\nm,2011-12-09,12.505\n"
                        + "n,2011-12-09,1 000\no,2011-12-09,92233720368547758.08\np,2011-12-09,1e-999999999\n");

        ReadSummary summary = reading.transactions();

        assertThat(summary.rejected())
                .isEqualTo(Map.of(
                        RejectReason.WRONG_FIELD_COUNT, 2L,
                        RejectReason.MISSING_ID, 1L,
                        RejectReason.MISSING_DATE, 1L,
                        RejectReason.BAD_DATE, 3L,
                        RejectReason.MISSING_AMOUNT, 1L,
                        RejectReason.BAD_AMOUNT, 3L,
                        RejectReason.AMOUNT_OVERFLOW, 3L,
                        RejectReason.TOO_MANY_DECIMALS, 2L));
        assertThat(summary.rows()).isEqualTo(17);
        assertThat(summary.used()).isEqualTo(1);
        assertThat(reading.rejected()).hasSize(16);
    }
}
