/** Quantiles and special functions; the only package that imports commons-math3. Not part of the API. */
@NullMarked
package org.loyalty4j.internal.math;

import org.jspecify.annotations.NullMarked;
