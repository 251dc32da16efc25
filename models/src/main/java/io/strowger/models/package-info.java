/**
 * What the engine sees of the text models: an analyzer, its answer, and the names of the labels. An analyzer belongs to
 * the thread that calls it; everything else here is immutable or owned by the caller.
 */
@NullMarked
package io.strowger.models;

import org.jspecify.annotations.NullMarked;
