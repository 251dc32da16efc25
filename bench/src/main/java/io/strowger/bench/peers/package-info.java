/**
 * Strowger side by side with what else one could use: each peer is measured in turns with ours, within one run, and what is
 * said are ratios with their spread. One thread drives a comparison; contenders have threads and processes of their own,
 * which a {@link io.strowger.bench.peers.Ground} ends whatever happens.
 */
@NullMarked
package io.strowger.bench.peers;

import org.jspecify.annotations.NullMarked;
