/** The analysis of the library on Apache Spark: the same answers, to the bit, for more customers than one machine holds. */
@NullMarked
package org.loyalty4j.spark;

import org.jspecify.annotations.NullMarked;
