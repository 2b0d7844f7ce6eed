package org.loyalty4j.cli.input;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.cli.input.TransactionColumns.Extent;

/** What was read of a piece of a file: transactions, and the rows that cannot be used. */
final class ParsedChunk {
    final Chunk chunk;
    final List<RejectedRow> rejected = new ArrayList<>();
    Extent serials; // of customers whose ids are of the shape most have
    Extent others; // of customers from the dictionary
    long lines;
    int end; // where the first row begins that has no end in the piece; not in the piece if there is none
    boolean broken; // takes a reader of characters

    ParsedChunk(Chunk chunk, Extent serials, Extent others) {
        this.chunk = chunk;
        this.end = chunk.from();
        this.serials = serials;
        this.others = others;
    }

    int used() {
        return serials.rows() + others.rows();
    }

    boolean isUnfinished() {
        return end < chunk.to();
    }
}
