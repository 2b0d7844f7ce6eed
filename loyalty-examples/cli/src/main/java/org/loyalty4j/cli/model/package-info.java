/** The commands that fit a purchase or spend model, score histories with one, and show how good it was. */
@NullMarked
package org.loyalty4j.cli.model;

import org.jspecify.annotations.NullMarked;
