package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.internal.Checks;

/**
 * A named group of customers.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the key is blank.
 *
 * @param key a stable key for files and databases, such as {@code at_risk}; not blank
 * @param name the name for people
 */
public record Segment(String key, LocalizedText name) implements Serializable {

    /** The segment of customers who have not bought yet and so have no score. */
    public static final Segment NO_PURCHASE = new Segment("no_purchase", new LocalizedText("No Purchase", "未購入"));

    public Segment {
        Checks.notBlank(key, "key");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
        return name.english();
    }
}
