/** Runs the ways to do a work side by side, checks that their answers agree, and prints the figures. */
@NullMarked
package org.loyalty4j.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
