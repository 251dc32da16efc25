/**
 * What happened, in figures: counts, times and waits by queue, agent and channel, since the beginning and by quarters of an
 * hour. What {@code Explainer} of the routing package collects while it reads the journal, and tells as plain values. The
 * collecting classes belong to the thread that reads, which copies them in a moment into a
 * {@link io.strowger.engine.statistics.StatisticsExtract}; adding that up takes longer, and any thread can do it.
 * {@link io.strowger.engine.statistics.StatisticsSnapshot} and what it holds is for any thread.
 */
@NullMarked
package io.strowger.engine.statistics;

import org.jspecify.annotations.NullMarked;
