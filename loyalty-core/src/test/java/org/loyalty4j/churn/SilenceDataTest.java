package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.support.SharedData;

/**
 * Silences and states of the whole CDNOW base and of Online Retail. The counts are those of a Python script that adds the rows up by
 * customer and day and then looks at one customer after the other.
 */
class SilenceDataTest {
    private static final PurchaseRules RULES = PurchaseRules.withDefaults();

    private static TransactionLog cdnow() throws IOException {
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (String line : Files.readAllLines(SharedData.require("cdnow/CDNOW_master.txt"))) {
            String[] columns = line.trim().split("\\s+");
            if (columns[0].matches("[0-9]+")) {
                log.add(
                        columns[0],
                        LocalDate.parse(columns[1], DateTimeFormatter.BASIC_ISO_DATE),
                        new BigDecimal(columns[3]));
            }
        }
        return log.build();
    }

    private static TransactionLog onlineRetail() throws IOException {
        TransactionLog.Builder log = TransactionLog.builder(3);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.require("online_retail/online_retail.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                // Only descriptions are quoted, and they stand before what is read here.
                String[] columns =
                        line.substring(Math.max(0, line.lastIndexOf('"'))).split(",", -1);
                int last = columns.length;
                if (!columns[last - 2].isBlank()) {
                    log.add(
                            columns[last - 2],
                            LocalDate.parse(columns[last - 4].substring(0, 10)),
                            new BigDecimal(columns[last - 5]).multiply(new BigDecimal(columns[last - 3])));
                }
            });
        }
        return log.build();
    }

    private static void assertRow(FalseChurn row, long called, long returned, long missed, long silent) {
        assertThat(row)
                .isEqualTo(new FalseChurn(
                        row.thresholdDays(), new Proportion(returned, called), new Proportion(missed, silent)));
    }

    @Test
    void cdnow90DaysAreTooShort() throws IOException {
        LocalDate end = LocalDate.of(1998, 6, 30);
        TransactionLog log = cdnow();
        FalseChurnCurve curve = FalseChurnCurve.of(HoldoutSplit.of(log, RULES, LocalDate.of(1997, 12, 31), end));
        assertThat(curve.silentInHoldout()).isEqualTo(new Proportion(18_128, 23_502));
        assertRow(curve.get(0), 23_454, 5_333, 7, 18_128);
        assertRow(curve.get(90), 19_313, 2_850, 1_665, 18_128);
        assertRow(curve.get(180), 17_152, 1_946, 2_922, 18_128);
        assertRow(curve.get(300), 10_826, 863, 8_165, 18_128);

        InactivityThreshold tenPercent = curve.threshold(0.1, 0.95);
        assertThat(tenPercent.days()).hasValue(240);
        assertThat(tenPercent.warnings()).containsExactly(ThresholdWarning.HOLDOUT_TOO_SHORT);
        assertThat(curve.threshold(0.2, 0.95).days()).hasValue(27);
        assertThat(curve.threshold(0.2, 0.95).warnings()).isEmpty();
        InactivityThreshold fivePercent = curve.threshold(0.05, 0.95);
        assertThat(fivePercent.days()).isEmpty();
        assertThat(fivePercent.warnings()).containsExactly(ThresholdWarning.NOT_REACHED);

        PurchaseDays days = PurchaseDays.of(log, RULES, end);
        SilenceCurve silences = SilenceCurve.of(days);
        assertThat(silences.silences()).isEqualTo(67_511);
        assertThat(silences.stillSilent(30)).hasValueCloseTo(0.691248700025411, within(1e-12));
        assertThat(silences.stillSilent(90)).hasValueCloseTo(0.5047175282115284, within(1e-12));
        assertThat(silences.stillSilent(180)).hasValueCloseTo(0.4015072035144035, within(1e-12));

        ChurnStateHistory history = ChurnStateHistory.of(days, 90, CalendarPeriods.months());
        assertThat(history).hasSize(18);
        ChurnStateFlow june = history.flows().get(16);
        assertFlow(
                june,
                "prospect>prospect 68, returning>returning 339, returning>quiet 534, "
                        + "reactivated>returning 107, reactivated>quiet 508, quiet>returning 341, quiet>reactivated 88, "
                        + "quiet>quiet 769, quiet>lapsed 966, lapsed>reactivated 631, lapsed>lapsed 19219");
        assertThat(june.lapseRate()).isEqualTo(new Proportion(966, 873 + 615 + 2_164));
        assertThat(june.reactivationRate()).isEqualTo(new Proportion(631, 19_850));
    }

    @Test
    void inOnlineRetailHalfOfTheSilentComeBack() throws IOException {
        LocalDate end = LocalDate.of(2011, 12, 9);
        TransactionLog log = onlineRetail();
        FalseChurnCurve curve =
                FalseChurnCurve.of(HoldoutSplit.of(log, RULES, LocalDate.of(2011, 6, 9), end), 0, 30, 90, 150);
        assertThat(curve.silentInHoldout()).isEqualTo(new Proportion(853, 2_797));
        assertRow(curve.get(0), 2_721, 1_875, 7, 853);
        assertRow(curve.get(1), 1_728, 1_053, 178, 853);
        assertRow(curve.get(2), 812, 434, 475, 853);
        assertRow(curve.get(3), 286, 151, 718, 853);
        assertThat(curve.threshold(0.2, 0.95).days()).isEmpty();

        PurchaseDays days = PurchaseDays.of(log, RULES, end);
        SilenceCurve silences = SilenceCurve.of(days);
        assertThat(silences.silences()).isEqualTo(16_608);
        assertThat(silences.stillSilent(90)).hasValueCloseTo(0.2811655346442139, within(1e-12));
        ChurnStateHistory history = ChurnStateHistory.of(days, 90, CalendarPeriods.months());
        assertThat(history.get(12).complete()).isFalse();
        assertFlow(
                history.flows().get(11),
                "prospect>prospect 38, prospect>new 41, new>returning 35, new>quiet 288, "
                        + "returning>returning 311, returning>quiet 697, reactivated>returning 22, reactivated>quiet 308, "
                        + "quiet>returning 120, quiet>reactivated 3, quiet>quiet 981, quiet>lapsed 84, "
                        + "lapsed>reactivated 80, lapsed>lapsed 1364");
    }

    private static void assertFlow(ChurnStateFlow flow, String expected) {
        List<String> cells = flow.stream()
                .filter(cell -> cell.customers() > 0)
                .map(cell -> cell.from().key() + ">" + cell.to().key() + " " + cell.customers())
                .toList();
        assertThat(String.join(", ", cells)).isEqualTo(expected);
    }
}
