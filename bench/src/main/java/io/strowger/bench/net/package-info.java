/**
 * Load over the network from a process of its own: connections with a pipeline, schedules kept whatever the server does,
 * answers checked, and servers started for the purpose. A run belongs to two threads that take turns: one keeps the schedule,
 * one takes answers.
 */
@NullMarked
package io.strowger.bench.net;

import org.jspecify.annotations.NullMarked;
