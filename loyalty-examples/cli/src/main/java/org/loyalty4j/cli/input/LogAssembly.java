package org.loyalty4j.cli.input;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.loyalty4j.data.LogLoader;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Parallel;

/** Gathers what was read of the pieces of a file, and makes a log of it. For one thread at a time. */
final class LogAssembly {
    private final IdDictionary ids;
    private final SerialIds serialIds;
    private final Set<TransactionColumns> serials = new LinkedHashSet<>();
    private final Set<TransactionColumns> others = new LinkedHashSet<>();

    /** Creates an assembly of rows whose customers are in a dictionary or have an id of a shape. */
    LogAssembly(IdDictionary ids, IdShape shape) {
        this.ids = ids;
        this.serialIds = new SerialIds(shape);
    }

    void add(ParsedChunk parsed) {
        serials.add(parsed.serials.columns());
        others.add(parsed.others.columns());
    }

    /** Takes the ids that one thread met. */
    void addAll(SerialIds met) {
        serialIds.addAll(met);
    }

    /**
     * The log, once all is there.
     *
     * @param customers ids of customers who need not have a transaction
     * @param mistaken true if there may be ids that no row has
     */
    TransactionLog log(Collection<String> customers, boolean mistaken, LogLoader loader, Parallel parallel) {
        List<String> dictionary = new ArrayList<>(serialIds.texts(parallel));
        int numbered = dictionary.size();
        dictionary.addAll(ids.ids());
        int[] first = ids.firstOfShards();
        List<TransactionColumns> all = new ArrayList<>(serials);
        all.addAll(others);
        parallel.forEach(all.size(), i -> {
            all.get(i).compact();
            all.get(i)
                    .renumber(
                            i < serials.size()
                                    ? serialIds::place
                                    : number -> numbered + IdDictionary.place(number, first));
        });
        if (mistaken) {
            dictionary = withoutUnused(dictionary, all);
        }
        dictionary.addAll(customers);
        return loader.ofChunks(
                dictionary, all.stream().map(TransactionColumns::chunk).toList());
    }

    private static List<String> withoutUnused(List<String> dictionary, List<TransactionColumns> all) {
        BitSet used = new BitSet(dictionary.size());
        for (TransactionColumns rows : all) {
            for (int row = 0; row < rows.rows(); row++) {
                used.set(rows.customer(row));
            }
        }
        int[] newNumber = new int[dictionary.size()];
        List<String> kept = new ArrayList<>();
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            newNumber[i] = kept.size();
            kept.add(dictionary.get(i));
        }
        all.forEach(rows -> rows.renumber(number -> newNumber[number]));
        return kept;
    }
}
