/**
 * Agents' sessions over WebSocket: what they say becomes commands, what is committed about them is sent to them. A session
 * belongs to its event loop; the live view's thread turns records into frames and hands them over.
 */
@NullMarked
package io.strowger.verticles.agents;

import org.jspecify.annotations.NullMarked;
