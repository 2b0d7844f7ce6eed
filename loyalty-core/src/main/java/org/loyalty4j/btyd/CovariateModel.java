package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;

/**
 * A purchase model whose rates depend on what is known of a customer and does not change: a channel, an age at the first
 * purchase, a first basket. A customer with covariates z has
 *
 * <pre>{@code
 * alpha_z = alpha exp(-gamma' z)    so that a positive coefficient means more purchases
 * beta_z  = beta exp(-delta' z)     so that a positive coefficient means earlier dropout
 * }</pre>
 *
 * <p>The dropout scale is beta of the {@link ParetoNbd} and b of the {@link BgNbd}. Covariates are used as they come:
 * nothing is centred or scaled, so that the base model is that of a customer whose covariates are all zero.
 *
 * <p>Source: Fader and Hardie (2007b), who for the BG/NBD let a and b each have coefficients of their own; here it is b alone.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the base is neither BG/NBD nor Pareto/NBD, the lists differ in
 * length, or a coefficient is not finite.
 *
 * @param base the model of a customer whose covariates are all zero
 * @param names the names of the covariates
 * @param purchaseCoefficients gamma, one for each covariate; 0 for one that does not act on purchases
 * @param dropoutCoefficients delta, one for each covariate; 0 for one that does not act on dropout
 */
public record CovariateModel<M extends DropoutModel<M>>(
        M base, List<String> names, List<Double> purchaseCoefficients, List<Double> dropoutCoefficients)
        implements Serializable {
    /** Where alpha and the dropout scale stand among the parameters of both models. */
    static final int PURCHASE_SCALE = 1;

    static final int DROPOUT_SCALE = 3;

    public CovariateModel {
        Objects.requireNonNull(base, "base");
        if (!(base instanceof BgNbd || base instanceof ParetoNbd)) {
            throw new IllegalArgumentException("base must be BG/NBD or Pareto/NBD, but was " + base.name());
        }
        names = List.copyOf(Objects.requireNonNull(names, "names"));
        purchaseCoefficients = check(purchaseCoefficients, names, "purchaseCoefficients");
        dropoutCoefficients = check(dropoutCoefficients, names, "dropoutCoefficients");
    }

    private static List<Double> check(List<Double> coefficients, List<String> names, String what) {
        List<Double> copy = List.copyOf(Objects.requireNonNull(coefficients, what));
        Checks.inClosed(copy.size(), names.size(), names.size(), what + ".size");
        copy.forEach(coefficient -> Checks.finite(coefficient, what));
        return copy;
    }

    /**
     * The model of a customer, which answers every question that the base model does.
     *
     * @param covariates z, one number for each name
     * @return the base model with the scales of this customer
     * @throws IllegalArgumentException if there are more or fewer covariates than names, one is not finite, or a scale leaves
     *     the range of numbers
     */
    public M at(double... covariates) {
        Checks.inClosed(covariates.length, names.size(), names.size(), "covariates.length");
        double[] values = base.values();
        values[PURCHASE_SCALE] *= StrictMath.exp(-effect(purchaseCoefficients, covariates));
        values[DROPOUT_SCALE] *= StrictMath.exp(-effect(dropoutCoefficients, covariates));
        return base.withValues(values);
    }

    private static double effect(List<Double> coefficients, double[] covariates) {
        double sum = 0;
        for (int i = 0; i < covariates.length; i++) {
            sum += coefficients.get(i) * Checks.finite(covariates[i], "covariates");
        }
        return sum;
    }

    /**
     * What is to be expected of many customers.
     *
     * @param histories the customers' histories
     * @param covariates the covariates of each customer by the id, in the order of the names
     * @param next how far to look ahead
     * @return one forecast a customer, in the order of the histories
     * @throws IllegalArgumentException if a customer has no covariates, or not as many as there are names, or one is not finite
     */
    public PurchaseForecasts forecast(RepeatHistories histories, Map<String, List<Double>> covariates, Horizon next) {
        Objects.requireNonNull(next, "next");
        Map<List<Double>, List<Integer>> groups = CovariateGroups.of(names, histories, covariates);
        return PurchaseForecasts.<M>of(histories, next, question -> ask(histories, groups, question));
    }

    /**
     * Asks any question of many customers, of those with equal covariates and equal histories once.
     *
     * <pre>{@code
     * model.evaluate(histories, covariates, (own, history) -> own.discountedPurchases(history, year, rate));
     * }</pre>
     *
     * @param histories the customers' histories
     * @param covariates the covariates of each customer by the id, in the order of the names
     * @param question what to ask of the model of a customer and the history, which bears no customer's id, since it may be
     *     that of many
     * @return the answers in the order of the histories
     * @throws IllegalArgumentException if a customer has no covariates, or not as many as there are names, or one is not finite
     */
    public double[] evaluate(
            RepeatHistories histories,
            Map<String, List<Double>> covariates,
            ToDoubleBiFunction<M, RepeatHistory> question) {
        Objects.requireNonNull(question, "question");
        return ask(histories, CovariateGroups.of(names, histories, covariates), question);
    }

    private double[] ask(
            RepeatHistories histories,
            Map<List<Double>, List<Integer>> groups,
            ToDoubleBiFunction<M, RepeatHistory> question) {
        double[] answers = new double[histories.size()];
        groups.forEach((z, places) -> {
            M own = at(z.stream().mapToDouble(Double::doubleValue).toArray());
            double[] ofGroup = RepeatHistories.of(
                            places.stream().map(histories::get).toList(), histories.unit())
                    .evaluate(history -> question.applyAsDouble(own, history));
            for (int i = 0; i < ofGroup.length; i++) {
                answers[places.get(i)] = ofGroup[i];
            }
        });
        return answers;
    }

    /**
     * The same model in another unit of time; the coefficients stay as they are.
     *
     * @param target the unit wanted
     * @return the converted model
     */
    public CovariateModel<M> in(PeriodUnit target) {
        return new CovariateModel<>(base.in(target), names, purchaseCoefficients, dropoutCoefficients);
    }
}
