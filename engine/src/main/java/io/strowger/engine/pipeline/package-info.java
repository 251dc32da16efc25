/** The ring and its stages: analyze, decide, commit, complete. Each handler is called by one thread. */
@NullMarked
package io.strowger.engine.pipeline;

import org.jspecify.annotations.NullMarked;
