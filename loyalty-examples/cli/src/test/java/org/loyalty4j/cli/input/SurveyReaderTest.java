package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loyalty4j.data.SurveyResponse;

class SurveyReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsWholeNumbersOnTheScale() {
        Reading reading = Reading.of(
                folder,
                "customer_id,date,score\na,2011-12-09,10\na,2011-12-10,0\nb,2011-12-10,9.0\nc,2011-12-10,8.5\n"
                        + "d,2011-12-10,11\ne,2011-12-10,-1\nf,2011-12-10,\ng,2011-12-10,good\nh,2011-12-10,1e999999999\n"
                        + "i,2011-12-10,1E1\n");

        ReadRows<SurveyResponse> read = reading.surveys();

        assertThat(read.rows())
                .containsExactly(
                        new SurveyResponse("a", LocalDate.of(2011, 12, 9), 10),
                        new SurveyResponse("a", LocalDate.of(2011, 12, 10), 0),
                        new SurveyResponse("b", LocalDate.of(2011, 12, 10), 9),
                        new SurveyResponse("i", LocalDate.of(2011, 12, 10), 10));
        assertThat(read.summary().rejected())
                .isEqualTo(Map.of(
                        RejectReason.BAD_SCORE, 2L, RejectReason.SCORE_OFF_SCALE, 3L, RejectReason.MISSING_SCORE, 1L));
        assertThat(reading.rejected())
                .containsExactly(
                        "5,\"bad_score: the score `8.5` is not a whole number, expected one in 0..10\",\"c,2011-12-10,8.5\"",
                        "6,score_off_scale: the score `11` is not on the scale 0..10,\"d,2011-12-10,11\"",
                        "7,score_off_scale: the score `-1` is not on the scale 0..10,\"e,2011-12-10,-1\"",
                        "8,\"missing_score: the score is empty, and no answer is not a 0\",\"f,2011-12-10,\"",
                        "9,\"bad_score: the score `good` is not a whole number, expected one in 0..10\","
                                + "\"g,2011-12-10,good\"",
                        "10,score_off_scale: the score `1e999999999` is not on the scale 0..10,"
                                + "\"h,2011-12-10,1e999999999\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "customer_id,date,score\n"})
    void noAnswersAreFineButSaid(String content) {
        Reading reading = Reading.of(folder, content);

        ReadRows<SurveyResponse> read = reading.surveys();

        assertThat(read.rows()).isEmpty();
        assertThat(read.summary().warning()).contains(reading.file + ": there are no rows");
    }

    @Test
    void noUsableAnswerIsAnError() {
        Reading reading = Reading.of(folder, "customer_id,date,score\na,2011-12-09,x\n");
        assertThatThrownBy(reading::surveys)
                .isInstanceOf(InputException.class)
                .hasMessage(
                        reading.file + ":2: no row could be used; the first one: the score `x` is not a whole number,"
                                + " expected one in 0..10");
    }

    @Test
    void namesItsOwnOption() {
        Reading reading = Reading.of(folder, "customer_id,date,nps\na,2011-12-09,1\n");
        assertThatThrownBy(reading::surveys)
                .hasMessage(
                        reading.file + ":1: there is no column `score`, found `customer_id, date, nps`; expected it, or"
                                + " --surveys-columns score=<name or position>");
        assertThat(reading.columns("score=nps").surveys().rows()).hasSize(1);
        Reading parted = Reading.of(folder, "customer_id;date;score\na;2011-12-09;1\n");
        assertThatThrownBy(parted::surveys)
                .hasMessageEndingWith(
                        "(or --surveys-format delimiter=semicolon, which the header seems to be parted by)");
    }
}
