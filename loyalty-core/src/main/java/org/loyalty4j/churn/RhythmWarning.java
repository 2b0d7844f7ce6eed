package org.loyalty4j.churn;

import org.loyalty4j.LocalizedText;

/** What to beware of in a fitted {@link BaseRhythm}: where a parameter stands at the bound of the fit, it is no estimate. */
public enum RhythmWarning {
    /** r ran to its upper bound, 1000: what customers differ by is chance, and a customer's own gaps move nothing. */
    CUSTOMERS_ALIKE(
            "Customers seem to be all alike (r at its bound): every silence is judged by the gaps of the base",
            "顧客間に差が見られません(r が上限)。沈黙の長さは全体の購買間隔で判断されます"),
    /** r ran to its lower bound, 0.02: the rates of customers are worlds apart, and the base says next to nothing of one. */
    CUSTOMERS_WORLDS_APART(
            "Customers differ without measure (r at its bound): the base says little of a customer with few gaps",
            "顧客間の差が極端です(r が下限)。購買間隔の記録が少ない顧客については、全体からほとんど判断できません"),
    /** k ran to its upper bound, 100: purchases like clockwork, perhaps by subscription or by a calendar. */
    LIKE_CLOCKWORK(
            "Gaps are like clockwork (k at its bound): look for subscriptions or dates set by a calendar",
            "購買間隔が時計のように規則的です(k が上限)。定期購入や暦どおりの日付が混ざっていないか確認してください"),
    /** k ran to its lower bound, 0.05: purchases in bursts, with gaps that no one law describes. */
    IN_BURSTS(
            "Purchases come in bursts (k at its bound): a gap has no typical length",
            "購買が短期間に集中しています(k が下限)。典型的な購買間隔はありません"),
    /** No customer has two gaps, so that regularity cannot be told from likeness: k is 1 by assumption. */
    REGULARITY_ASSUMED(
            "No customer has two gaps: k is taken to be 1, not estimated", "購買間隔が2つ以上ある顧客がいません。k は推定値ではなく 1 と仮定しています"),
    /** The fit did not end at a maximum: the numbers are not those of the data and should not be used. */
    NO_MAXIMUM("The fit ended before a maximum: the rhythm should not be used", "推定が収束していません。このリズムは使用しないでください");

    private final LocalizedText label;

    RhythmWarning(String english, String japanese) {
        this.label = new LocalizedText(english, japanese);
    }

    /**
     * The warning for people.
     *
     * @return a sentence in English and Japanese
     */
    public LocalizedText label() {
        return label;
    }
}
