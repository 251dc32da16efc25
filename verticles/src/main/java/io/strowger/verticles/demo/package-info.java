/**
 * The demonstration: a server of its own, customers who write over HTTP and TCP, agents who work over WebSocket, a picture
 * of it all, and a count in the end. Everything goes through the server's public surfaces. The simulation runs on one event
 * loop, the picture on a thread of its own; they meet in {@link io.strowger.verticles.demo.Tally}.
 */
@NullMarked
package io.strowger.verticles.demo;

import org.jspecify.annotations.NullMarked;
