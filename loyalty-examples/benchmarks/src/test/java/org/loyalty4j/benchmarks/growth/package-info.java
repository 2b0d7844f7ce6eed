@NullMarked
package org.loyalty4j.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
