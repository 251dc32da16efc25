/**
 * The server's configuration and the organization's: read from YAML and JSON with the place of every value, checked
 * completely, and turned into records. Cold: called by the starting thread and by the command line, safe for any thread.
 */
@NullMarked
package io.strowger.verticles.config;

import org.jspecify.annotations.NullMarked;
