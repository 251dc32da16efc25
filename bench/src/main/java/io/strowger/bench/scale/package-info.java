/**
 * {@code bench scale}: what a decision costs beside few and beside many waiting conversations, agents and signatures. Called
 * by the main thread.
 */
@NullMarked
package io.strowger.bench.scale;

import org.jspecify.annotations.NullMarked;
