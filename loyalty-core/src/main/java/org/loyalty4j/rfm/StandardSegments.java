package org.loyalty4j.rfm;

import java.util.Optional;
import java.util.stream.IntStream;
import org.loyalty4j.LocalizedText;

/** The usual eleven segments and their cells. */
final class StandardSegments {
    static final Segment CHAMPIONS = segment("champions", "Champions", "最優良顧客");
    static final Segment CANT_LOSE_THEM = segment("cant_lose_them", "Can't Lose Them", "失ってはならない顧客");
    static final Segment LOYAL_CUSTOMERS = segment("loyal_customers", "Loyal Customers", "優良顧客");
    static final Segment AT_RISK = segment("at_risk", "At Risk", "離反予備軍");
    static final Segment POTENTIAL_LOYALISTS = segment("potential_loyalists", "Potential Loyalists", "優良顧客候補");
    static final Segment NEW_CUSTOMERS = segment("new_customers", "New Customers", "新規顧客");
    static final Segment PROMISING = segment("promising", "Promising", "有望顧客");
    static final Segment NEED_ATTENTION = segment("need_attention", "Need Attention", "要フォロー顧客");
    static final Segment ABOUT_TO_SLEEP = segment("about_to_sleep", "About To Sleep", "休眠予備軍");
    static final Segment HIBERNATING = segment("hibernating", "Hibernating", "休眠顧客");
    static final Segment LOST = segment("lost", "Lost", "離反顧客");

    private static final int LEVELS = 5;

    private StandardSegments() {}

    private static Segment segment(String key, String english, String japanese) {
        return new Segment(key, new LocalizedText(english, japanese));
    }

    static SegmentMap map(int bins) {
        SegmentMap.Builder map = SegmentMap.builder(bins);
        rule(map, bins, CHAMPIONS, levels(4, 5), levels(4, 5), levels(4, 5));
        rule(map, bins, CANT_LOSE_THEM, levels(1, 1), levels(4, 5), levels(4, 5));
        rule(map, bins, LOYAL_CUSTOMERS, levels(3, 5), levels(3, 5), levels(1, 5));
        rule(map, bins, AT_RISK, levels(1, 2), levels(3, 5), levels(1, 5));
        rule(map, bins, POTENTIAL_LOYALISTS, levels(4, 5), levels(2, 2), levels(1, 5));
        rule(map, bins, NEW_CUSTOMERS, levels(5, 5), levels(1, 1), levels(1, 5));
        rule(map, bins, PROMISING, levels(4, 4), levels(1, 1), levels(1, 5));
        rule(map, bins, NEED_ATTENTION, levels(3, 3), levels(2, 2), levels(1, 5));
        rule(map, bins, ABOUT_TO_SLEEP, levels(3, 3), levels(1, 1), levels(1, 5));
        rule(map, bins, HIBERNATING, levels(2, 2), levels(1, 2), levels(1, 5));
        rule(map, bins, LOST, levels(1, 1), levels(1, 2), levels(1, 5));
        return map.build();
    }

    /** Adds a rule given in levels of five, unless there are too few bins for one of its levels. */
    private static void rule(
            SegmentMap.Builder map, int bins, Segment segment, ScoreRange r, ScoreRange f, ScoreRange m) {
        Optional<ScoreRange> rScores = scores(bins, r);
        Optional<ScoreRange> fScores = scores(bins, f);
        Optional<ScoreRange> mScores = scores(bins, m);
        if (rScores.isPresent() && fScores.isPresent() && mScores.isPresent()) {
            map.rule(segment, rScores.get(), fScores.get(), mScores.get());
        }
    }

    private static ScoreRange levels(int lowest, int highest) {
        return ScoreRange.of(lowest, highest);
    }

    /** The scores out of {@code bins} that are read as one of the given levels of five. */
    private static Optional<ScoreRange> scores(int bins, ScoreRange levels) {
        int[] matching = IntStream.rangeClosed(1, bins)
                .filter(score -> levels.contains(level(score, bins)))
                .toArray();
        return matching.length == 0
                ? Optional.empty()
                : Optional.of(ScoreRange.of(matching[0], matching[matching.length - 1]));
    }

    private static int level(int score, int bins) {
        // Round half up, in whole numbers.
        return 1 + (2 * (LEVELS - 1) * (score - 1) + bins - 1) / (2 * (bins - 1));
    }
}
