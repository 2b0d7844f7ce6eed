package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * Why a customer is in a segment.
 *
 * @param score the customer's score
 * @param ruleNumber the place of the rule that matched first, from 1
 * @param rule that rule
 */
public record SegmentExplanation(RfmScore score, int ruleNumber, SegmentRule rule) implements Serializable {

    public SegmentExplanation {
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(rule, "rule");
        Checks.positive((long) ruleNumber, "ruleNumber");
    }

    @Override
    public String toString() {
        return score + " first matches rule " + ruleNumber + " (" + rule + ")";
    }
}
