package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.rfm.RfmScores;

/**
 * The cells of recency and frequency in which response is looked at, and by which answers are weighted up: the first is that of the
 * prospects; the others go through the grid as a snake, so that cells beside each other in the list are neighbours in the grid.
 */
final class BehaviourCells implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The cell of the prospects. */
    static final String PROSPECTS = "no purchase";

    private final List<String> names;
    private final int[] cellOfCustomer;

    private BehaviourCells(List<String> names, int[] cellOfCustomer) {
        this.names = names;
        this.cellOfCustomer = cellOfCustomer;
    }

    static BehaviourCells of(RfmScores scores) {
        int bins = scores.scale().bins();
        List<String> names = new ArrayList<>();
        names.add(PROSPECTS);
        for (int r = 1; r <= bins; r++) {
            for (int i = 1; i <= bins; i++) {
                names.add("R" + r + " F" + (r % 2 == 1 ? i : bins + 1 - i));
            }
        }
        int[] cells = new int[scores.customerCount()];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = scores.of(c)
                    .map(score -> 1 + (score.r() - 1) * bins + (score.r() % 2 == 1 ? score.f() - 1 : bins - score.f()))
                    .orElse(0);
        }
        return new BehaviourCells(List.copyOf(names), cells);
    }

    List<String> names() {
        return names;
    }

    int[] cellOfCustomer() {
        return cellOfCustomer;
    }
}
