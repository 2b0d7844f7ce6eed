/** The ways to do a work, each run in a process of its own. */
@NullMarked
package org.loyalty4j.benchmarks.side;

import org.jspecify.annotations.NullMarked;
