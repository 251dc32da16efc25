/**
 * {@code bench recovery}: journals of several sizes, written by the engine's own stages, and processes that start from them.
 * Called by the main thread.
 */
@NullMarked
package io.strowger.bench.recovery;

import org.jspecify.annotations.NullMarked;
