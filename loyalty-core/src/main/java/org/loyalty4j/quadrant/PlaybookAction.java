package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.internal.Checks;

/**
 * Something to do for the customers of a quadrant or one of its segments, and why.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the key is blank.
 *
 * @param key a stable key for files and databases, not blank
 * @param action what to do
 * @param reason why
 */
public record PlaybookAction(String key, LocalizedText action, LocalizedText reason) implements Serializable {

    public PlaybookAction {
        Checks.notBlank(key, "key");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(reason, "reason");
    }
}
