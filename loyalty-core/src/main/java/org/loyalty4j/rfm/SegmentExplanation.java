package org.loyalty4j.rfm;

import java.io.Serializable;

/**
 * Why a customer is in a segment.
 *
 * @param score the customer's score
 * @param ruleNumber the place of the rule that matched first, from 1
 * @param rule that rule
 */
public record SegmentExplanation(RfmScore score, int ruleNumber, SegmentRule rule) implements Serializable {

    @Override
    public String toString() {
        return score + " first matches rule " + ruleNumber + " (" + rule + ")";
    }
}
