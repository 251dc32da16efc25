/**
 * Messages over TCP: lines of JSON, pipelined, answered in their order. Every connection belongs to one event loop, which is
 * the only thread that calls it.
 */
@NullMarked
package io.strowger.verticles.ingest;

import org.jspecify.annotations.NullMarked;
