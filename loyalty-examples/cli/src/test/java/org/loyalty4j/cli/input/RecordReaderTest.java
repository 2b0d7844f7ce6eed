package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Scale;

class RecordReaderTest {
    private static final FileFormat TOKYO = FileFormat.withDefaults().withZone(ZoneId.of("Asia/Tokyo"));

    @Test
    void transactions() {
        RecordReader reader = RecordReader.ofTransactions(TOKYO, 2, true);
        assertThat(reader.read("\u00a0会員 1\u00a0", "2024-01-01T00:00:00+09:00[Asia/Tokyo]", " 12.5 "))
                .isEmpty();
        assertThat(reader.customerId()).isEqualTo("会員 1");
        assertThat(LocalDate.ofEpochDay(reader.epochDay())).isEqualTo("2024-01-01");
        assertThat(reader.value()).isEqualTo(1250);
        assertThat(reader.read(null, "2024-01-01", "1")).contains(RejectReason.MISSING_ID);
        assertThat(reader.read("a", null, "1")).contains(RejectReason.MISSING_DATE);
        assertThat(reader.read("a", "2024-01-01", null)).contains(RejectReason.MISSING_AMOUNT);
        assertThat(reader.read("a", "2024-01-01", "-1")).contains(RejectReason.REFUND);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordReader.ofTransactions(TOKYO, 10, false))
                .withMessage("scale must be in [0, 9], but was 10");
    }

    @Test
    void answers() {
        RecordReader reader = RecordReader.ofAnswers(TOKYO, Scale.NPS);
        assertThat(reader.read("a", "2024-01-01", "9.0")).isEmpty();
        assertThat(reader.value()).isEqualTo(9);
        assertThat(reader.read("a", "2024-01-01", "11")).contains(RejectReason.SCORE_OFF_SCALE);
    }

    @Test
    void customers() {
        RecordReader reader = RecordReader.ofCustomers(TOKYO);
        assertThat(reader.read("a", "2024-01-01", "2024-02-01")).isEmpty();
        assertThat(LocalDate.ofEpochDay(reader.value())).isEqualTo("2024-02-01");
        assertThat(reader.read("a", "2024-01-01", "2023-12-31")).contains(RejectReason.LEFT_BEFORE_JOINED);
        assertThat(reader.read("a", "2024-01-01", null)).isEmpty();
        assertThat(reader.value()).isEqualTo(RecordReader.NOT_LEFT);
        assertThat(RecordReader.customer("a", reader.epochDay(), reader.value()).leftOn())
                .isNull();
    }

    @Test
    void aRecordHasThreeFields() {
        RecordReader reader = RecordReader.ofTransactions(FileFormat.withDefaults(), 2, false);
        assertThat(reader.read("a", "2020-01-01", "12.50")).isEmpty();
        assertThatThrownBy(() -> reader.read("b", "2021-01-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fields must be 3, but were 2");
        assertThatThrownBy(() -> reader.read("b", "2021-01-01", "1", "x")).hasMessage("fields must be 3, but were 4");
    }
}
