/** How fast the library is. */
@NullMarked
package org.loyalty4j.benchmarks;

import org.jspecify.annotations.NullMarked;
