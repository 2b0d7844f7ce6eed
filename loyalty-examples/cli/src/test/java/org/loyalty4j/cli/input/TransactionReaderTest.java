package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionReaderTest {
    private static final FileFormat DEFAULT = FileFormat.withDefaults();

    @TempDir
    Path folder;

    @Test
    void readsThePlainCase() {
        Reading reading = Reading.of(folder, "customer_id,date,amount\na,2011-12-09,12.50\n b ,2011-12-10,-3\n");

        assertThat(reading.transactions()).isEqualTo(new ReadSummary(reading.file.toString(), 2, Map.of()));
        assertThat(reading.transactions).containsExactly("a 2011-12-09 1250", "b 2011-12-10 -300");
        assertThat(reading.rejectedCsv).hasToString("file,line,reason,row\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void takesEveryLineEndAndNoneAtTheEnd(String end) {
        Reading reading = Reading.of(
                folder,
                String.join(end, "customer_id,date,amount", "a,2011-12-09,1", "", "b,2011-12-09,x", "c,2011-12-09,3"));

        assertThat(reading.transactions().used()).isEqualTo(2);
        assertThat(reading.rejected())
                .containsExactly(
                        "4,bad_amount: the amount `x` is not a plain decimal number such as 1234.50,\"b,2011-12-09,x\"");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF", "UTF-16, FEFF"})
    void leavesOutTheByteOrderMark(String charset, String mark) {
        byte[] text = "\"customer_id\",date,amount\n\u68ee,2011-12-09,1\n"
                .getBytes(Charset.forName(charset.equals("UTF-16") ? "UTF-16BE" : charset));
        byte[] bytes = new byte[text.length + mark.length() / 2];
        for (int i = 0; i < mark.length() / 2; i++) {
            bytes[i] = (byte) Integer.parseInt(mark.substring(2 * i, 2 * i + 2), 16);
        }
        System.arraycopy(text, 0, bytes, mark.length() / 2, text.length);
        Reading reading = Reading.of(folder, bytes).with(DEFAULT.withCharset(Charset.forName(charset)));

        reading.transactions();

        assertThat(reading.transactions).containsExactly("\u68ee 2011-12-09 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "Windows-31J", "EUC-JP"})
    void readsJapaneseEncodings(String charset) {
        Reading reading = Reading.of(
                        folder,
                        "\u9867\u5ba2,\u65e5\u4ed8,\u91d1\u984d\r\n\u3000\u5c71\u7530 ,2024/01/31,1200\r\n",
                        Charset.forName(charset))
                .with(DEFAULT.withCharset(Charset.forName(charset)).withDatePattern("yyyy/MM/dd"))
                .columns("id=\u9867\u5ba2,date=\u65e5\u4ed8,amount=\u91d1\u984d")
                .scale(0);

        reading.transactions();

        assertThat(reading.transactions).containsExactly("\u5c71\u7530 2024-01-31 1200");
    }

    @Test
    void unpacksGzipByContentAndFollowsItsMembers() {
        byte[] first = Reading.gzip("customer_id,date,amount\na,2011-12-09,1\n");
        byte[] second = Reading.gzip("b,2011-12-09,2\n");
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Reading reading = Reading.of(folder, both);

        reading.transactions();

        assertThat(reading.transactions).containsExactly("a 2011-12-09 100", "b 2011-12-09 200");
    }

    @Test
    void countsLinesThroughQuotedLineBreaks() {
        Reading reading = Reading.of(
                folder,
                "customer_id,note,date,amount\n\"a\",\"two\nlines, \"\"quoted\"\"\",2011-12-09,1\nb,\"three\r\n\r\nlines\","
                        + "2011-12-09,?\nc,,2011-12-09,?\n");

        reading.transactions();

        assertThat(reading.rejectedCsv.toString())
                .isEqualTo("file,line,reason,row\n"
                        + reading.file
                        + ",4,bad_amount: the amount `?` is not a plain decimal number such as 1234.50,"
                        + "\"b,\"\"three\r\n\r\nlines\"\",2011-12-09,?\"\n"
                        + reading.file
                        + ",7,bad_amount: the amount `?` is not a plain decimal number such as 1234.50,"
                        + "\"c,,2011-12-09,?\"\n");
    }

    @Test
    void readsRunsOfWhiteSpace() {
        Reading reading = Reading.of(
                        folder,
                        " customer_id  date number_of_cds  dollar_value\r\n 00001 19970101  1   11.77\r\n\r\n"
                                + "\t00002\t19970112  5   77.00 \r\n 00003 19970112 1\r\n 00004 19970113 2 5.00")
                .with(DEFAULT.withDelimiter(Delimiter.WHITESPACE).withDatePattern("yyyyMMdd"))
                .columns("id=customer_id,date=date,amount=dollar_value");

        assertThat(reading.transactions().rows()).isEqualTo(4);
        assertThat(reading.transactions)
                .containsExactly("00001 1997-01-01 1177", "00002 1997-01-12 7700", "00004 1997-01-13 500");
        assertThat(reading.rejected())
                .containsExactly("5,\"wrong_field_count: the row has 3 fields, expected 4\",00003 19970112 1");
    }

    @Test
    void knowsColumnsByPositionWithoutHeader() {
        Reading reading = Reading.of(folder, "00004 0001 19970101 2 29.33\n")
                .with(DEFAULT.withDelimiter(Delimiter.WHITESPACE)
                        .withHeader(false)
                        .withDatePattern("yyyyMMdd"))
                .columns("id=1,date=3,amount=5");

        reading.transactions();

        assertThat(reading.transactions).containsExactly("00004 1997-01-01 2933");
    }

    @Test
    void takesTheUsualOrderWithoutHeaderAndColumns() {
        Reading reading =
                Reading.of(folder, "a,2011-12-09,1,extra\nb,2011-12-09,2\n").with(DEFAULT.withHeader(false));

        reading.transactions();

        assertThat(reading.transactions).containsExactly("a 2011-12-09 100");
        assertThat(reading.rejected())
                .containsExactly("2,\"wrong_field_count: the row has 3 fields, expected 4\",\"b,2011-12-09,2\"");
    }

    @Test
    void multipliesQuantityAndPriceExactly() {
        Reading reading = Reading.of(
                        folder,
                        "CustomerID,InvoiceDate,Quantity,UnitPrice\n"
                                + "17850.0,2010-12-01 08:26:00,6,2.55\n"
                                + "17850.00,2010-12-01T08:26,-3,0.0400\n"
                                + "17851,2010-12-01,40,0.0325\n"
                                + "17851.5,2010-12-01,1,1\n"
                                + ",2010-12-01,1,1\n"
                                + "1,2010-12-01,3,0.333\n"
                                + "1,2010-12-01,,1\n"
                                + "1,2010-12-01,1e5,1e300\n"
                                + "1,2010-12-01,123456789012,123456789012345678\n"
                                + "1,2010-12-01,1e999999999,1e2000000000\n"
                                + "1,2010-12-01,0,1e2000000000\n")
                .columns("id=CustomerID,date=InvoiceDate,amount=UnitPrice,quantity=Quantity")
                .integerIds();

        ReadSummary summary = reading.transactions();

        assertThat(reading.transactions)
                .containsExactly(
                        "17850 2010-12-01 1530", "17850 2010-12-01 -12", "17851 2010-12-01 130", "1 2010-12-01 0");
        assertThat(reading.rejected())
                .containsExactly(
                        "5,\"bad_id: the customer id `17851.5` is not a whole number, as --integer-ids expects\","
                                + "\"17851.5,2010-12-01,1,1\"",
                        "6,missing_id: the customer id is empty,\",2010-12-01,1,1\"",
                        "7,\"too_many_decimals: the price `0.333` times the quantity `3` has more than 2 decimals, the"
                                + " scale of the currency (--scale)\",\"1,2010-12-01,3,0.333\"",
                        "8,missing_amount: the quantity is empty,\"1,2010-12-01,,1\"",
                        "9,\"amount_overflow: the price `1e300` times the quantity `1e5` is too large to be counted in"
                                + " minor units, expected at most 92233720368547758.07\",\"1,2010-12-01,1e5,1e300\"",
                        "10,\"amount_overflow: the price `123456789012345678` times the quantity `123456789012` is too"
                                + " large to be counted in minor units, expected at most 92233720368547758.07\","
                                + "\"1,2010-12-01,123456789012,123456789012345678\"",
                        "11,\"amount_overflow: the price `1e2000000000` times the quantity `1e999999999` is too large to"
                                + " be counted in minor units, expected at most 92233720368547758.07\","
                                + "\"1,2010-12-01,1e999999999,1e2000000000\"");
        assertThat(summary.rejected())
                .isEqualTo(Map.of(
                        RejectReason.BAD_ID, 1L,
                        RejectReason.MISSING_ID, 1L,
                        RejectReason.TOO_MANY_DECIMALS, 1L,
                        RejectReason.MISSING_AMOUNT, 1L,
                        RejectReason.AMOUNT_OVERFLOW, 3L));
        assertThat(summary.used()).isEqualTo(4);
        assertThat(summary.warning())
                .contains(reading.file
                        + ": 7 of 11 rows rejected: 1 missing_id, 1 bad_id, 1 missing_amount, 1 too_many_decimals, 3"
                        + " amount_overflow");
    }

    @Test
    void writesTheWholeRejectedRow() {
        Reading reading = Reading.of(folder, "customer_id;date;amount\na;2011-12-09;1,5\nb;2011-12-09;2\n")
                .with(DEFAULT.withDelimiter(Delimiter.parse("semicolon")));

        reading.transactions();

        assertThat(reading.rejected())
                .containsExactly("2,\"bad_amount: the amount `1,5` is not a plain decimal number such as 1234.50\","
                        + "\"a;2011-12-09;1,5\"");
    }

    @Test
    void putsAPointInTimeOnADayOfTheZone() {
        String content = "customer_id,date,amount\na,2011-12-09T23:30:00Z,1\nb,2011-12-09 23:30:00+00,1\n"
                + "c,2011-12-09T23:30:00.5+09:00,1\nd,2011-12-09T23:30+09:00[Asia/Tokyo],1\ne,2011-12-09T23:30,1\n";
        Reading tokyo = Reading.of(folder, content).with(DEFAULT.withZone(ZoneId.of("Asia/Tokyo")));
        tokyo.transactions();
        assertThat(tokyo.transactions)
                .containsExactly(
                        "a 2011-12-10 100",
                        "b 2011-12-10 100",
                        "c 2011-12-09 100",
                        "d 2011-12-09 100",
                        "e 2011-12-09 100");

        Reading nowhere = Reading.of(folder, content);
        assertThat(nowhere.transactions().rejected()).isEqualTo(Map.of(RejectReason.DATE_NEEDS_ZONE, 4L));
        assertThat(nowhere.rejected().get(0))
                .isEqualTo(
                        "2,\"date_needs_zone: `2011-12-09T23:30:00Z` is a point in time, expected --zone to say in whose"
                                + " calendar it falls on a day\",\"a,2011-12-09T23:30:00Z,1\"");
    }

    @Test
    void stopsAtTheFirstRejectedRowWhenStrict() {
        Reading reading = Reading.of(folder, "customer_id,date,amount\na,2011-12-09,1\nb,2011-12-32,1\n")
                .strict();

        assertThatThrownBy(reading::transactions)
                .isInstanceOf(InputException.class)
                .hasMessage(reading.file + ":3: bad_date: `2011-12-32` is not a date such as 2011-12-09 (or give"
                        + " --date-pattern) (--strict)");
    }

    @Test
    void reportsTheBytesReadOfAll() {
        Reading reading = Reading.of(folder, "customer_id,date,amount\na,2011-12-09,1\n");
        long[] last = new long[2];
        Progress progress = new Progress() {
            @Override
            public void bytes(long read, long total) {
                last[0] = read;
                last[1] = total;
            }

            @Override
            public void rows(long read) {}
        };

        try (RowSource source = RowSources.file(reading.file, DEFAULT, progress)) {
            while (source.next()) {
                assertThat(source.row().fieldCount()).isEqualTo(3);
            }
        }

        assertThat(last).containsExactly(39, 39);
    }

    @Test
    void decodesAcrossTheEdgesOfItsBuffer() {
        StringBuilder content = new StringBuilder("customer_id,date,amount\n");
        for (int i = 0; i < 40_000; i++) {
            content.append("\u5c71\ud842\udfb7").append(i).append(",2011-12-09,1\n");
        }
        int[] count = new int[1];

        Reading.of(folder, content.toString(), StandardCharsets.UTF_8).transactions((id, day, minor) -> {
            assertThat(id).isEqualTo("\u5c71\ud842\udfb7" + count[0]);
            count[0]++;
        });

        assertThat(count[0]).isEqualTo(40_000);
    }
}
