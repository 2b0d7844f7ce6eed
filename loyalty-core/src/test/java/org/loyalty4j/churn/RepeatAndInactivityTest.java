package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;
import org.loyalty4j.summary.PurchaseSummary;

class RepeatAndInactivityTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    private static PurchaseSummary buyer(String id, int purchaseDays, int silentDays) {
        return new PurchaseSummary(
                id,
                END,
                purchaseDays + 1,
                purchaseDays,
                END.minusDays(silentDays + purchaseDays - 1),
                END.minusDays(silentDays),
                100,
                0,
                2);
    }

    private static PurchaseSummary prospect(String id) {
        return new PurchaseSummary(id, END, 0, 0, null, null, 0, 0, 2);
    }

    private static final List<PurchaseSummary> SUMMARIES =
            List.of(buyer("A", 1, 0), buyer("B", 2, 30), buyer("C", 5, 31), buyer("D", 1, 400), prospect("E"));

    @Test
    void aRepeatIsAPurchaseOnALaterDay() {
        RepeatRate rate = RepeatRate.of(SUMMARIES);
        assertThat(rate).isEqualTo(new RepeatRate(2, 4, 1));
        assertThat(rate.share()).isEqualTo(new Proportion(2, 4));
        assertThat(rate).hasToString("Repeat rate 50.00 % (2 of 4)");
        assertThat(RepeatRate.of(List.of(prospect("E"))).share().value()).isEmpty();
    }

    @Test
    void aThresholdIsToBeExceeded() {
        InactivityView view = InactivityView.of(SUMMARIES, 0, 29, 30, 31, 399, 400);
        assertThat(view.prospects()).isEqualTo(1);
        assertThat(view.rows())
                .containsExactly(
                        new SilentShare(0, new Proportion(3, 4)),
                        new SilentShare(29, new Proportion(3, 4)),
                        new SilentShare(30, new Proportion(2, 4)),
                        new SilentShare(31, new Proportion(1, 4)),
                        new SilentShare(399, new Proportion(1, 4)),
                        new SilentShare(400, new Proportion(0, 4)));
        assertThat(InactivityView.of(SUMMARIES, 90))
                .hasToString("silent for more than 90 days: 25.00 % (1 of 4)\n1 never bought");
    }

    @Test
    void nobodyIsSilentWhereNobodyBought() {
        InactivityView view = InactivityView.of(List.of(prospect("E")), 30);
        assertThat(view.rows()).containsExactly(new SilentShare(30, new Proportion(0, 0)));
        assertThat(InactivityView.of(List.of()).rows()).isEmpty();
    }

    @Test
    void refusesThresholdsOutOfOrderAndMixedDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InactivityView.of(SUMMARIES, 30, 30))
                .withMessage("thresholdDays[1] must be above 30, but was 30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InactivityView.of(SUMMARIES, -1))
                .withMessage("thresholdDays[0] must be in [0, inf), but was -1");
        PurchaseSummary other = new PurchaseSummary("F", END.plusDays(1), 0, 0, null, null, 0, 0, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InactivityView.of(List.of(prospect("E"), other), 30))
                .withMessage("summaries[1].asOf must be 2026-06-30 like the first, but was 2026-07-01 (customer F)");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesTheImpossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatRate(3, 2, 0))
                .withMessage("repeatBuyers must be in [0, 2], but was 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new RepeatRate(-1, 2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatRate(0, -1, 0))
                .withMessage("buyers must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatRate(0, 0, -1))
                .withMessage("prospects must be in [0, inf), but was -1");
        SilentShare one = new SilentShare(30, new Proportion(1, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InactivityView(List.of(one, new SilentShare(60, new Proportion(2, 4))), 0))
                .withMessage("rows[1].share must be at most 1 of the same 4 buyers, but was 50.00 % (2 of 4)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InactivityView(List.of(one, new SilentShare(60, new Proportion(1, 5))), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InactivityView(List.of(one, one), 0))
                .withMessage("thresholdDays[1] must be above 30, but was 30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InactivityView(List.of(), -1))
                .withMessage("prospects must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SilentShare(-1, new Proportion(0, 0)))
                .withMessage("thresholdDays must be in [0, inf), but was -1");
        assertThatNullPointerException()
                .isThrownBy(() -> new SilentShare(1, null))
                .withMessage("share");
    }
}
