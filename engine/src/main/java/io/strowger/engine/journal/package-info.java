/**
 * The journal: segment files of checksummed records, group commit, recovery of a torn tail, and readers for projections. The
 * committing thread appends and commits; a thread of its own makes the next segment ahead; each projection reads files with
 * a reader on its own thread and meets the writer in one number only, the position up to which everything is durable.
 */
@NullMarked
package io.strowger.engine.journal;

import org.jspecify.annotations.NullMarked;
