/**
 * Why the inline models answered a text as they did: the n-grams that spoke for a label and against it. Cold code, any
 * thread; every explanation scans the text again.
 */
@NullMarked
package io.strowger.models.explain;

import org.jspecify.annotations.NullMarked;
