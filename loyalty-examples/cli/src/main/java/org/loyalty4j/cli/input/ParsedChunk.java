package org.loyalty4j.cli.input;

import java.util.ArrayList;
import java.util.List;

/** What was read of a piece of a file: transactions, and the rows that cannot be used. */
final class ParsedChunk {
    final Chunk chunk;
    final List<RejectedRow> rejected = new ArrayList<>();
    TransactionColumns small = TransactionColumns.NONE; // of customers whose ids are their numbers
    TransactionColumns others = TransactionColumns.NONE; // of customers from the dictionary
    long lines;
    int end; // where the first row begins that has no end in the piece; not in the piece if there is none
    boolean broken; // takes a reader of characters

    ParsedChunk(Chunk chunk) {
        this.chunk = chunk;
        this.end = chunk.from();
    }

    int used() {
        return small.rows() + others.rows();
    }

    boolean isUnfinished() {
        return end < chunk.to();
    }
}
