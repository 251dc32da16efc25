/**
 * {@code bench batch}: what it brings to match conversations and agents in batches, and what it costs in waiting. Nothing is timed; the real
 * router decides in virtual time. One thread.
 */
@NullMarked
package io.strowger.bench.batch;

import org.jspecify.annotations.NullMarked;
