package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Quantiles;

/**
 * Whether the items of an index measure one thing: Cronbach's alpha and how each item goes with the others.
 *
 * <p>All figures are over the customers who answered every item, in percent of maximum possible.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if there are fewer than two items, fewer than two respondents, or a
 * number is not finite or missing.
 *
 * @param names the items
 * @param respondents customers who answered every item, in [2, inf)
 * @param means the mean of each item, in [0, 100]
 * @param covariances the covariance of each item with each, by rows, with the divisor {@code respondents - 1}
 * @param logErrorOrNull the standard error of {@code ln(1 - alpha)} whatever the distribution of the answers, in [0, inf); null where
 *     alpha is not defined or is 1
 * @see <a href="https://doi.org/10.1007/BF02310555">Cronbach (1951)</a>
 */
public record ItemAnalysis(
        List<String> names,
        long respondents,
        List<Double> means,
        List<List<Double>> covariances,
        @Nullable Double logErrorOrNull)
        implements Serializable {
    /** An alpha as near to 1 as this differs from it by rounding. */
    private static final double NO_ERROR = 1e-12;

    public ItemAnalysis {
        names = List.copyOf(Objects.requireNonNull(names, "names"));
        means = List.copyOf(Objects.requireNonNull(means, "means"));
        covariances = Objects.requireNonNull(covariances, "covariances").stream()
                .map(List::copyOf)
                .toList();
        Checks.inClosed(names.size(), 2, Integer.MAX_VALUE, "names.size");
        Checks.sameLength(names.size(), means.size(), "means");
        Checks.sameLength(names.size(), covariances.size(), "covariances");
        if (logErrorOrNull != null) {
            Checks.notNegative(logErrorOrNull.doubleValue(), "logErrorOrNull");
        }
        if (respondents < 2) {
            throw new IllegalArgumentException("respondents must be in [2, inf), but was " + respondents);
        }
        for (int i = 0; i < names.size(); i++) {
            Checks.inClosed(means.get(i), 0, 100, "means[" + i + "]");
            Checks.sameLength(names.size(), covariances.get(i).size(), "covariances[" + i + "]");
            for (double covariance : covariances.get(i)) {
                Checks.finite(covariance, "covariances[" + i + "]");
            }
            Checks.notNegative(covariances.get(i).get(i), "covariances[" + i + "][" + i + "]");
        }
    }

    /**
     * Cronbach's alpha, the share of the variance of the index that its items have in common.
     *
     * <pre>{@code alpha = k / (k - 1) (1 - sum of variances / variance of the sum),   of k items }</pre>
     *
     * <p>A lower bound of the reliability. Below 0 where items contradict each other, as one that should have been reversed does.
     *
     * @return alpha, in (-inf, 1]; empty if the sum of the items is the same for all
     */
    public OptionalDouble alpha() {
        return alphaWithout(-1);
    }

    /**
     * Cronbach's alpha with Feldt's interval.
     *
     * <pre>{@code
     * 1 - (1 - alpha) F(1 - tail; n - 1, (n - 1) (k - 1)),  1 - (1 - alpha) F(tail; n - 1, (n - 1) (k - 1))
     * }</pre>
     *
     * <p>Exact for normal answers of the same variance and covariance. Of items that nearly all customers answer alike it covers too
     * rarely; {@link #alphaDistributionFree} is for these.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return alpha and its interval; empty if the sum of the items is the same for all
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1007/BF02289499">Feldt (1965)</a>
     */
    public Optional<Estimate> alpha(double confidence) {
        Checks.confidence(confidence);
        OptionalDouble alpha = alpha();
        if (alpha.isEmpty()) {
            return Optional.empty();
        }
        double error = 1 - alpha.getAsDouble();
        double tail = (1 - confidence) / 2;
        double between = respondents - 1.0;
        double within = between * (names.size() - 1);
        return Optional.of(new Estimate(
                alpha.getAsDouble(),
                new Interval(
                        1 - error * Quantiles.f(1 - tail, between, within),
                        1 - error * Quantiles.f(tail, between, within),
                        confidence)));
    }

    /**
     * Cronbach's alpha with an interval that assumes nothing of the distribution of the answers.
     *
     * <pre>{@code
     * 1 - (1 - alpha) exp(+-t(n - 1) e),   e = k sqrt(sum((q - h u)^2) / (n (n - 1))) / (V (k h - 1)),   h = S / V
     * }</pre>
     *
     * <p>where q is the sum of a customer's squared deviations from the items' means and u the square of their sum, S and V are the
     * means of q and u, and t is Student's quantile. For large samples: below 100 customers {@link #alpha(double)} is better for ordinary
     * answers, and neither covers as often as it says if nearly all answer alike.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return alpha and its interval; empty if the sum of the items is the same for all, or alpha is 1
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1037/1082-989X.12.2.157">Maydeu-Olivares, Coffman and Hartmann (2007)</a>
     */
    public Optional<Estimate> alphaDistributionFree(double confidence) {
        Checks.confidence(confidence);
        OptionalDouble alpha = alpha();
        if (alpha.isEmpty() || logErrorOrNull == null) {
            return Optional.empty();
        }
        double error = 1 - alpha.getAsDouble();
        double half = Quantiles.twoSidedStudentT(confidence, respondents - 1.0) * logErrorOrNull;
        return Optional.of(new Estimate(
                alpha.getAsDouble(),
                new Interval(1 - error * StrictMath.exp(half), 1 - error * StrictMath.exp(-half), confidence)));
    }

    /** Analyses the complete answers of at least two customers, in percent of maximum possible. */
    static ItemAnalysis of(List<String> names, List<double[]> answers) {
        int k = names.size();
        double n = answers.size();
        double[] mean = new double[k];
        for (double[] row : answers) {
            for (int i = 0; i < k; i++) {
                mean[i] += row[i];
            }
        }
        for (int i = 0; i < k; i++) {
            mean[i] = Math.min(100, mean[i] / n); // of many 100 it may come out a last bit beyond it
        }
        double[][] products = new double[k][k];
        for (double[] row : answers) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j <= i; j++) {
                    products[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]);
                }
            }
        }
        List<List<Double>> covariances = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < k; j++) {
                row.add((i >= j ? products[i][j] : products[j][i]) / (n - 1));
            }
            covariances.add(row);
        }
        List<Double> means = Arrays.stream(mean).boxed().toList();
        ItemAnalysis plain = new ItemAnalysis(names, answers.size(), means, covariances, null);
        OptionalDouble alpha = plain.alpha();
        return alpha.isEmpty() || 1 - alpha.getAsDouble() < NO_ERROR
                ? plain
                : new ItemAnalysis(names, answers.size(), means, covariances, logError(answers, mean));
    }

    private static double logError(List<double[]> answers, double[] mean) {
        int k = mean.length;
        double n = answers.size();
        double[] squares = new double[answers.size()];
        double[] totals = new double[answers.size()];
        double own = 0;
        double all = 0;
        for (int c = 0; c < squares.length; c++) {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                double deviation = answers.get(c)[i] - mean[i];
                squares[c] += deviation * deviation;
                sum += deviation;
            }
            totals[c] = sum * sum;
            own += squares[c];
            all += totals[c];
        }
        double share = own / all;
        double spread = 0;
        for (int c = 0; c < squares.length; c++) {
            double part = squares[c] - share * totals[c];
            spread += part * part;
        }
        return k * Math.sqrt(spread / (n * (n - 1))) / (all / n) / (k * share - 1);
    }

    /**
     * Alpha of items of equal variance, from their mean correlation.
     *
     * <pre>{@code k r / (1 + (k - 1) r),   r = mean correlation of two items }</pre>
     *
     * @return standardised alpha, in (-inf, 1]; empty if an item has the same answer from all, or the mean correlation is so
     *     negative that there is none
     */
    public OptionalDouble standardisedAlpha() {
        OptionalDouble mean = meanCorrelation();
        if (mean.isEmpty()) {
            return mean;
        }
        double k = names.size();
        double r = mean.getAsDouble();
        double denominator = 1 + (k - 1) * r;
        return denominator > 0 ? OptionalDouble.of(k * r / denominator) : OptionalDouble.empty();
    }

    /**
     * The mean correlation of two items.
     *
     * @return the mean over all pairs, in [-1, 1]; empty if an item has the same answer from all
     */
    public OptionalDouble meanCorrelation() {
        int k = names.size();
        double sum = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                double product = Math.sqrt(covariance(i, i)) * Math.sqrt(covariance(j, j));
                if (!(product > 0)) {
                    return OptionalDouble.empty();
                }
                sum += covariance(i, j) / product;
            }
        }
        return OptionalDouble.of(within1(sum / (k * (k - 1) / 2.0)));
    }

    /**
     * The corrected item-total correlation: of an item with the sum of the others.
     *
     * @param item the index of the item, in [0, names.size)
     * @return Pearson's correlation, in [-1, 1]; empty if the item or the sum of the others is the same for all
     * @throws IndexOutOfBoundsException if there is no such item
     */
    public OptionalDouble itemTotalCorrelation(int item) {
        Objects.checkIndex(item, names.size());
        double withOthers = 0;
        double others = 0;
        for (int i = 0; i < names.size(); i++) {
            if (i != item) {
                withOthers += covariance(item, i);
                for (int j = 0; j < names.size(); j++) {
                    others += j == item ? 0 : covariance(i, j);
                }
            }
        }
        double product = Math.sqrt(covariance(item, item)) * Math.sqrt(Math.max(0, others));
        return product > 0 ? OptionalDouble.of(within1(withOthers / product)) : OptionalDouble.empty();
    }

    /**
     * Cronbach's alpha of the other items. An item without which alpha is higher does not belong to the index.
     *
     * @param item the index of the item to leave out, in [0, names.size)
     * @return alpha, in (-inf, 1]; empty if only one item is left, or the sum of the others is the same for all
     * @throws IndexOutOfBoundsException if there is no such item
     */
    public OptionalDouble alphaIfDeleted(int item) {
        return alphaWithout(Objects.checkIndex(item, names.size()));
    }

    private OptionalDouble alphaWithout(int left) {
        double k = left < 0 ? names.size() : names.size() - 1;
        double own = 0;
        double all = 0;
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                if (i != left && j != left) {
                    all += covariance(i, j);
                    own += i == j ? covariance(i, j) : 0;
                }
            }
        }
        // A sum that is the same for all comes out as a rest of rounding; of items that are all the same alpha may come
        // out a last bit beyond 1.
        return k > 1 && all > own * 1e-14
                ? OptionalDouble.of(Math.min(1, k / (k - 1) * (1 - own / all)))
                : OptionalDouble.empty();
    }

    private double covariance(int i, int j) {
        return covariances.get(i).get(j);
    }

    private static double within1(double correlation) {
        return Math.max(-1, Math.min(1, correlation)); // a perfect one may come out a last bit beyond 1
    }

    @Override
    public String toString() {
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "alpha %s of %d items over %d customers\n", shown(alpha()), names.size(), respondents));
        text.append(String.format(
                "%-" + width + "s  %6s  %6s  %10s  %16s", "", "mean", "sd", "item-total", "alpha if deleted"));
        for (int i = 0; i < names.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%-" + width + "s  %6.1f  %6.1f  %10s  %16s",
                    names.get(i),
                    means.get(i),
                    Math.sqrt(covariance(i, i)),
                    shown(itemTotalCorrelation(i)),
                    shown(alphaIfDeleted(i))));
        }
        return text.toString();
    }

    private static String shown(OptionalDouble value) {
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.3f", value.getAsDouble());
    }
}
