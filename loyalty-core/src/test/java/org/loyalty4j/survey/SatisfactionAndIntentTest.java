package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;

class SatisfactionAndIntentTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final AnswerCounts COUNTS = AnswerCounts.of(Scale.likert(5), 1, 2, 3, 4, 5);
    private static final SurveyAnswers ANSWERS = AnswerSelection.withDefaults()
            .select(
                    List.of(
                            new SurveyResponse("A", END, 5),
                            new SurveyResponse("B", END, 4),
                            new SurveyResponse("C", END, 2)),
                    Scale.likert(5),
                    END);

    @Test
    void satisfactionIsTwoMethods() {
        Csat csat = new Csat(COUNTS);
        assertThat(csat.top2Box()).isEqualTo(new Proportion(9, 15));
        assertThat(csat.mean(0.95)).isEqualTo(COUNTS.mean(0.95));
        assertThat(csat).hasToString("CSAT of 15 answers on 1..5: [1, 2, 3, 4, 5]");
        assertThat(Csat.of(ANSWERS).top2Box()).isEqualTo(new Proportion(2, 3));
    }

    @Test
    void twoBestOfTwoPointsWouldBeEverybody() {
        Csat csat = new Csat(AnswerCounts.of(new Scale(0, 1), 3, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(csat::top2Box)
                .withMessage("boxes must be in [1, 1], but was 2");
    }

    @Test
    void intentIsTheTopBoxAlone() {
        assertThat(new PurchaseIntent(COUNTS).definitelyWouldBuy()).isEqualTo(new Proportion(5, 15));
        assertThat(PurchaseIntent.of(ANSWERS).definitelyWouldBuy()).isEqualTo(new Proportion(1, 3));
        assertThat(new PurchaseIntent(COUNTS)).hasToString("Purchase intent of 15 answers on 1..5: [1, 2, 3, 4, 5]");
    }

    @Test
    void responseRateCountsTheInvitedWhoAnswered() {
        ResponseRate rate = ResponseRate.of(ANSWERS, Set.of("A", "B", "X", "Y"));
        assertThat(rate).isEqualTo(new ResponseRate(2, 4));
        assertThat(rate.share()).isEqualTo(new Proportion(2, 4));
        assertThat(rate).hasToString("Response rate 50.00 % (2 of 4)");
        assertThat(new ResponseRate(0, 0).share().value()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesTheImpossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResponseRate(5, 4))
                .withMessage("responded must be in [0, 4], but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResponseRate(-1, 4))
                .withMessage("responded must be in [0, 4], but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResponseRate(0, -1))
                .withMessage("invited must be in [0, inf), but was -1");
        assertThatNullPointerException().isThrownBy(() -> new Csat(null)).withMessage("counts");
        assertThatNullPointerException()
                .isThrownBy(() -> new PurchaseIntent(null))
                .withMessage("counts");
    }
}
