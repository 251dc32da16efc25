/**
 * Who calls: tokens, the key that signs them, and the files that hold them. Making and loading is cold; verifying is called
 * by event loops and is mostly a look into a cache.
 */
@NullMarked
package io.strowger.verticles.identity;

import org.jspecify.annotations.NullMarked;
