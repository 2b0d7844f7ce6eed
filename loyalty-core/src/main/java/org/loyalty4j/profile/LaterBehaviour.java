package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loyalty4j.data.Customer;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.summary.HoldoutOutcome;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.survey.AnswerOutcomes;
import org.loyalty4j.survey.LaterOutcome;
import org.loyalty4j.survey.PointOfNps;
import org.loyalty4j.survey.SurveyAnswers;

/**
 * What customers did in the last third of the time observed, by what they had answered before. Customers whose contract had ended
 * before it are not looked at. It is an association: promoters were better customers before they were asked.
 *
 * @param answeredUntil the last day of the answers, after which behaviour is looked at
 * @param observedUntil the last day of the behaviour
 * @param outcomes promoters, passives, detractors and those who had not answered, side by side: who bought again, spent what, and
 *     left
 * @param pointOfNps what goes with a point of NPS, promoters against detractors as they are
 * @param pointWithinCells the same among customers who were alike in recency and frequency before
 */
public record LaterBehaviour(
        LocalDate answeredUntil,
        LocalDate observedUntil,
        AnswerOutcomes outcomes,
        PointOfNps pointOfNps,
        PointOfNps pointWithinCells)
        implements Serializable {
    private static final double CONFIDENCE = 0.95;

    static LaterBehaviour of(HoldoutSplit split, SurveyAnswers before, RfmScorer scorer, List<Customer> customers) {
        PurchaseSummaries calibration = split.calibration();
        Set<String> onTheBooks = new HashSet<>();
        Set<String> leaving = new HashSet<>();
        for (Customer customer : customers) {
            if (customer.isActiveOn(split.calibrationEnd())) {
                onTheBooks.add(customer.id());
                LocalDate leftOn = customer.leftOn();
                if (leftOn != null && !leftOn.isAfter(split.holdoutEnd())) {
                    leaving.add(customer.id());
                }
            }
        }
        Set<String> gone = Contracts.leavers(customers, split.calibrationEnd()).keySet();
        BehaviourCells cells = BehaviourCells.of(scorer.score(calibration));
        Map<String, String> cellOf = new HashMap<>();
        List<LaterOutcome> outcomes = new ArrayList<>();
        for (HoldoutOutcome outcome : split.outcomes()) {
            String id = outcome.customerId();
            if (gone.contains(id)) {
                continue;
            }
            int customer = calibration.customerIndex(id).orElseThrow();
            cellOf.put(id, cells.names().get(cells.cellOfCustomer()[customer]));
            outcomes.add(new LaterOutcome(
                    id,
                    outcome.purchases() > 0,
                    outcome.net().doubleValue(),
                    onTheBooks.contains(id) ? Boolean.valueOf(leaving.contains(id)) : null));
        }
        AnswerOutcomes groups = AnswerOutcomes.of(before, outcomes);
        return new LaterBehaviour(
                split.calibrationEnd(),
                split.holdoutEnd(),
                groups,
                PointOfNps.of(groups, CONFIDENCE),
                PointOfNps.withinStrata(before, outcomes, cellOf, CONFIDENCE));
    }
}
