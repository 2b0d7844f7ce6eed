package org.loyalty4j.btyd;

import org.loyalty4j.Horizon;
import org.loyalty4j.summary.RepeatHistory;

/**
 * A purchase model whose customers may stop for ever, unseen.
 *
 * @param <M> the model's own type
 */
public sealed interface DropoutModel<M extends DropoutModel<M>> extends PurchaseModel<M>
        permits BgNbd, MbgNbd, BgCnbd, MbgCnbd, ParetoNbd {

    /**
     * The probability that a customer is still alive at the end of observation.
     *
     * @param history the customer's history
     * @return P(alive | x, t_x, T), in [0, 1]
     */
    default double probabilityAlive(RepeatHistory history) {
        RepeatHistory h = history.in(unit());
        return Kernel.of(this).probabilityAlive(h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor());
    }

    /**
     * The probability that a customer is still alive some time after the end of observation.
     *
     * @param history the customer's history
     * @param later the time after the end of observation
     * @return P(alive at T + t | x, t_x, T), in [0, 1], not rising with t
     */
    default double probabilityAlive(RepeatHistory history, Horizon later) {
        return Prospect.of(this, history).probabilityAlive(later.in(unit()));
    }

    /**
     * The probability that a new customer is still alive after a time.
     *
     * @param age the time since the first purchase
     * @return P(alive at t), in [0, 1], not rising with t
     */
    default double probabilityAlive(Horizon age) {
        return Prospect.of(this).probabilityAlive(age.in(unit()));
    }
}
