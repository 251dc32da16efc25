/** What a program that embeds the engine uses: build one, publish messages, read decisions, follow the journal. */
@NullMarked
package io.strowger.engine;

import org.jspecify.annotations.NullMarked;
