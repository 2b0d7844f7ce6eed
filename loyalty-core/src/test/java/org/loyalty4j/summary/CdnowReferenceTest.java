package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.data.ZeroAmountPolicy;
import org.loyalty4j.support.SharedData;

/**
 * CDNOW cut after 39 weeks, as Fader, Hardie and Lee (2005) cut it. The counts are those of a Python script that adds the file's
 * rows up by customer and day; correlations and variance by SciPy and by the same script.
 */
class CdnowReferenceTest {
    private static final LocalDate CUT = LocalDate.of(1997, 9, 30);
    private static final LocalDate END = LocalDate.of(1998, 6, 30);
    private static final PurchaseRules ZEROS = PurchaseRules.withDefaults().withZeroAmounts(ZeroAmountPolicy.OCCASION);

    private static TransactionLog read(String file, int idColumn) throws IOException {
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (String line : Files.readAllLines(SharedData.require(file))) {
            String[] columns = line.trim().split("\\s+");
            if (columns[0].matches("[0-9]+")) {
                log.add(
                        columns[idColumn],
                        LocalDate.parse(columns[idColumn + 1], DateTimeFormatter.BASIC_ISO_DATE),
                        new BigDecimal(columns[idColumn + 3]));
            }
        }
        return log.build();
    }

    private static int repeats(HoldoutSplit split) {
        return split.calibration().repeatHistories(PeriodUnit.WEEK).stream()
                .mapToInt(RepeatHistory::repeatPurchases)
                .sum();
    }

    @Test
    void theSampleIsThePublishedOneIfFreePurchasesCount() throws IOException {
        HoldoutSplit split = HoldoutSplit.of(read("cdnow/CDNOW_sample.txt", 1), ZEROS, CUT, END);
        assertThat(split.calibrationBuyers().customers()).isEqualTo(2_357);
        assertThat(repeats(split)).isEqualTo(2_457);
        assertThat(split.calibrationBuyers().purchases()).isEqualTo(1_882);
        assertThat(split.bornInHoldout().customers()).isZero();
        assertThat(split.prospects()).isZero();
        assertThat(split.holdout()).isEqualTo(Horizon.days(273));
        RepeatHistories histories = split.calibration().repeatHistories(PeriodUnit.WEEK);
        assertThat(histories.stream().mapToDouble(RepeatHistory::observedFor).max())
                .hasValue(272.0 / 7);
        assertThat(histories.histogram().totalWeight()).isEqualTo(2_357);
        assertThat(split.calibration().spendHistories()).hasSize(946);
        assertThat(split.calibration().spendHistories().repeatersWithoutSpend()).isZero();
    }

    @Test
    void tracksTheSampleWeekByWeek() throws IOException {
        RepeatTracking weeks = HoldoutSplit.of(read("cdnow/CDNOW_sample.txt", 1), ZEROS, CUT, END)
                .tracking(7);
        assertThat(weeks).hasSize(78);
        assertThat(weeks.get(38).lastDay()).isEqualTo(CUT);
        assertThat(weeks.get(38).cumulative()).isEqualTo(2_457);
        assertThat(weeks.get(77).cumulative()).isEqualTo(2_457 + 1_882);
        assertThat(List.of(WEEKLY)).hasSize(78);
        assertThat(weeks.stream().map(TrackingRow::repeatPurchases)).containsExactly(WEEKLY);
        assertThat(weeks.births()).hasSize(84);
        assertThat(weeks.births().get(0)).isEqualTo(new RepeatTracking.Births(LocalDate.of(1997, 1, 1), 18));
    }

    private static final Long[] WEEKLY = {
        0L, 19L, 23L, 39L, 38L, 73L, 69L, 90L, 77L, 76L, 106L, 123L, 95L, 86L, 91L, 73L, 71L, 73L, 64L, 73L, 55L, 70L,
        33L, 56L, 99L, 74L, 54L, 40L, 45L, 88L, 59L, 37L, 63L, 60L, 47L, 51L, 52L, 53L, 62L, 50L, 56L, 49L, 59L, 47L,
        85L, 61L, 59L, 45L, 70L, 66L, 49L, 30L, 51L, 42L, 53L, 28L, 47L, 40L, 46L, 43L, 65L, 79L, 50L, 59L, 58L, 35L,
        36L, 47L, 29L, 44L, 42L, 35L, 29L, 42L, 48L, 48L, 32L, 28L
    };

    @Test
    void theSampleByTheDefaultRules() throws IOException {
        TransactionLog log = read("cdnow/CDNOW_sample.txt", 1);
        HoldoutSplit split = HoldoutSplit.of(log, PurchaseRules.withDefaults(), CUT, END);
        assertThat(split.calibrationBuyers())
                .isEqualTo(new HoldoutTotals(2_349, 1_882, new BigDecimal("70976.39"), new BigDecimal("70976.39")));
        assertThat(split.prospects()).isEqualTo(8); // who paid nothing
        assertThat(repeats(split)).isEqualTo(2_457);
        PurchaseRhythm rhythm = PurchaseRhythm.of(log, PurchaseRules.withDefaults(), CUT);
        assertThat(rhythm.pairs()).isEqualTo(507);
        assertThat(rhythm.meanShare()).isCloseTo(0.4766321952348636, within(1e-13));
        assertThat(rhythm.shareVariance()).isCloseTo(0.08072526495187848, within(1e-14));
        assertThat(rhythm.shape().orElseThrow()).isCloseTo(1.0484619353620497, within(1e-12));
        assertThat(rhythm.gaps()).isEqualTo(2_457);
        assertThat(rhythm.sumOfLogGaps()).isCloseTo(7690.605904818631, within(1e-8));
        SpendFrequencyCorrelation correlation = SpendFrequencyCorrelation.of(
                        split.calibration().spendHistories().histogram())
                .orElseThrow();
        assertThat(correlation.customers()).isEqualTo(946);
        assertThat(correlation.pearson()).isCloseTo(0.1138879193912548, within(1e-12));
        assertThat(correlation.spearman()).isCloseTo(0.20630151658391754, within(1e-12));
    }

    @Test
    void theMasterByTheDefaultRules() throws IOException {
        TransactionLog log = read("cdnow/CDNOW_master.txt", 0);
        HoldoutSplit split = HoldoutSplit.of(log, PurchaseRules.withDefaults(), CUT, END);
        assertThat(split.calibrationBuyers())
                .isEqualTo(new HoldoutTotals(23_500, 19_674, new BigDecimal("776870.70"), new BigDecimal("776870.70")));
        assertThat(split.bornInHoldout())
                .isEqualTo(new HoldoutTotals(2, 3, new BigDecimal("90.43"), new BigDecimal("90.43")));
        assertThat(split.prospects()).isEqualTo(68);
        assertThat(repeats(split)).isEqualTo(24_334);
        assertThat(split.calibration().spendHistories()).hasSize(9_449);
        assertThat(HoldoutSplit.of(log, ZEROS, CUT, END)
                        .calibration()
                        .spendHistories()
                        .repeatersWithoutSpend())
                .isEqualTo(1);
    }
}
