/**
 * How customers feel: survey responses read into one answer a customer, and the scores made of them.
 *
 * <p>{@link org.loyalty4j.survey.AnswerSelection} is the entry point: it settles which of a customer's responses counts,
 * and accounts for every one that does not. What is counted then is one {@link org.loyalty4j.survey.AnswerCounts}, which
 * {@link org.loyalty4j.survey.Nps}, {@link org.loyalty4j.survey.Csat} and {@link org.loyalty4j.survey.PurchaseIntent} read
 * each in its own way.
 *
 * <pre>{@code
 * SurveyAnswers answers = AnswerSelection.withDefaults()
 *         .withMaxAgeDays(365)
 *         .select(responses, Scale.NPS, LocalDate.of(2026, 6, 30));
 * Nps nps = Nps.of(answers);
 * nps.adjustedWald(0.95); // Optional[14.00 [-2.282, 29.47] at 95 %] of 42 promoters, 30 passives, 28 detractors
 * }</pre>
 *
 * <p>Scores are compared by {@link org.loyalty4j.survey.NpsDifference} and {@link org.loyalty4j.survey.NpsTrend}; several questions
 * become one {@link org.loyalty4j.survey.LoyaltyIndex}, and {@link org.loyalty4j.survey.DriverAnalysis} sets them against an outcome.
 * {@link org.loyalty4j.survey.AnswerNoise} says how much of an answer is chance.
 *
 * <p>Of those who did not answer, {@link org.loyalty4j.survey.ResponseTable} and {@link org.loyalty4j.survey.ResponseBias} say who they
 * are, {@link org.loyalty4j.survey.PostStratification} weights the answers up to the base, and
 * {@link org.loyalty4j.survey.NonResponseBounds} says what is known without weights. What customers did after they answered is in
 * {@link org.loyalty4j.survey.AnswerOutcomes} and {@link org.loyalty4j.survey.PointOfNps}, what they bring by word of mouth in
 * {@link org.loyalty4j.survey.ReferralValue}.
 *
 * <p>No answer is never read as 0: who was silent is in {@link org.loyalty4j.survey.ResponseRate}, not in a score.
 */
@NullMarked
package org.loyalty4j.survey;

import org.jspecify.annotations.NullMarked;
