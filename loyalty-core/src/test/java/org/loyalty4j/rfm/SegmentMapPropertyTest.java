package org.loyalty4j.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SegmentMapPropertyTest {

    @Property(seed = "1")
    void everyCellHasTheSegmentOfTheWrittenRules(
            @ForAll @IntRange(min = 2, max = 30) int bins,
            @ForAll @IntRange(min = 1, max = 30) int r,
            @ForAll @IntRange(min = 1, max = 30) int f,
            @ForAll @IntRange(min = 1, max = 30) int m) {
        if (r <= bins && f <= bins && m <= bins) {
            assertThat(SegmentMap.standard(bins).segmentOf(r, f, m).key()).isEqualTo(byHand(bins, r, f, m));
        }
    }

    @Property(seed = "1")
    void everyMapIsTotal(@ForAll @IntRange(min = 2, max = 10) int bins) {
        SegmentMap map = SegmentMap.standard(bins);
        for (int r = 1; r <= bins; r++) {
            for (int f = 1; f <= bins; f++) {
                for (int m = 1; m <= bins; m++) {
                    assertThat(map.segmentOf(r, f, m).key()).isEqualTo(byHand(bins, r, f, m));
                }
            }
        }
    }

    private static String byHand(int bins, int rScore, int fScore, int mScore) {
        int r = level(rScore, bins);
        int f = level(fScore, bins);
        int m = level(mScore, bins);
        if (f >= 3) {
            boolean best = f >= 4 && m >= 4;
            if (r >= 3) {
                return best && r >= 4 ? "champions" : "loyal_customers";
            }
            return best && r == 1 ? "cant_lose_them" : "at_risk";
        }
        return switch (r) {
            case 5 -> f == 2 ? "potential_loyalists" : "new_customers";
            case 4 -> f == 2 ? "potential_loyalists" : "promising";
            case 3 -> f == 2 ? "need_attention" : "about_to_sleep";
            case 2 -> "hibernating";
            default -> "lost";
        };
    }

    private static int level(int score, int bins) {
        return 1
                + BigDecimal.valueOf(4L * (score - 1))
                        .divide(BigDecimal.valueOf(bins - 1L), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }
}
