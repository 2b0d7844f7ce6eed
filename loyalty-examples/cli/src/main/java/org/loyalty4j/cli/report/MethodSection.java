package org.loyalty4j.cli.report;

import java.util.List;
import org.loyalty4j.cli.report.Block.Term;

/** How each number is read. */
final class MethodSection {

    private static final List<String> TERMS = List.of(
            "asof",
            "occasion",
            "refund",
            "rfm",
            "segment",
            "gini",
            "nps",
            "weighting",
            "attitude",
            "quadrant",
            "noise",
            "churn",
            "survival",
            "threshold",
            "risk",
            "value",
            "model",
            "alive",
            "residual",
            "backtest",
            "interval");

    private MethodSection() {}

    static Section of(Edition edition) {
        List<Term> terms = TERMS.stream()
                .map(term -> new Term(
                        edition.text("method." + term),
                        edition.text(
                                "method." + term + ".text", edition.numbers().level(edition.confidence()))))
                .toList();
        return Section.of("method", edition, Block.terms(terms));
    }
}
