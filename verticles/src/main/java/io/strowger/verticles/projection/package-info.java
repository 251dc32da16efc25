/**
 * Copies of the journal for readers: in memory, in PostgreSQL, in Redis. Each projection tails the committed records on a
 * thread of its own, at its own pace, and keeps its own position; a slow or dead one never holds up the ring. Views are read
 * from event loops.
 */
@NullMarked
package io.strowger.verticles.projection;

import org.jspecify.annotations.NullMarked;
