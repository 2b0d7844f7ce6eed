package org.loyalty4j.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers under their names. */
public final class NamedValues {
    private NamedValues() {}

    /** An unmodifiable map in the order of the names. */
    public static Map<String, Double> of(List<String> names, double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return Collections.unmodifiableMap(named);
    }
}
