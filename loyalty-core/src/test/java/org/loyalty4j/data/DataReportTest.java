package org.loyalty4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;

class DataReportTest {
    private static DataReport report(long... counts) {
        return new DataReport(
                Map.of(),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                counts[6],
                counts[7],
                counts[8],
                counts[9],
                0,
                counts[10],
                null,
                null);
    }

    @Test
    void theFatesAddUpToTheRowsRead() {
        DataReport report =
                report(1, 2, 3, 4, 50, 6, 7, 3, 9, 8, 5).withRejected(Map.of("no id", 10L, "bad date", 20L));
        assertThat(report.rejected()).isEqualTo(30);
        assertThat(report.rowsRead()).isEqualTo(1 + 2 + 3 + 4 + 50 + 6 + 7 + 30);
        assertThat(report.customers()).isEqualTo(17);
        assertThat(report.bornEarly()).isEqualTo(new Proportion(5, 9));
        assertThat(report)
                .hasToString(
                        "rows read 103 = purchase occasions 50 + merged 6 + cancelled 7 + refunds netted 3 + refunds"
                                + " dropped 2 + zero amounts 4 + after the end 1 + rejected 30; customers 17 = buyers 9 +"
                                + " prospects 8");
    }

    @Test
    void customersWhoCameLaterAreAddedWithTheirRows() {
        LocalDate last = LocalDate.of(2026, 7, 3);
        DataReport report = report(1, 0, 0, 0, 5, 0, 0, 0, 2, 1, 0).withLaterCustomers(4, 6, last);
        assertThat(report.laterCustomers()).isEqualTo(4);
        assertThat(report.afterEnd()).isEqualTo(7);
        assertThat(report.customers()).isEqualTo(3);
        assertThat(report.lastDate()).isEqualTo(last);
        assertThat(report.toString()).endsWith("prospects 1; 4 came only after the end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.withLaterCustomers(1, -1, last))
                .withMessage("rows must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.withLaterCustomers(-1, 1, last))
                .withMessage("laterCustomers must be in [0, inf), but was -1");
    }

    @Test
    void refusesCountsThatContradictEachOther() {
        String[] names = {
            "afterEnd",
            "refundsDropped",
            "refundsNetted",
            "zeroAmounts",
            "occasions",
            "merged",
            "cancelled",
            "",
            "",
            "prospects"
        };
        for (int i = 0; i < names.length; i++) {
            long[] counts = new long[11];
            counts[i] = -1;
            if (!names[i].isEmpty()) {
                String message = names[i] + " must be in [0, inf), but was -1";
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> report(counts))
                        .withMessage(message);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0))
                .withMessage("unmatchedRefunds must be in [0, 1], but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0))
                .withMessage("buyers must be in [0, 1], but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(0, 0, 0, 0, 1, 0, 0, 0, 1, 0, -1))
                .withMessage("bornInFirst30Days must be in [0, 1], but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(new long[11]).withRejected(Map.of("no id", -1L)))
                .withMessage("no id must be in [0, inf), but was -1");
    }

    @Test
    void reasonsAreACopyInOrder() {
        Map<String, Long> reasons = new HashMap<>(Map.of("z", 1L, "a", 2L, "m", 3L));
        DataReport report = report(new long[11]).withRejected(reasons);
        reasons.clear();
        assertThat(report.rejectedByReason().keySet()).containsExactly("a", "m", "z");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> report.rejectedByReason().put("b", 1L));
    }
}
