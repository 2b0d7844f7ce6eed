@NullMarked
package org.loyalty4j.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
