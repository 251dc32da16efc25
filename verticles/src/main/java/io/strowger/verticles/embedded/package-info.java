/**
 * PostgreSQL and Redis as real servers in the data directory, for an installation that brings none of its own: unpacked,
 * initialised, started, found again after a crash, and stopped. Called at start and at shutdown, by threads that may wait.
 */
@NullMarked
package io.strowger.verticles.embedded;

import org.jspecify.annotations.NullMarked;
