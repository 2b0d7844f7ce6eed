package org.loyalty4j.cli.input;

/**
 * A piece of a file that ends with a line. The array goes on for {@link #PADDING} bytes at least after it, of which the first
 * is a line break if the piece is the last one and lacks its own.
 *
 * @param number the number of the piece, from 0
 * @param bytes holds the piece
 * @param from where the piece begins
 * @param to where the piece ends, exclusive
 */
record Chunk(int number, byte[] bytes, int from, int to) {
    /** What follows a piece: whoever reads many bytes at a time may look at it. */
    static final int PADDING =
            2 * Math.max(Math.max(DateParser.REACH, ByteDecimal.REACH), Math.max(IdShape.REACH, IdDictionary.REACH));
}
