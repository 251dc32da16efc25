/** The record: one entry of the journal, holding a command, the analysis and the events that the command led to. Written by the deciding thread, read by recovery and by every projection. */
@NullMarked
package io.strowger.engine.record;

import org.jspecify.annotations.NullMarked;
