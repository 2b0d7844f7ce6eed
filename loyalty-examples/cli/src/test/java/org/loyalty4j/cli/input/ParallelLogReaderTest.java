package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loyalty4j.data.TransactionLog;

class ParallelLogReaderTest {
    private static final FileFormat DEFAULT = FileFormat.withDefaults();
    private static final String HEADER = "customer_id,date,amount\n";

    @TempDir
    Path folder;

    private static TransactionReader reader(FileFormat format) {
        return new TransactionReader(Columns.of(Table.TRANSACTIONS), format, 2, false, false);
    }

    private Optional<ReadTransactions> read(byte[] content, FileFormat format, int threads, int chunkSize)
            throws Exception {
        Path file = Files.write(folder.resolve("in.csv"), content);
        return new ParallelLogReader(reader(format), threads, chunkSize, 100)
                .read(file, List.of(), new RejectedRows(new StringWriter(), false), Progress.NONE);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (i % 3 == 0 ? "" : i % 3 == 1 ? "customer-" : "a rather long id of customer ") + i % 97
                        + ",2011-12-" + (10 + i % 20) + "," + i + ".25\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({"1, 524288", "2, 524288", "2, 1000", "3, 1000", "7, 100"})
    void theLogIsTheSameOnAnyNumberOfThreadsAndPieces(int threads, int chunkSize) throws Exception {
        byte[] content = (HEADER + rows(20_000)).getBytes(StandardCharsets.UTF_8);
        TransactionLog.Builder expected = TransactionLog.builder(2);
        Path file = Files.write(folder.resolve("in.csv"), content);
        try (RowSource source = RowSources.file(file, DEFAULT, Progress.NONE)) {
            reader(DEFAULT).read(source, expected::add, RejectedRows.none());
        }

        ReadTransactions read = read(content, DEFAULT, threads, chunkSize).orElseThrow();

        assertThat(read.log()).isEqualTo(expected.build());
        assertThat(read.log().customerCount()).isEqualTo(3 * 97);
        assertThat(read.summary().rows()).isEqualTo(20_000);
        assertThat(read.summary().rejected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "ISO-8859-1",
                "windows-1252",
                "Shift_JIS",
                "windows-31j",
                "EUC-JP",
                "UTF-16",
                "ISO-2022-JP"
            })
    void readsEncodingsFromBytes(String charset) throws Exception {
        String id = charset.contains("JIS") || charset.endsWith("JP") || charset.endsWith("j")
                ? "\u5c71\u7530"
                : "J\u00fcrgen";
        byte[] content =
                (HEADER + id + ",2011-12-09,1\n \u0041" + id + " ,2011-12-09,2\n").getBytes(Charset.forName(charset));

        TransactionLog log = read(content, DEFAULT.withCharset(Charset.forName(charset)), 2, 10)
                .orElseThrow()
                .log();

        assertThat(log.customerIds()).containsExactlyInAnyOrder(id, "A" + id);
    }

    @Test
    void aDelimiterThatStandsInTimesPartsThem() throws Exception {
        FileFormat colons = DEFAULT.withDelimiter(Delimiter.parse(":"));
        byte[] content = "customer_id:date:amount\nA:2011-12-09:1\nB:2011-12-09T08:26:05:5\nC:\"2011-12-09T08:26\":7\n"
                .getBytes(StandardCharsets.UTF_8);

        ReadTransactions read = read(content, colons, 2, 524_288).orElseThrow();

        assertThat(read.log().customerIds()).containsExactly("A", "C");
        assertThat(read.summary().rejected()).containsEntry(RejectReason.WRONG_FIELD_COUNT, 1L);
    }

    @Test
    void aQuotedLineBreakMayStandWherePiecesMeet() throws Exception {
        String row = "\"two\nlines, and \"\"more\"\"\",2011-12-09,1\n";
        for (int size = 1; size < 60; size++) {
            TransactionLog log = read(
                            (HEADER + row.repeat(5) + "x,2011-12-09,1\n").getBytes(StandardCharsets.UTF_8),
                            DEFAULT,
                            2,
                            size)
                    .orElseThrow()
                    .log();
            assertThat(log.customerIds()).containsExactly("two\nlines, and \"more\"", "x");
            assertThat(log.transactionCount()).isEqualTo(6);
        }
    }

    @Test
    void rejectedRowsStandInTheOrderAndLineOfTheFile() throws Exception {
        String content = HEADER + "a,2011-12-09,1\n\nb,x,1\n\"c\n\",2011-12-09,y\nd,2011-12-09,1\n,2011-12-09,1\n";
        Path file = Files.writeString(folder.resolve("in.csv"), content);
        StringWriter table = new StringWriter();
        try (RejectedRows rejected = new RejectedRows(table, false)) {
            ReadSummary summary = new ParallelLogReader(reader(DEFAULT), 2, 5, 100)
                    .read(file, List.of(), rejected, Progress.NONE)
                    .orElseThrow()
                    .summary();
            assertThat(summary.rejected())
                    .isEqualTo(Map.of(
                            RejectReason.BAD_DATE, 1L, RejectReason.BAD_AMOUNT, 1L, RejectReason.MISSING_ID, 1L));
        }
        assertThat(table.toString()
                        .lines()
                        .map(line -> line.replace(file + ",", ""))
                        .skip(1))
                .containsExactly(
                        "4,bad_date: `x` is not a date such as 2011-12-09 (or give --date-pattern),\"b,x,1\"",
                        "5,bad_amount: the amount `y` is not a plain decimal number such as 1234.50,\"\"\"c",
                        "\"\",2011-12-09,y\"",
                        "8,\"missing_id: the customer id is empty\",\",2011-12-09,1\""
                                .replace(
                                        "\"missing_id: the customer id is empty\"",
                                        "missing_id: the customer id is empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,2011-12-09,1\n\"b\"x,2011-12-09,1\n", // text after a quote
                "a,2011-12-09,1\n\"b,2011-12-09,1\n", // a quote that is never closed
                "a,2011-12-09,1\nb\u00ff,2011-12-09,1\n" // malformed once it is written as Latin-1
            })
    void whatEndsTheReadingIsLeftToTheReaderOfText(String rows) throws Exception {
        assertThat(read((HEADER + rows).getBytes(StandardCharsets.ISO_8859_1), DEFAULT, 2, 8))
                .isEmpty();
    }

    @Test
    void aRowThatIsTooLongIsLeftToTheReaderOfText() throws Exception {
        String content = HEADER + "x".repeat(RowSplitter.MOST_BYTES + 1) + ",2011-12-09,1\n";
        assertThat(read(content.getBytes(StandardCharsets.UTF_8), DEFAULT, 2, 1 << 16))
                .isEmpty();
        String fields = (",\"" + "x".repeat(400_000) + '"').repeat(3);
        String several =
                HEADER.strip() + ",a,b,c\n" + "C1,2011-12-09,1,a,b,c\n".repeat(100) + "C1,2011-12-09,+1" + fields;
        assertThat(read(several.getBytes(StandardCharsets.UTF_8), DEFAULT, 2, 1 << 16))
                .isEmpty();
        assertThat(read((HEADER + "x".repeat(8 * Row.MAX_CHARS)).getBytes(StandardCharsets.UTF_8), DEFAULT, 2, 1 << 16))
                .isEmpty();
    }

    @Test
    void theFirstRejectedRowEndsAStrictReading() throws Exception {
        Path file = Files.writeString(folder.resolve("in.csv"), HEADER + rows(1000) + "a,b,c\nd,e,f\n");
        try (RejectedRows rejected = new RejectedRows(new StringWriter(), true)) {
            assertThatThrownBy(() -> new ParallelLogReader(reader(DEFAULT), 3, 100, 100)
                            .read(file, List.of(), rejected, Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessage(file + ":1002: bad_date: `b` is not a date such as 2011-12-09 (or give --date-pattern)"
                            + " (--strict)");
        }
    }

    @Test
    void whatCannotBeWrittenEndsTheReading() throws Exception {
        Path file = Files.writeString(folder.resolve("in.csv"), HEADER + rows(1000) + "a,b,c\n".repeat(1000));
        StringWriter full = new StringWriter() {
            @Override
            public void write(char[] chars, int offset, int length) {
                throw new java.io.UncheckedIOException(new java.io.IOException("No space left on device"));
            }
        };
        assertThatThrownBy(() -> {
                    try (RejectedRows rejected = new RejectedRows(full, false)) {
                        new ParallelLogReader(reader(DEFAULT), 3, 100, 100)
                                .read(file, List.of(), rejected, Progress.NONE);
                    }
                })
                .hasMessageContaining("No space left on device");
    }

    @Test
    void manyThreadsNumberACustomerOnce() {
        IdDictionary ids = new IdDictionary();
        byte[] bytes = (rows(3000) + " ".repeat(100)).getBytes(StandardCharsets.US_ASCII);
        int[] places = new int[2 * 3000];
        int at = 0;
        for (int row = 0; row < 3000; row++) {
            places[2 * row] = at;
            while (bytes[at] != ',') {
                at++;
            }
            places[2 * row + 1] = at;
            while (bytes[at] != '\n') {
                at++;
            }
            at++;
        }
        List<int[]> numbers = new org.loyalty4j.internal.Parallel(4).map(4, task -> {
            int[] found = new int[3000];
            ids.number(
                    bytes,
                    places,
                    3000,
                    found,
                    0,
                    (text, from, to) -> new String(text, from, to - from, StandardCharsets.US_ASCII));
            return found;
        });
        assertThat(numbers.get(1)).isEqualTo(numbers.get(0));
        assertThat(numbers.get(3)).isEqualTo(numbers.get(0));
        assertThat(ids.ids()).hasSize(3 * 97).doesNotHaveDuplicates();
        int[] first = ids.firstOfShards();
        for (int row = 0; row < 3000; row++) {
            String id = new String(
                    bytes, places[2 * row], places[2 * row + 1] - places[2 * row], StandardCharsets.US_ASCII);
            assertThat(ids.ids().get(IdDictionary.place(numbers.get(0)[row], first)))
                    .isEqualTo(id);
        }
    }
}
