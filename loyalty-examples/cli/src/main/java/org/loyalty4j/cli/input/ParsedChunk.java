package org.loyalty4j.cli.input;

import java.util.ArrayList;
import java.util.List;

/** What was read of a piece of a file: transactions, and the rows that cannot be used. */
final class ParsedChunk {
    private static final int LIKELY_ROW = 16; // bytes, at the least

    final Chunk chunk;
    final TransactionColumns transactions;
    final List<RejectedRow> rejected = new ArrayList<>();
    long lines;
    int end; // where the first row begins that has no end in the piece; not in the piece if there is none
    boolean broken; // takes a reader of characters

    ParsedChunk(Chunk chunk) {
        this.chunk = chunk;
        this.end = chunk.from();
        this.transactions = new TransactionColumns((chunk.to() - chunk.from()) / LIKELY_ROW);
    }

    boolean isUnfinished() {
        return end < chunk.to();
    }
}
