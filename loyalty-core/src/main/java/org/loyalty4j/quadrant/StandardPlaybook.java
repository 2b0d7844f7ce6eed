package org.loyalty4j.quadrant;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loyalty4j.LocalizedText;

/** The actions of the standard playbook, for each quadrant and each of the standard segments. */
final class StandardPlaybook {
    private static final String CHAMPIONS = "champions";
    private static final String CANT_LOSE_THEM = "cant_lose_them";
    private static final String LOYAL_CUSTOMERS = "loyal_customers";
    private static final String AT_RISK = "at_risk";
    private static final String POTENTIAL_LOYALISTS = "potential_loyalists";
    private static final String NEW_CUSTOMERS = "new_customers";
    private static final String PROMISING = "promising";
    private static final String NEED_ATTENTION = "need_attention";
    private static final String ABOUT_TO_SLEEP = "about_to_sleep";
    private static final String HIBERNATING = "hibernating";
    private static final String LOST = "lost";
    private static final String NO_PURCHASE = "no_purchase";

    // True loyalty.
    private static final PlaybookAction THANK = action(
            "thank",
            "Say thank you in person, and give early access",
            "感謝を直接伝え、先行案内を届ける",
            "They buy and they like you: recognition keeps both",
            "購買も好意も高い顧客には、特別な扱いが両方を保つ");
    private static final PlaybookAction MOBILISE = action(
            "mobilise",
            "Invite referrals, reviews and a place in the community",
            "紹介・レビュー・コミュニティへの参加を呼びかける",
            "Those who like you recommend you, and their word is believed",
            "好意を持つ顧客の推奨は信頼される");
    private static final PlaybookAction KEEP_RHYTHM = action(
            "keep_rhythm",
            "Offer what fits the next purchase: refills, favourites, a subscription",
            "次の購入に合う提案をする（補充品・お気に入り・定期便）",
            "The liking is there; a habit carries it",
            "好意はすでにあり、習慣がそれを支える");
    private static final PlaybookAction ASK_WHAT_CHANGED = action(
            "ask_what_changed",
            "Get in touch in person, ask what has changed, and make coming back easy",
            "個別に連絡して変化を尋ね、戻りやすくする",
            "Who likes you and falls silent has met an obstacle more often than a better offer",
            "好意があるのに購入が途絶えたなら、多くは何らかの障害がある");

    // Latent loyalty.
    private static final PlaybookAction REMOVE_HURDLES = action(
            "remove_hurdles",
            "Make buying easier: delivery, opening hours, range, price entry",
            "配送・営業時間・品揃え・価格など、購入の障壁を下げる",
            "They like you but buy little: something stands in the way",
            "好意はあるのに購入が少ないのは、妨げる要因があるため");
    private static final PlaybookAction REMIND = action(
            "remind",
            "Remind in time, when the next purchase would be due",
            "次の購入時期に合わせて、思い出してもらう",
            "Their goodwill is there already; the occasion is missing",
            "好意はすでにあり、足りないのはきっかけ");
    private static final PlaybookAction SECOND_PURCHASE = action(
            "second_purchase",
            "Lead from the first to the second purchase: help with the first, and give a reason to return soon",
            "初回購入を手助けし、早めに再訪する理由を用意して、二回目の購入へ導く",
            "Many buy once and never again: the second purchase is the hardest to win",
            "一度きりで終わる顧客が多く、二回目の購入が最大の壁となる");
    private static final PlaybookAction FIRST_PURCHASE = action(
            "first_purchase",
            "Make the first purchase easy: a trial, a small size, help with the choice",
            "お試し・少量・選び方の案内で、初回購入をしやすくする",
            "They like what they have seen, and have not bought yet",
            "好意はあるが、まだ購入していない");
    private static final PlaybookAction INVITE_BACK = action(
            "invite_back",
            "Invite back with what they used to like, and ask what kept them away",
            "以前好んだ商品で再訪を促し、離れた理由を尋ねる",
            "They have been away for long, and still think well of you",
            "長く離れていても、好意は残っている");

    // Spurious loyalty.
    private static final PlaybookAction RECOVER = action(
            "recover",
            "Find and mend what annoys them, and call back the dissatisfied",
            "不満の原因を見つけて直し、不満を示した顧客に連絡する",
            "They buy from habit or for lack of choice, and leave when a choice comes",
            "習慣や選択肢の少なさで買っており、代わりが現れれば離れる");
    private static final PlaybookAction SURPRISE = action(
            "surprise",
            "Win hearts with personal care and small surprises rather than discounts",
            "値引きではなく、個別の気配りと小さな驚きで心をつかむ",
            "Their revenue is large and the least secure",
            "売上は大きいが、最も失われやすい");
    private static final PlaybookAction CALL_NOW = action(
            "call_now",
            "Call before they are gone: apologise, mend, and name one person to turn to",
            "離れる前に電話し、謝罪と改善を伝え、専任の担当者を決める",
            "They are dissatisfied and already buy less: much revenue, little time",
            "不満があり、すでに購入が減っている。売上は大きく、時間は少ない");
    private static final PlaybookAction FIRST_IMPRESSION = action(
            "first_impression",
            "Make good the first impression within days",
            "数日以内に連絡し、第一印象の悪さを挽回する",
            "The first purchases disappointed, and are still fresh in mind",
            "最初の購入で期待を裏切り、その記憶がまだ新しい");
    private static final PlaybookAction CLOSE_CASE = action(
            "close_case",
            "Settle what is open, apologise once, and ask why they left",
            "未解決の問題を片付け、一度お詫びし、離れた理由を尋ねる",
            "They left dissatisfied: what they tell saves the next one",
            "不満を抱えて離れた顧客の声は、次の離反を防ぐ");

    // No loyalty.
    private static final PlaybookAction SERVE_LEAN = action(
            "serve_lean",
            "Serve at least cost, with self-service and standard messages",
            "セルフサービスと定型の案内により、最小限の費用で対応する",
            "Neither purchases nor goodwill repay a special effort",
            "購買も好意も低く、特別な投資は回収しにくい");
    private static final PlaybookAction LET_GO = action(
            "let_go",
            "Stop campaigns, leave the door open, and let go gracefully",
            "販促を止め、戻れる余地を残しつつ、無理に引き留めない",
            "Who is silent and does not like you rarely comes back for a campaign",
            "購入が途絶え好意もない顧客は、販促では戻りにくい");
    private static final PlaybookAction MEND_START = action(
            "mend_start",
            "Ask what disappointed, and mend the start: delivery, set-up, first use",
            "期待外れだった点を尋ね、配送・設定・使い始めを改善する",
            "A bad start is cheap to mend while it is recent, and others meet it too",
            "出だしの不満は早いほど安く直せ、ほかの顧客にも共通する");
    private static final PlaybookAction FIND_MISFIT = action(
            "find_misfit",
            "Find out in a small sample what does not fit, before anything is spent",
            "費用をかける前に、少人数に合わない点を尋ねる",
            "It may be the wrong offer, or the wrong customer",
            "提案が合わないのか、対象が違うのかを見極める");

    // Unknown attitude.
    private static final PlaybookAction ASK = action(
            "ask",
            "Ask them: one short question after the next contact",
            "次の接点の後に、短い質問を一つ尋ねる",
            "Without an answer a captive cannot be told from a fan",
            "回答がなければ、真のファンかどうか見分けられない");
    private static final PlaybookAction THANK_AND_ASK = action(
            "thank_and_ask",
            "Thank them, and ask in person how they like it",
            "感謝を伝え、満足度を直接尋ねる",
            "So much revenue should not rest on an attitude that nobody knows",
            "大きな売上を、態度が不明なままにしておくべきではない");
    private static final PlaybookAction CALL_AND_ASK = action(
            "call_and_ask",
            "Call and ask: is it something that annoyed them, or something that changed?",
            "電話で尋ねる（不満なのか、事情が変わったのか）",
            "They buy less: a dissatisfied one needs mending, a contented one a reminder",
            "購入が減っている。不満なら改善を、満足なら案内をする");
    private static final PlaybookAction ASK_EARLY = action(
            "ask_early",
            "Ask a few days after the first purchase how it went",
            "初回購入の数日後に、感想を尋ねる",
            "The purchase is fresh in mind, and a bad start can still be mended",
            "購入の記憶が新しく、出だしの不満をまだ直せる");
    private static final PlaybookAction ASK_WHY_GONE = action(
            "ask_why_gone",
            "Ask one short question: why did you stop?",
            "短い質問を一つだけ尋ねる（なぜやめたのか）",
            "Some reasons can be mended; without asking nobody knows which",
            "理由が分からなければ、直せるものも直せない");
    private static final PlaybookAction ASK_WHAT_IS_MISSING = action(
            "ask_what_is_missing",
            "Ask what they look for, and what is missing",
            "求めているものと、足りないものを尋ねる",
            "They know you and have not bought: the reason is the offer to make",
            "知っていても購入していない。その理由が、次の提案となる");

    private StandardPlaybook() {}

    private static PlaybookAction action(
            String key, String action, String actionJapanese, String reason, String reasonJapanese) {
        return new PlaybookAction(
                key, new LocalizedText(action, actionJapanese), new LocalizedText(reason, reasonJapanese));
    }

    static Map<LoyaltyQuadrant, List<PlaybookAction>> ofQuadrants() {
        Map<LoyaltyQuadrant, List<PlaybookAction>> actions = new EnumMap<>(LoyaltyQuadrant.class);
        actions.put(LoyaltyQuadrant.TRUE_LOYALTY, List.of(THANK, MOBILISE));
        actions.put(LoyaltyQuadrant.LATENT_LOYALTY, List.of(REMOVE_HURDLES, REMIND));
        actions.put(LoyaltyQuadrant.SPURIOUS_LOYALTY, List.of(RECOVER, SURPRISE));
        actions.put(LoyaltyQuadrant.NO_LOYALTY, List.of(SERVE_LEAN));
        actions.put(LoyaltyQuadrant.UNKNOWN_ATTITUDE, List.of(ASK));
        return actions;
    }

    static Map<LoyaltyQuadrant, Map<String, List<PlaybookAction>>> ofSegments() {
        Map<LoyaltyQuadrant, Map<String, List<PlaybookAction>>> actions = new EnumMap<>(LoyaltyQuadrant.class);
        actions.put(
                LoyaltyQuadrant.TRUE_LOYALTY,
                new Cells()
                        .put(List.of(MOBILISE, THANK), CHAMPIONS)
                        .put(List.of(THANK, KEEP_RHYTHM, MOBILISE), LOYAL_CUSTOMERS)
                        .put(List.of(KEEP_RHYTHM, THANK), POTENTIAL_LOYALISTS, NEED_ATTENTION)
                        .put(List.of(SECOND_PURCHASE, THANK), NEW_CUSTOMERS, PROMISING)
                        .put(List.of(ASK_WHAT_CHANGED, THANK), AT_RISK, CANT_LOSE_THEM)
                        .put(List.of(REMIND, ASK_WHAT_CHANGED), ABOUT_TO_SLEEP)
                        .put(List.of(INVITE_BACK, ASK_WHAT_CHANGED), HIBERNATING, LOST)
                        .put(List.of(FIRST_PURCHASE), NO_PURCHASE)
                        .map);
        actions.put(
                LoyaltyQuadrant.LATENT_LOYALTY,
                new Cells()
                        .put(List.of(MOBILISE, REMOVE_HURDLES), CHAMPIONS)
                        .put(List.of(REMOVE_HURDLES, KEEP_RHYTHM, MOBILISE), LOYAL_CUSTOMERS)
                        .put(List.of(REMOVE_HURDLES, REMIND), POTENTIAL_LOYALISTS, NEED_ATTENTION)
                        .put(List.of(SECOND_PURCHASE, REMOVE_HURDLES), NEW_CUSTOMERS, PROMISING)
                        .put(List.of(REMIND, SECOND_PURCHASE), ABOUT_TO_SLEEP)
                        .put(List.of(ASK_WHAT_CHANGED, REMOVE_HURDLES), AT_RISK, CANT_LOSE_THEM)
                        .put(List.of(INVITE_BACK, REMOVE_HURDLES), HIBERNATING, LOST)
                        .put(List.of(FIRST_PURCHASE, REMOVE_HURDLES), NO_PURCHASE)
                        .map);
        actions.put(
                LoyaltyQuadrant.SPURIOUS_LOYALTY,
                new Cells()
                        .put(List.of(RECOVER, SURPRISE), CHAMPIONS, LOYAL_CUSTOMERS)
                        .put(List.of(SURPRISE, RECOVER), POTENTIAL_LOYALISTS, NEED_ATTENTION, ABOUT_TO_SLEEP)
                        .put(List.of(FIRST_IMPRESSION, SURPRISE), NEW_CUSTOMERS, PROMISING)
                        .put(List.of(CALL_NOW, RECOVER), AT_RISK, CANT_LOSE_THEM)
                        .put(List.of(CLOSE_CASE), HIBERNATING, LOST)
                        .put(List.of(FIND_MISFIT), NO_PURCHASE)
                        .map);
        actions.put(
                LoyaltyQuadrant.NO_LOYALTY,
                new Cells()
                        .put(List.of(RECOVER, SERVE_LEAN), CHAMPIONS, LOYAL_CUSTOMERS)
                        .put(List.of(SERVE_LEAN), POTENTIAL_LOYALISTS, NEED_ATTENTION, ABOUT_TO_SLEEP)
                        .put(List.of(MEND_START, SERVE_LEAN), NEW_CUSTOMERS, PROMISING)
                        .put(List.of(RECOVER, SERVE_LEAN), AT_RISK, CANT_LOSE_THEM)
                        .put(List.of(LET_GO), HIBERNATING, LOST)
                        .put(List.of(FIND_MISFIT, LET_GO), NO_PURCHASE)
                        .map);
        actions.put(
                LoyaltyQuadrant.UNKNOWN_ATTITUDE,
                new Cells()
                        .put(List.of(THANK_AND_ASK), CHAMPIONS, LOYAL_CUSTOMERS)
                        .put(List.of(ASK), POTENTIAL_LOYALISTS, NEED_ATTENTION, ABOUT_TO_SLEEP)
                        .put(List.of(ASK_EARLY, SECOND_PURCHASE), NEW_CUSTOMERS, PROMISING)
                        .put(List.of(CALL_AND_ASK), AT_RISK, CANT_LOSE_THEM)
                        .put(List.of(ASK_WHY_GONE), HIBERNATING, LOST)
                        .put(List.of(ASK_WHAT_IS_MISSING), NO_PURCHASE)
                        .map);
        return actions;
    }

    /** The cells of one quadrant. */
    private static final class Cells {
        private final Map<String, List<PlaybookAction>> map = new LinkedHashMap<>();

        Cells put(List<PlaybookAction> actions, String... segmentKeys) {
            Arrays.stream(segmentKeys).forEach(key -> map.put(key, actions));
            return this;
        }
    }
}
