/** Made-up data, the same for a seed on any machine. */
@NullMarked
package org.loyalty4j.benchmarks.data;

import org.jspecify.annotations.NullMarked;
