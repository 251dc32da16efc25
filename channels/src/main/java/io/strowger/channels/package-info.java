/**
 * The formats that callers of every channel share: the message as it comes in, the answer as it goes out, events, problems
 * and public ids. Nothing here owns a socket or a thread; parsers and writers are reused by one event loop at a time.
 */
@NullMarked
package io.strowger.channels;

import org.jspecify.annotations.NullMarked;
