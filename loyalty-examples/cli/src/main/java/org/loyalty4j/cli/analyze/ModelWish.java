package org.loyalty4j.cli.analyze;

import java.util.Optional;
import org.loyalty4j.btyd.PurchaseModelChoice;

/**
 * The model of purchases that the user wants.
 *
 * @param none whether no forecast is wanted
 * @param choice the model named; empty if the adviser is to choose
 */
record ModelWish(boolean none, Optional<PurchaseModelChoice> choice) {
    static final ModelWish AUTO = new ModelWish(false, Optional.empty());

    static ModelWish parse(String value) {
        return switch (value) {
            case "auto" -> AUTO;
            case "none" -> new ModelWish(true, Optional.empty());
            default -> new ModelWish(false, Optional.of(choice(value)));
        };
    }

    private static PurchaseModelChoice choice(String value) {
        try {
            return PurchaseModelChoice.parse(value);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "expected one of auto, bgnbd, mbgnbd, paretonbd, nbd, bgcnbd-K, mbgcnbd-K and none, but was `"
                            + value + "`",
                    unknown);
        }
    }
}
