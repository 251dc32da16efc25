/** The journal: segment files of checksummed records, group commit, recovery of a torn tail, and readers for projections. */
@NullMarked
package io.strowger.engine.journal;

import org.jspecify.annotations.NullMarked;
