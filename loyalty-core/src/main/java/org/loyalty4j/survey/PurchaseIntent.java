package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.Proportion;

/**
 * How likely customers say they are to buy, on a scale that ends in "definitely would buy".
 *
 * <p>What is reported is the share at the best point alone: those who say less than "definitely" buy far less often than they
 * say, and even of those who say it not all do. It is a stated intention, not a forecast. The best answer must have the
 * highest number: a scale on which 1 is "definitely" has to be turned round first.
 *
 * <p>Source, for what intentions are worth: Morrison (1979), Journal of Marketing 43(2), 65-74.
 *
 * @param counts how many customers gave each answer
 */
public record PurchaseIntent(AnswerCounts counts) implements Serializable {

    public PurchaseIntent {
        Objects.requireNonNull(counts, "counts");
    }

    /**
     * The purchase intent in a selection of answers.
     *
     * @param answers one answer a customer, each a whole number
     * @return the purchase intent
     * @throws IllegalArgumentException if an answer is a mean that is not a whole number
     */
    public static PurchaseIntent of(SurveyAnswers answers) {
        return new PurchaseIntent(AnswerCounts.of(answers));
    }

    /**
     * The share of customers who chose the best point: the top box.
     *
     * @return those who definitely would buy, of all respondents; {@link Proportion#wilson} gives its interval
     */
    public Proportion definitelyWouldBuy() {
        return counts.top(1);
    }

    @Override
    public String toString() {
        return "Purchase intent of " + counts;
    }
}
