package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.Scale;

/**
 * The data set {@code attitude} of R: the percentages of favourable answers to seven questions in thirty departments (Chatterjee and
 * Price 1977). R 4.2.2:
 *
 * <pre>{@code
 * d <- attitude; k <- ncol(d); n <- nrow(d); S <- cov(d); R <- cor(d); r <- mean(R[lower.tri(R)])
 * alpha <- function(S) { k <- ncol(S); k/(k-1)*(1-sum(diag(S))/sum(S)) }
 * a <- alpha(S); a; 1-(1-a)*qf(c(.975,.025), n-1, (n-1)*(k-1)); r; k*r/(1+(k-1)*r)
 * for (i in 1:k) cat(names(d)[i], mean(d[[i]]), cor(d[[i]], rowSums(d[-i])), alpha(S[-i,-i]), "\n")
 * for (i in 2:k) cat(names(d)[i], cor(d$rating, d[[i]], method="spearman"), "\n")
 * }</pre>
 *
 * <p>The help page of {@code alpha} in the package psych prints the same to two decimals: 0.84, 0.84, 0.43; without "critical", 0.86.
 */
class IndexReferenceTest {
    private static final Map<String, int[]> ATTITUDE = Map.ofEntries(
            Map.entry("rating", new int[] {
                43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66,
                78, 48, 85, 82
            }),
            Map.entry("complaints", new int[] {
                51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37, 54, 77,
                75, 57, 85, 82
            }),
            Map.entry("privileges", new int[] {
                30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54, 50, 64, 65, 46, 68, 33, 52, 52, 42, 42, 66,
                58, 44, 71, 39
            }),
            Map.entry("learning", new int[] {
                39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72, 72, 69, 75, 57, 54, 34, 62, 50, 58, 48, 63,
                74, 45, 71, 59
            }),
            Map.entry("raises", new int[] {
                61, 63, 76, 54, 71, 54, 66, 70, 71, 62, 58, 59, 55, 59, 79, 60, 79, 55, 75, 64, 43, 66, 63, 50, 66, 88,
                80, 51, 77, 64
            }),
            Map.entry("critical", new int[] {
                92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77, 54, 79, 80, 85, 78, 64, 80, 80, 57, 75, 76,
                78, 83, 74, 78
            }),
            Map.entry("advance", new int[] {
                45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46, 36, 63, 60, 46, 52, 33, 41, 37, 49, 33, 72,
                49, 38, 55, 39
            }));
    private static final List<String> NAMES =
            List.of("rating", "complaints", "privileges", "learning", "raises", "critical", "advance");

    private static SurveyItem item(String name) {
        return SurveyItem.of(
                name, LoyaltyIndexTest.answers(new Scale(0, 100), Objects.requireNonNull(ATTITUDE.get(name))));
    }

    private static ItemAnalysis analysis() {
        return LoyaltyIndex.withDefaults()
                .score(NAMES.stream().map(IndexReferenceTest::item).toList())
                .analysis()
                .orElseThrow();
    }

    @Test
    void alpha() {
        Estimate alpha = analysis().alpha(0.95).orElseThrow();
        assertThat(alpha.value()).isCloseTo(0.8431427695647599, within(1e-13));
        assertThat(alpha.interval().lower()).isCloseTo(0.7393756856431073, within(1e-11));
        assertThat(alpha.interval().upper()).isCloseTo(0.9157730721599816, within(1e-11));
        assertThat(analysis().meanCorrelation().orElseThrow()).isCloseTo(0.4269066426497171, within(1e-13));
        assertThat(analysis().standardisedAlpha().orElseThrow()).isCloseTo(0.8390838030295106, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "rating, 64.63333333333334, 0.6712620572236643, 0.8097602063089214",
        "complaints, 66.59999999999999, 0.7421097102222386, 0.7969174572741397",
        "privileges, 53.13333333333333, 0.5607111114802557, 0.8278477659386591",
        "learning, 56.36666666666667, 0.7144454981336762, 0.8030309750225744",
        "raises, 64.63333333333334, 0.7862755938343999, 0.7953865741982052",
        "critical, 74.76666666666667, 0.2650343391966761, 0.8638723114464368",
        "advance, 42.93333333333333, 0.4608105494684964, 0.8404648682654573"
    })
    void items(String name, double mean, double itemTotal, double alphaIfDeleted) {
        int item = NAMES.indexOf(name);
        assertThat(analysis().means().get(item)).isCloseTo(mean, within(1e-12));
        assertThat(analysis().itemTotalCorrelation(item).orElseThrow()).isCloseTo(itemTotal, within(1e-13));
        assertThat(analysis().alphaIfDeleted(item).orElseThrow()).isCloseTo(alphaIfDeleted, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "complaints, 0.8322005622687632",
        "privileges, 0.4842879429462892",
        "learning, 0.6172701988176392",
        "raises, 0.5981496265791574",
        "critical, 0.0482035692104263",
        "advance, 0.2029455952111595"
    })
    void spearmanWithTies(String name, double expected) {
        DriverRow row = DriverAnalysis.of(item("rating"), List.of(item(name)), 0.95)
                .rows()
                .get(0);
        assertThat(row.importance().orElseThrow()).isCloseTo(expected, within(1e-13));
    }

    /** {@code tanh(atanh(r)+c(-1,1)*qnorm(.975)*sqrt((1+r^2/2)/(n-3)))} with the r of complaints. */
    @Test
    void intervalOfSpearman() {
        Interval importance = DriverAnalysis.of(item("rating"), List.of(item("complaints")), 0.95)
                .rows()
                .get(0)
                .importanceInterval()
                .orElseThrow();
        assertThat(importance.lower()).isCloseTo(0.6396581472876622, within(1e-12));
        assertThat(importance.upper()).isCloseTo(0.9264746857839957, within(1e-12));
    }

    /**
     * Python 3 with numpy and scipy 1.17, d the 30 rows of seven:
     *
     * <pre>{@code
     * c = d - d.mean(0); q = (c*c).sum(1); u = c.sum(1)**2; h = q.mean()/u.mean(); a = k/(k-1)*(1-h)
     * e = k*sqrt(((q-h*u)**2).sum()/(n*(n-1)))/(u.mean()*(k*h-1)); t = scipy.stats.t.ppf(.975, n-1)
     * 1-(1-a)*exp(t*e), 1-(1-a)*exp(-t*e)
     * }</pre>
     */
    @Test
    void alphaDistributionFree() {
        Estimate alpha = analysis().alphaDistributionFree(0.95).orElseThrow();
        assertThat(alpha.interval().lower()).isCloseTo(0.7256518829160836, within(1e-11));
        assertThat(alpha.interval().upper()).isCloseTo(0.9103176249163459, within(1e-11));
    }

    /**
     * Of many ties the larger variance counts. Python 3 with numpy and scipy 1.17, by definition over all pairs of customers:
     *
     * <pre>{@code
     * s = lambda u: (u > 0) + .5*(u == 0); a = (rankdata(x)-(n+1)/2)/n; b = (rankdata(y)-(n+1)/2)/n
     * X = s(x[None,:]-x[:,None]); Y = s(y[None,:]-y[:,None]); V = (a*a).mean(); W = (b*b).mean(); r = (a*b).mean()/sqrt(V*W)
     * p = (a*b+X@b/n+Y@a/n)/sqrt(V*W) - r/2*((a*a+2*X@a/n)/V + (b*b+2*Y@b/n)/W)
     * v = ((p-p.mean())**2).sum()/(n*(n-1))/(1-r*r)**2; tanh(arctanh(r) -+ norm.ppf(.975)*sqrt(v))
     * }</pre>
     */
    @Test
    void intervalOfSpearmanWithManyTies() {
        double[] x = {5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 1, 5, 5, 3, 5, 5, 5, 5};
        double[] y = {5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 5, 5, 2, 5, 5, 2, 5, 5, 5, 5};
        Estimate r = RankCorrelation.of(x, y, 0.95).orElseThrow();
        assertThat(r.value()).isCloseTo(0.8732960061725272, within(1e-14));
        assertThat(r.interval().lower()).isCloseTo(0.32826803124915116, within(1e-12));
        assertThat(r.interval().upper()).isCloseTo(0.9820701556485952, within(1e-12));
    }
}
