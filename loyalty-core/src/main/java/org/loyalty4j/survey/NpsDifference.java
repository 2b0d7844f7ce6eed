package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.internal.Checks;

/**
 * How much larger one Net Promoter Score is than another: between two groups of customers, or from one period to the next.
 *
 * <p>The answers of the two must come from different customers, or at least from samples drawn apart. Where the same customers
 * answered twice the interval is wider than it need be, since customers resemble themselves.
 *
 * @param later the score of the group or period in question
 * @param earlier the score to compare with
 */
public record NpsDifference(Nps later, Nps earlier) implements Serializable {
    private static final double[] DIFFERENCE = {1, -1};
    private static final double RANGE = 200;

    public NpsDifference {
        Objects.requireNonNull(later, "later");
        Objects.requireNonNull(earlier, "earlier");
    }

    /**
     * The difference.
     *
     * @return {@code later.score - earlier.score}, in [-200, 200]; empty if either has no respondents
     */
    public OptionalDouble value() {
        return contrast().map(contrast -> OptionalDouble.of(contrast.value())).orElseGet(OptionalDouble::empty);
    }

    /**
     * The difference with its adjusted-Wald interval.
     *
     * <pre>{@code
     * p = (promoters + 3/8) / (n + 3/2),   d = (detractors + 3/8) / (n + 3/2),   v = (p + d - (p - d)^2) / (n + 3/2)
     * 100 ((p - d) - (p' - d') -+ z sqrt(v + v'))
     * }</pre>
     *
     * <p>The three answers that {@link Nps#adjustedWald} adds to one score are shared by the two. The interval is not centred on
     * the difference, and ends at -200 and 200.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the difference, not adjusted, and its interval; empty if either has no respondents
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     * @see <a href="https://doi.org/10.1080/00031305.2000.10474560">Agresti and Caffo (2000)</a>
     * @see <a href="https://arxiv.org/abs/1601.07235">Rocks (2016)</a>
     */
    public Optional<Estimate> adjustedWald(double confidence) {
        Checks.confidence(confidence);
        return contrast().map(contrast -> contrast.estimate(confidence, -RANGE, RANGE));
    }

    /**
     * The p-value of the two-sided z-test that there is no difference.
     *
     * <pre>{@code P(|Z| > |(p - d) - (p' - d')| / sqrt(v + v')) }</pre>
     *
     * <p>With the adjusted shares and variances of {@link #adjustedWald}, so that the test rejects at 0.05 where the 95 %
     * interval does not hold 0.
     *
     * @return how likely a difference at least as large is by chance, in [0, 1]; empty if either has no respondents
     */
    public OptionalDouble pValue() {
        return contrast().map(contrast -> OptionalDouble.of(contrast.pValue())).orElseGet(OptionalDouble::empty);
    }

    private Optional<NpsContrast> contrast() {
        return later.respondents() == 0 || earlier.respondents() == 0
                ? Optional.empty()
                : Optional.of(NpsContrast.of(List.of(later, earlier), DIFFERENCE));
    }

    @Override
    public String toString() {
        OptionalDouble value = value();
        return (value.isEmpty()
                        ? "no difference"
                        : String.format(
                                Locale.ROOT, "%+.1f points, p %.4f", value.getAsDouble(), pValue().orElseThrow()))
                + ": " + later + " against " + earlier;
    }
}
