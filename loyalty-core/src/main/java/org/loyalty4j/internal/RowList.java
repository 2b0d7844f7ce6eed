package org.loyalty4j.internal;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** An immutable random-access list whose rows are made on demand from columns held elsewhere. */
public final class RowList<T> extends AbstractList<T> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    /** Makes the row at an index; serializable, so that the list is. */
    @FunctionalInterface
    public interface RowFactory<T> extends IntFunction<T>, Serializable {}

    private final int size;
    private final RowFactory<T> row;

    /** Creates a list of {@code size} rows. */
    public RowList(int size, RowFactory<T> row) {
        this.size = size;
        this.row = row;
    }

    @Override
    public T get(int index) {
        return row.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String toString() {
        return firstFew(this);
    }

    /** The rows of a list as text, of a long one only the first: a shell prints what it is given. */
    public static String firstFew(List<?> rows) {
        return rows.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", ", "[", ""))
                + (rows.size() > SHOWN ? ", ... " + (rows.size() - SHOWN) + " more]" : "]");
    }
}
