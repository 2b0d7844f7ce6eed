/** Made-up customers, so that everything can be tried and shown without anybody's data. */
@NullMarked
package org.loyalty4j.cli.simulate;

import org.jspecify.annotations.NullMarked;
