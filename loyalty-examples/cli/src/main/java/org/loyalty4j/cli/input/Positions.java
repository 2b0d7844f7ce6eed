package org.loyalty4j.cli.input;

import java.util.Arrays;
import java.util.List;

/** The places of a table's columns in the rows of one source. */
final class Positions {
    /** The place of a column that is not there. */
    static final int ABSENT = -1;

    private final int[] at;
    private final int needed;
    private int width;

    Positions(int[] at, int width) {
        this.at = at;
        this.width = width;
        int last = ABSENT;
        for (int position : at) {
            last = Math.max(last, position);
        }
        this.needed = last + 1;
    }

    /** The places of a table's columns in their usual order. */
    static Positions usual(Table table) {
        int[] at = new int[Role.values().length];
        Arrays.fill(at, ABSENT);
        List<Role> roles = table.roles().stream()
                .filter(role -> !role.defaultColumn().isEmpty())
                .toList();
        roles.forEach(role -> at[role.ordinal()] = roles.indexOf(role));
        return new Positions(at, roles.size());
    }

    int of(Role role) {
        return at[role.ordinal()];
    }

    boolean has(Role role) {
        return of(role) != ABSENT;
    }

    /** The number of fields of a row; 0 as long as it is not known. */
    int width() {
        return width;
    }

    /** The same columns, for another thread. */
    Positions copy() {
        return new Positions(at, width);
    }

    /**
     * Checks the number of fields of a row against the header. Without a header the first row that has all the columns
     * needed sets the number: a row of another width has most likely a stray delimiter in it.
     */
    boolean fits(Row row, Rejection why) {
        int fields = row.fieldCount();
        if (width == 0 && fields >= needed) {
            width = fields;
        }
        if (fields == width) {
            return true;
        }
        return why.because(
                RejectReason.WRONG_FIELD_COUNT,
                "the row has " + fields + (fields == 1 ? " field" : " fields") + ", expected "
                        + (width == 0 ? "at least " + needed : width));
    }
}
