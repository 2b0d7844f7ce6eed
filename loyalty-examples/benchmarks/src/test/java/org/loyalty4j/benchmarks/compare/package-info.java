@NullMarked
package org.loyalty4j.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
