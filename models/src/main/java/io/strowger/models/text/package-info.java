/**
 * From UTF-8 bytes to hashed n-gram features in one pass, without allocating: folding by tables of our own (the same on
 * every JDK), scripts, words and characters. A scanner belongs to the thread that calls it.
 */
@NullMarked
package io.strowger.models.text;

import org.jspecify.annotations.NullMarked;
