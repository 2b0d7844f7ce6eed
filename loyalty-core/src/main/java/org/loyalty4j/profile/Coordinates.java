package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.quadrant.AttitudeAxis;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.survey.SurveyAnswer;
import org.loyalty4j.survey.SurveyAnswers;

/** The positions of all customers on both axes, in columns. */
final class Coordinates implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] behaviours;
    private final double[] attitudes;
    private final BitSet known;

    private Coordinates(double[] behaviours, double[] attitudes, BitSet known) {
        this.behaviours = behaviours;
        this.attitudes = attitudes;
        this.known = known;
    }

    static Coordinates of(PurchaseSummaries summaries, double[] behaviours, SurveyAnswers answers) {
        double[] attitudes = new double[summaries.size()];
        BitSet known = new BitSet(summaries.size());
        // From the answers to the customers, for there are fewer answers, and a log finds an id faster.
        for (SurveyAnswer answer : answers.answers()) {
            summaries.customerIndex(answer.customerId()).ifPresent(c -> {
                attitudes[c] = AttitudeAxis.position(answers.scale(), answer);
                known.set(c);
            });
        }
        return new Coordinates(behaviours, attitudes, known);
    }

    double[] behaviours() {
        return behaviours.clone();
    }

    double[] knownAttitudes() {
        return known.stream().mapToDouble(c -> attitudes[c]).toArray();
    }

    int knownCount() {
        return known.cardinality();
    }

    double behaviour(int customer) {
        return behaviours[customer];
    }

    @Nullable
    Double attitude(int customer) {
        return known.get(customer) ? Double.valueOf(attitudes[customer]) : null;
    }
}
