package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which model to use for some data, and why.
 *
 * @param choiceOrNull the model to use: the one that suits the data, or one that the user wants whatever the data say; null where
 *     none can be fitted
 * @param comparisonOrNull the models fitted to find out; null where none was
 * @param findings what else to know of the data
 */
public record ModelAdvice(
        @Nullable PurchaseModelChoice choiceOrNull,
        @Nullable ModelComparison comparisonOrNull,
        List<AdviceFinding> findings)
        implements Serializable {

    public ModelAdvice {
        findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    }

    /**
     * The model to use.
     *
     * @return the choice; empty where no model can be fitted
     */
    public Optional<PurchaseModelChoice> choice() {
        return Optional.ofNullable(choiceOrNull);
    }

    /**
     * The models fitted to find out.
     *
     * @return the comparison; empty where no model can be fitted, or the choice was the user's
     */
    public Optional<ModelComparison> comparison() {
        return Optional.ofNullable(comparisonOrNull);
    }

    /**
     * What was found on a topic.
     *
     * @param topic the topic
     * @return the finding; empty if there is nothing to say
     */
    public Optional<AdviceFinding> finding(AdviceTopic topic) {
        Objects.requireNonNull(topic, "topic");
        return findings.stream().filter(finding -> finding.topic() == topic).findFirst();
    }

    @Override
    public String toString() {
        return findings.stream()
                .map(finding -> finding + "\n")
                .collect(Collectors.joining(
                        "", "Use " + choice().map(PurchaseModelChoice::name).orElse("no model") + ".\n", ""));
    }
}
