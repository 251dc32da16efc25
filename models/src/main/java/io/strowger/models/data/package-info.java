/**
 * Labelled texts in TSV files, read strictly: every problem is reported with its file and line. Used by training and
 * evaluation, by one thread, never by the ring.
 */
@NullMarked
package io.strowger.models.data;

import org.jspecify.annotations.NullMarked;
