/** Argument checks and small shared plumbing; not part of the API and free to change in any release. */
@NullMarked
package org.loyalty4j.internal;

import org.jspecify.annotations.NullMarked;
