package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loyalty4j.LocalizedText;

/** What to do for the customers of each quadrant; plain data, to be changed quadrant by quadrant. */
public final class Playbook implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EnumMap<LoyaltyQuadrant, List<PlaybookAction>> actions;

    private Playbook(Map<LoyaltyQuadrant, List<PlaybookAction>> actions) {
        this.actions = new EnumMap<>(actions);
    }

    /**
     * The standard playbook: thank and mobilise true fans, make buying easier for silent admirers, win the hearts of
     * captives, spend little on the rest, and ask those whose attitude is not known.
     *
     * @return the playbook
     */
    public static Playbook standard() {
        return new Playbook(Map.of(
                LoyaltyQuadrant.TRUE_LOYALTY,
                List.of(
                        action(
                                "thank",
                                "Say thank you in person, and give early access",
                                "感謝を直接伝え、先行案内を届ける",
                                "They buy and they like you: recognition keeps both",
                                "購買も好意も高い顧客には、特別な扱いが両方を保つ"),
                        action(
                                "mobilise",
                                "Invite referrals, reviews and a place in the community",
                                "紹介・レビュー・コミュニティへの参加を呼びかける",
                                "Those who like you recommend you, and their word is believed",
                                "好意を持つ顧客の推奨は信頼される")),
                LoyaltyQuadrant.LATENT_LOYALTY,
                List.of(
                        action(
                                "remove_hurdles",
                                "Make buying easier: delivery, opening hours, range, price entry",
                                "配送・営業時間・品揃え・価格など、購入の障壁を下げる",
                                "They like you but buy little: something stands in the way",
                                "好意はあるのに購入が少ないのは、妨げる要因があるため"),
                        action(
                                "remind",
                                "Remind in time, and lead from the first to the second purchase",
                                "適切な時期に思い出してもらい、初回から二回目の購入へ導く",
                                "Their goodwill is there already; the occasion is missing",
                                "好意はすでにあり、足りないのはきっかけ")),
                LoyaltyQuadrant.SPURIOUS_LOYALTY,
                List.of(
                        action(
                                "recover",
                                "Find and mend what annoys them, and call back the dissatisfied",
                                "不満の原因を見つけて直し、不満を示した顧客に連絡する",
                                "They buy from habit or for lack of choice, and leave when a choice comes",
                                "習慣や選択肢の少なさで買っており、代わりが現れれば離れる"),
                        action(
                                "surprise",
                                "Win hearts with personal care and small surprises rather than discounts",
                                "値引きではなく、個別の気配りと小さな驚きで心をつかむ",
                                "Their revenue is large and the least secure",
                                "売上は大きいが、最も失われやすい")),
                LoyaltyQuadrant.NO_LOYALTY,
                List.of(action(
                        "serve_lean",
                        "Serve at least cost, or let go gracefully",
                        "最小限の費用で対応し、無理に引き留めない",
                        "Neither purchases nor goodwill repay a special effort",
                        "購買も好意も低く、特別な投資は回収しにくい")),
                LoyaltyQuadrant.UNKNOWN_ATTITUDE,
                List.of(action(
                        "ask",
                        "Ask them: one short question after the next contact",
                        "次の接点の後に、短い質問を一つ尋ねる",
                        "Without an answer a captive cannot be told from a fan",
                        "回答がなければ、真のファンかどうか見分けられない"))));
    }

    private static PlaybookAction action(
            String key, String action, String actionJapanese, String reason, String reasonJapanese) {
        return new PlaybookAction(
                key, new LocalizedText(action, actionJapanese), new LocalizedText(reason, reasonJapanese));
    }

    /**
     * This playbook with other actions for one quadrant.
     *
     * @param quadrant the quadrant
     * @param replacement its actions, the most important first
     * @return the changed playbook
     */
    public Playbook with(LoyaltyQuadrant quadrant, List<PlaybookAction> replacement) {
        Playbook changed = new Playbook(actions);
        changed.actions.put(
                Objects.requireNonNull(quadrant, "quadrant"),
                List.copyOf(Objects.requireNonNull(replacement, "replacement")));
        return changed;
    }

    /**
     * The actions for a quadrant.
     *
     * @param quadrant the quadrant
     * @return an immutable list, the most important first
     */
    public List<PlaybookAction> actions(LoyaltyQuadrant quadrant) {
        return actions.getOrDefault(Objects.requireNonNull(quadrant, "quadrant"), List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Playbook that && actions.equals(that.actions);
    }

    @Override
    public int hashCode() {
        return actions.hashCode();
    }

    @Override
    public String toString() {
        return "Playbook: " + actions.values().stream().mapToInt(List::size).sum() + " actions for " + actions.size()
                + " quadrants";
    }
}
