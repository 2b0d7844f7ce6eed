package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.Scale;
import org.loyalty4j.internal.Checks;

/**
 * One of several questions put to the same customers: an item of an index, or something that may drive an outcome.
 *
 * <p>Answers on different scales are made comparable as percent of maximum possible; of a reversed item, whose lowest number is
 * the best answer, 100 less that is taken.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the name is blank.
 *
 * @param name the name of the item, not blank
 * @param answers one answer a customer
 * @param reversed whether the lowest number is the best answer
 */
public record SurveyItem(String name, SurveyAnswers answers, boolean reversed) implements Serializable {

    public SurveyItem {
        Checks.notBlank(name, "name");
        Objects.requireNonNull(answers, "answers");
    }

    /**
     * An item whose highest number is the best answer.
     *
     * @param name the name of the item, not blank
     * @param answers one answer a customer
     * @return the item
     * @throws IllegalArgumentException if the name is blank
     */
    public static SurveyItem of(String name, SurveyAnswers answers) {
        return new SurveyItem(name, answers, false);
    }

    /**
     * An item whose lowest number is the best answer.
     *
     * @param name the name of the item, not blank
     * @param answers one answer a customer
     * @return the item
     * @throws IllegalArgumentException if the name is blank
     */
    public static SurveyItem reversed(String name, SurveyAnswers answers) {
        return new SurveyItem(name, answers, true);
    }

    /** An answer in percent of maximum possible, of which more is better. */
    double percent(SurveyAnswer answer) {
        Scale scale = answers.scale();
        return scale.percentOfMaximum(
                reversed ? (double) scale.minimum() + scale.maximum() - answer.score() : answer.score());
    }

    @Override
    public String toString() {
        return name + (reversed ? " (reversed): " : ": ") + answers;
    }
}
