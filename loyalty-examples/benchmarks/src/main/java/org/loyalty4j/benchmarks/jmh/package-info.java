/** The inner loops, measured by JMH. */
@NullMarked
package org.loyalty4j.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
