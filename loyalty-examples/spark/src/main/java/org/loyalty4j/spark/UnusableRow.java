package org.loyalty4j.spark;

import org.loyalty4j.cli.input.RejectReason;

/** Says why a row cannot be used, by the reasons under which the command line counts such rows too. */
final class UnusableRow extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    UnusableRow(RejectReason reason) {
        super(reason.key(), null, false, false); // there may be millions: without a stack
        this.reason = reason;
    }

    RejectReason reason() {
        return reason;
    }
}
