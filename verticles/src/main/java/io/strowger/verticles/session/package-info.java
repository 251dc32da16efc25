/**
 * What every kind of connection shares: publishing commands from an event loop and getting the answers back to it, the
 * stream of committed events, and the problems that refusals become. Each class says which thread calls it.
 */
@NullMarked
package io.strowger.verticles.session;

import org.jspecify.annotations.NullMarked;
