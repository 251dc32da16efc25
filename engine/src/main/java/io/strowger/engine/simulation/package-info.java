/**
 * Discrete-event simulation: customers and agents who exist only as random numbers, and the real {@link
 * io.strowger.engine.routing.Router}, which decides about them through its commands in virtual time. A library: whoever has
 * a {@link io.strowger.engine.simulation.Scenario} gets a {@link io.strowger.engine.simulation.SimulationResult}, without
 * files, clocks or threads. One thread runs a simulation from its beginning to its end.
 */
@NullMarked
package io.strowger.engine.simulation;

import org.jspecify.annotations.NullMarked;
