package org.loyalty4j.benchmarks.compare;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what the sides found with what the first of them found, which is this library. */
final class Judge {
    /** What a fit may lose: as much as one parameter does that is a standard error from the best. */
    private static final double LOSS = 0.5;

    /** What a fit may gain before this library is not at the optimum. */
    private static final double GAIN = 0.01;

    private final Check check;
    private @Nullable SideProcess first;
    private double[] ours = {};
    private double logLikelihood;

    Judge(Check check) {
        this.check = check;
    }

    /** The verdict on a side; none on the first. */
    @Nullable
    Verdict verdict(SideProcess side, String key) throws IOException {
        Optional<String> whyNone = side.writeAnswer(key);
        if (whyNone.isPresent()) {
            return new Verdict(true, "not compared: " + whyNone.get());
        }
        double[] answer = side.answer(key);
        if (first == null) {
            first = side;
            ours = answer;
            logLikelihood = check == Check.FIT ? side.judge(key) : 0;
            return null;
        }
        Verdict verdict = check.of(ours, answer);
        return check == Check.FIT && verdict.agree() ? fit(verdict, key, first.judge(key) - logLikelihood) : verdict;
    }

    private static Verdict fit(Verdict verdict, String key, double gain) {
        if (gain > GAIN) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "this library is not at the optimum: %s is better by %.2g", key, gain));
        }
        return new Verdict(gain >= -LOSS, String.format(Locale.ROOT, "%s, log-likelihood %+.1e", verdict.text(), gain));
    }
}
