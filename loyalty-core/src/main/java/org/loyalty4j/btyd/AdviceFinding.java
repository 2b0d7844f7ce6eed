package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.internal.Checks;

/**
 * Something about the data that a user of a model should know.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the number is not finite.
 *
 * @param topic what it is about, and how much it matters
 * @param number the number behind it, as the topic says; finite
 * @param text what was found and what to do, in words
 */
public record AdviceFinding(AdviceTopic topic, double number, LocalizedText text) implements Serializable {

    public AdviceFinding {
        Objects.requireNonNull(topic, "topic");
        Checks.finite(number, "number");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return topic.severity() + " " + topic.key() + ": " + text;
    }
}
