@NullMarked
package org.loyalty4j.benchmarks.side;

import org.jspecify.annotations.NullMarked;
