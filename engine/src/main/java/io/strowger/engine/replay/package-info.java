/**
 * Replays a journal against another configuration: what would have become of yesterday's conversations? The router decides
 * anew; messages, agents' presence, customers who left and the clock come from the journal; what agents did with the
 * conversations they got is taken from it where they get them again, else made from how long it took then. One thread.
 */
@NullMarked
package io.strowger.engine.replay;

import org.jspecify.annotations.NullMarked;
