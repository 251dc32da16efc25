/**
 * Opening hours: weekly hours in a time zone with exceptions for single dates, turned into instants, so that time can be
 * counted while it is open. Used by the deciding thread, which stores what it computed here in events: a later change of the
 * zones' rules changes nothing that was decided.
 */
@NullMarked
package io.strowger.engine.calendar;

import org.jspecify.annotations.NullMarked;
