/**
 * Which models analyze an organization's messages: changed on a running server or in a data directory at rest, followed in the
 * shadow, shown. Called by worker threads and by the command line; one change at a time.
 */
@NullMarked
package io.strowger.verticles.models;

import org.jspecify.annotations.NullMarked;
