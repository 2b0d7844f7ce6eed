@NullMarked
package org.loyalty4j.benchmarks.data;

import org.jspecify.annotations.NullMarked;
