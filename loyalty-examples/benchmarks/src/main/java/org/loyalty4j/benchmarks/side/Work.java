package org.loyalty4j.benchmarks.side;

import java.nio.file.Path;

/**
 * How much is to be done, and with what.
 *
 * @param rows the transactions; of no meaning where the data are customers
 * @param customers the customers
 * @param seed of the data
 * @param threads how many threads a side may use
 * @param folder where files of data are kept
 */
public record Work(int rows, int customers, long seed, int threads, Path folder) {}
