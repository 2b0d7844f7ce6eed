package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;

class CustomerEffortTest {
    private static final CustomerEffort SEVEN =
            new CustomerEffort(AnswerCounts.of(Scale.likert(7), 1, 2, 3, 4, 5, 6, 7));

    @Test
    void countsTheAnswersOnEitherSideOfTheMiddle() {
        assertThat(SEVEN.easyShare()).isEqualTo(new Proportion(18, 28));
        assertThat(SEVEN.hardShare()).isEqualTo(new Proportion(6, 28));
        CustomerEffort four = new CustomerEffort(AnswerCounts.of(Scale.likert(4), 1, 2, 3, 4));
        assertThat(four.easyShare()).isEqualTo(new Proportion(7, 10));
        assertThat(four.hardShare()).isEqualTo(new Proportion(3, 10));
    }

    @Test
    void theMeanKeepsToTheScale() {
        assertThat(SEVEN.mean(0.95).orElseThrow().value()).isEqualTo(5);
        CustomerEffort best = new CustomerEffort(AnswerCounts.of(Scale.likert(7), 0, 0, 0, 0, 0, 0, 9));
        assertThat(best.mean(0.95).orElseThrow().interval().upper()).isEqualTo(7);
        assertThat(best.mean(0.95).orElseThrow().interval().lower()).isLessThan(7);
        assertThat(new CustomerEffort(AnswerCounts.of(Scale.likert(7), 0, 0, 0, 0, 0, 0, 0)).mean(0.95))
                .isEmpty();
    }

    @Test
    void theOlderQuestionIsTurnedRound() {
        AnswerCounts effort = AnswerCounts.of(Scale.likert(5), 5, 4, 3, 2, 1);
        assertThat(effort.reversed()).isEqualTo(AnswerCounts.of(Scale.likert(5), 1, 2, 3, 4, 5));
        assertThat(new CustomerEffort(effort.reversed()).easyShare()).isEqualTo(new Proportion(9, 15));
        assertThat(SEVEN).hasToString("Customer effort of 28 answers on 1..7: [1, 2, 3, 4, 5, 6, 7]");
    }
}
