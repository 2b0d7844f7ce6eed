package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {

    static String read(FileFormat format, String text) {
        Rejection why = new Rejection();
        DateParser parser = DateParser.of(format);
        char[] padded = ("<" + text + ">").toCharArray();
        return parser.parse(padded, 1, padded.length - 1, why)
                ? LocalDate.ofEpochDay(parser.epochDay()).toString()
                : why.reason().key();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011-12-09",
                "2011-12-09T08:26:00",
                "2011-12-09 08:26:00",
                "2011-12-09 08:26",
                "2011-12-09T23:59:59.999999999",
                "2011-12-09 00:00:00.0"
            })
    void isoDatesAloneOrWithATime(String text) {
        assertThat(read(FileFormat.withDefaults(), text)).isEqualTo("2011-12-09");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011-02-29",
                "2011-13-01",
                "2011-00-10",
                "2011-12-00",
                "0000-01-01",
                "11-12-09",
                "20111209",
                "2011-12-9",
                "2011/12/09",
                "09/12/2011",
                "2011-12-09T25:00",
                "2011-12-09T24:00",
                "2011-12-09T08:60",
                "2011-12-09x",
                "2011-12-09 ",
                "+12011-12-09",
                "40886",
                "NULL",
                "2011-12-09Z",
                "\uff12\uff10\uff11\uff11-\uff11\uff12-\uff10\uff19"
            })
    void whatIsNoIsoDate(String text) {
        assertThat(read(FileFormat.withDefaults(), text)).isEqualTo("bad_date");
    }

    @ParameterizedTest
    @CsvSource({
        "yyyyMMdd, 19970228, 1997-02-28",
        "yyyyMMdd, 19970229, bad_date",
        "yyyyMMdd, 1997022, bad_date",
        "yyyyMMdd, 1997-02-28, bad_date",
        "uuuu/MM/dd, 1997/02/28, 1997-02-28",
        "dd.MM.yyyy, 28.02.1997, 1997-02-28",
        "M/d/yyyy, 2/8/1997, 1997-02-08",
        "M/d/yyyy H:mm, 12/1/2010 8:26, 2010-12-01",
        "dd/MM/yy, 31/01/97, 2097-01-31",
        "d MMM yyyy, 3 Feb 1997, 1997-02-03",
        "yyyy'y'MM'm'dd, 1997y02m03, 1997-02-03",
        "yyyy-MM-dd'T'HH:mm:ssXXX, 2011-12-09T23:30:00Z, date_needs_zone",
        "yyyy-MM-dd HH:mmXX, 2011-12-09 23:30+0000, date_needs_zone"
    })
    void patternsAreStrict(String pattern, String text, String expected) {
        assertThat(read(FileFormat.withDefaults().withDatePattern(pattern), text))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd'T'HH:mm:ssXXX, 2011-12-09T23:30:00Z",
        "yyyy-MM-dd HH:mmXX, 2011-12-09 23:30+0000",
        "yyyy-MM-dd HH:mm:ss VV, 2011-12-10 00:30:00 Europe/Paris",
    })
    void patternsWithAnOffsetUseTheZone(String pattern, String text) {
        FileFormat tokyo = FileFormat.withDefaults().withDatePattern(pattern).withZone(ZoneId.of("Asia/Tokyo"));
        assertThat(read(tokyo, text)).isEqualTo("2011-12-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy-MM", "HH:mm", "yyyy-mm-dd", "nonsense", "yyyy-MM-dd'", ""})
    void refusesPatternsWithoutADay(String pattern) {
        assertThatThrownBy(() -> FileFormat.withDefaults().withDatePattern(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "date pattern must give year, month and day, as in yyyyMMdd or dd/MM/yyyy HH:mm," + " but was "
                                + pattern);
    }

    @Test
    void emptyIsMissing() {
        assertThat(read(FileFormat.withDefaults(), "")).isEqualTo("missing_date");
    }
}
