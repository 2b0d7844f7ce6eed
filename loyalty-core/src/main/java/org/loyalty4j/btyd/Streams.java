package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.Draws;

/** Which random numbers are whose: a stream for each new customer and for each draw of each known one. */
final class Streams {
    private Streams() {}

    /** What is drawn: so that two simulators of one seed share no number. */
    enum Kind {
        PURCHASES(1),
        OPPORTUNITIES(2),
        SPEND(3);

        private final long number;

        Kind(long number) {
            this.number = number;
        }

        Draws newCustomer(long seed, long index) {
            return Draws.of(seed, number, index);
        }

        Draws future(long seed, long customer, long draw) {
            return Draws.of(seed, -number, customer, draw);
        }
    }

    /** A number for an id, the same wherever the customer stands in the data: FNV-1a over its characters. */
    static long hash(String customerId) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < customerId.length(); i++) {
            hash = (hash ^ customerId.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
