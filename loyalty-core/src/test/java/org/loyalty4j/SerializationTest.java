package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loyalty4j.churn.ChurnRate;
import org.loyalty4j.churn.CustomerFlow;
import org.loyalty4j.churn.Denominator;
import org.loyalty4j.churn.InactivityView;
import org.loyalty4j.churn.RepeatRate;
import org.loyalty4j.churn.SilentShare;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.ltv.AcquisitionCost;
import org.loyalty4j.ltv.FirstPayment;
import org.loyalty4j.ltv.HistoricValue;
import org.loyalty4j.ltv.OrderValueFormula;
import org.loyalty4j.ltv.RetentionFormula;
import org.loyalty4j.ltv.SubscriptionFormula;
import org.loyalty4j.ltv.UnitEconomics;
import org.loyalty4j.quadrant.BehaviourAxis;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.rfm.RfmWeights;
import org.loyalty4j.summary.Concentration;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.support.Samples;
import org.loyalty4j.support.Serial;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.AnswerSelection;
import org.loyalty4j.survey.Csat;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.PurchaseIntent;
import org.loyalty4j.survey.ResponseRate;

/** Everything travels: to another thread, another process, a Spark task. */
class SerializationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    static Stream<Object> values() {
        Interval interval = new Interval(0, 1, 0.95);
        Estimate estimate = new Estimate(0.5, interval);
        AnswerCounts counts = AnswerCounts.of(Scale.likert(3), 1, 2, 3);
        RetentionFormula retention = new RetentionFormula(25, 0.9, PeriodUnit.MONTH, FirstPayment.NOW);
        AcquisitionCost cost = new AcquisitionCost(100, 2);
        return Stream.of(
                interval,
                estimate,
                new Proportion(1, 2),
                Horizon.weeks(2),
                DiscountRate.annual(0.1),
                Scale.NPS,
                new LocalizedText("Champions", "優良顧客"),
                AnswerSelection.withDefaults().select(List.of(new SurveyResponse("A", DAY, 9)), Scale.NPS, DAY),
                counts,
                new Nps(1, 2, 3),
                new Csat(counts),
                new PurchaseIntent(counts),
                new ResponseRate(1, 2),
                new CustomerFlow(DAY, DAY.plusDays(1), 1, 0, 1, 0, 0),
                new ChurnRate(Denominator.EXPOSURE, Horizon.months(1), estimate),
                new RepeatRate(1, 2, 3),
                new InactivityView(List.of(new SilentShare(30, new Proportion(1, 2))), 1),
                new HistoricValue("A", DAY, new BigDecimal("1.50")),
                new OrderValueFormula(50, 4, 0.3, 5),
                retention,
                new SubscriptionFormula(20, 0.5, 0.1, PeriodUnit.MONTH),
                cost,
                new UnitEconomics(cost, retention));
    }

    @ParameterizedTest
    @MethodSource("values")
    void comesBackEqual(Object value) {
        Serial.assertRoundTrip(value);
    }

    @Test
    void aProcedureComesBackAsItWas() {
        AnswerSelection selection = AnswerSelection.withDefaults().withMaxAgeDays(90);
        assertThat(Serial.copy(selection)).hasToString(selection.toString());
    }

    @Test
    void valuesComeBackEqual() {
        Samples.withEquality().forEach(Serial::assertRoundTrip);
    }

    @Test
    void theOthersComeBackSayingTheSame() {
        for (Object sample : Samples.withoutEquality()) {
            assertThat(Serial.copy(sample)).hasToString(sample.toString());
        }
        PurchaseSummaries summaries = Serial.copy(Samples.SUMMARIES);
        assertThat(summaries.dataReport()).isEqualTo(Samples.SUMMARIES.dataReport());
        assertThat(summaries.rules()).isEqualTo(Samples.SUMMARIES.rules());
        RfmScores scores = Serial.copy(RfmScorer.withDefaults()).score(summaries);
        assertThat(scores.scores()).isEqualTo(Samples.SCORES.scores());
        Concentration concentration = Serial.copy(summaries.concentration());
        assertThat(concentration.gini())
                .isEqualTo(Samples.SUMMARIES.concentration().gini());
        BehaviourAxis axis = BehaviourAxis.fit(scores.scores(), RfmWeights.equal());
        assertThat(Serial.copy(axis).position(Samples.SCORE)).isEqualTo(axis.position(Samples.SCORE));
    }
}
