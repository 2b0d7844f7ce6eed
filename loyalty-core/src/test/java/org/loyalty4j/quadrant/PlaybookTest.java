package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.rfm.Segment;
import org.loyalty4j.rfm.SegmentMap;

class PlaybookTest {
    private static final LocalizedText TEXT = new LocalizedText("Call", "電話する");
    private static final PlaybookAction CALL = new PlaybookAction("call", TEXT, TEXT);
    private static final Segment OWN = new Segment("own", new LocalizedText("Own", "独自"));

    private static List<Segment> standardSegments() {
        List<Segment> segments = new ArrayList<>(SegmentMap.standard().segments());
        segments.add(Segment.NO_PURCHASE);
        return segments;
    }

    private static Segment segment(String key) {
        return standardSegments().stream()
                .filter(segment -> segment.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyQuadrantHasAKeyALabelAMeaningAndActions() {
        Playbook playbook = Playbook.standard();
        for (LoyaltyQuadrant quadrant : LoyaltyQuadrant.values()) {
            assertThat(quadrant.key()).isEqualTo(quadrant.name().toLowerCase(Locale.ROOT));
            assertThat(quadrant.label().japanese()).isNotBlank();
            assertThat(quadrant.meaning().japanese()).isNotBlank();
            assertThat(playbook.actions(quadrant)).isNotEmpty();
        }
        assertThat(playbook)
                .hasToString("Playbook: 5 quadrants and 60 of their segments have actions of their own")
                .isEqualTo(Playbook.standard());
    }

    @Test
    void nobodyWhoIsStillThereIsToldToHaveLeft() {
        for (LoyaltyQuadrant quadrant : LoyaltyQuadrant.values()) {
            for (String key : List.of("at_risk", "cant_lose_them")) {
                assertThat(Playbook.standard().actions(quadrant, segment(key)))
                        .extracting(PlaybookAction::key)
                        .doesNotContain("close_case", "let_go", "ask_why_gone");
            }
        }
    }

    @Test
    void japaneseTextsHaveFullWidthPunctuation() {
        for (LoyaltyQuadrant quadrant : LoyaltyQuadrant.values()) {
            for (Segment segment : standardSegments()) {
                for (PlaybookAction action : Playbook.standard().actions(quadrant, segment)) {
                    assertThat(action.action().japanese() + action.reason().japanese())
                            .doesNotContainPattern("[(),:;?!]");
                }
                assertThat(Playbook.standard().next(quadrant, segment).reason().japanese())
                        .doesNotContainPattern("[(),:;?!]");
            }
        }
    }

    @Test
    void everySegmentOfEveryQuadrantHasActionsOfItsOwnEachOnceAndOneTextAKey() {
        Map<String, PlaybookAction> known = new HashMap<>();
        for (LoyaltyQuadrant quadrant : LoyaltyQuadrant.values()) {
            for (Segment segment : standardSegments()) {
                List<PlaybookAction> actions = Playbook.standard().actions(quadrant, segment);
                assertThat(actions).isNotEmpty().doesNotHaveDuplicates();
                actions.forEach(action -> assertThat(known.merge(action.key(), action, (a, b) -> a))
                        .isEqualTo(action));
                Recommendation next = Playbook.standard().next(quadrant, segment);
                assertThat(next.action()).isEqualTo(actions.get(0));
                assertThat(next.reason().english())
                        .contains(segment.name().english(), quadrant.label().english());
                assertThat(next.reason().japanese())
                        .contains(segment.name().japanese(), quadrant.label().japanese());
            }
        }
        assertThat(known).hasSizeGreaterThan(20);
        assertThat(StandardPlaybook.ofSegments().values())
                .allSatisfy(cells -> assertThat(cells).hasSize(12));
    }

    @Test
    void theQuadrantSaysWhatAndTheSegmentWhen() {
        Playbook playbook = Playbook.standard();
        assertThat(playbook.next(LoyaltyQuadrant.TRUE_LOYALTY, segment("champions"))
                        .action()
                        .key())
                .isEqualTo("mobilise");
        assertThat(playbook.next(LoyaltyQuadrant.TRUE_LOYALTY, segment("at_risk"))
                        .action()
                        .key())
                .isEqualTo("ask_what_changed");
        assertThat(playbook.next(LoyaltyQuadrant.LATENT_LOYALTY, segment("new_customers"))
                        .action()
                        .key())
                .isEqualTo("second_purchase");
        assertThat(playbook.next(LoyaltyQuadrant.NO_LOYALTY, segment("lost"))
                        .action()
                        .key())
                .isEqualTo("let_go");
        assertThat(playbook.next(LoyaltyQuadrant.SPURIOUS_LOYALTY, segment("cant_lose_them")))
                .hasToString("Call before they are gone: apologise, mend, and name one person to turn to. "
                        + "Can't Lose Them, Spurious loyalty (buys more than likes): "
                        + "They are dissatisfied and already buy less: much revenue, little time");
        assertThat(playbook.next(LoyaltyQuadrant.LATENT_LOYALTY, Segment.NO_PURCHASE)
                        .reason()
                        .japanese())
                .isEqualTo("未購入・潜在的ロイヤルティ（好意は高いが購買は少ない）：好意はあるが、まだ購入していない");
    }

    @Test
    void segmentsOfYourOwnHaveTheActionsOfTheQuadrant() {
        assertThat(Playbook.standard().actions(LoyaltyQuadrant.NO_LOYALTY, OWN))
                .isEqualTo(Playbook.standard().actions(LoyaltyQuadrant.NO_LOYALTY));
    }

    @Test
    void aPlaybookIsChangedByCopy() {
        Playbook changed = Playbook.standard().with(LoyaltyQuadrant.NO_LOYALTY, List.of(CALL));
        assertThat(changed.actions(LoyaltyQuadrant.NO_LOYALTY)).containsExactly(CALL);
        assertThat(changed.actions(LoyaltyQuadrant.NO_LOYALTY, segment("lost"))).containsExactly(CALL);
        assertThat(changed).isNotEqualTo(Playbook.standard());
        assertThat(Playbook.standard().actions(LoyaltyQuadrant.NO_LOYALTY)).doesNotContain(CALL);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> changed.actions(LoyaltyQuadrant.NO_LOYALTY).clear());
        Playbook again = changed.with(
                LoyaltyQuadrant.NO_LOYALTY, OWN, Playbook.standard().actions(LoyaltyQuadrant.TRUE_LOYALTY));
        assertThat(again.next(LoyaltyQuadrant.NO_LOYALTY, OWN).action().key()).isEqualTo("thank");
        assertThat(again.next(LoyaltyQuadrant.NO_LOYALTY, segment("lost")).action())
                .isEqualTo(CALL);
        assertThat(changed.actions(LoyaltyQuadrant.NO_LOYALTY, OWN)).containsExactly(CALL);
        assertThat(again).isNotEqualTo(changed).doesNotHaveSameHashCodeAs(changed);
    }

    @Test
    void thereIsAlwaysAnAction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Playbook.standard().with(LoyaltyQuadrant.NO_LOYALTY, List.of()))
                .withMessage("replacement must hold at least one action");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Playbook.standard().with(LoyaltyQuadrant.NO_LOYALTY, OWN, List.of()))
                .withMessage("replacement must hold at least one action");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlaybookAction(" ", TEXT, TEXT))
                .withMessage("key must not be blank");
    }
}
