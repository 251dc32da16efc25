package io.strowger.bench.rig;

import io.strowger.engine.pipeline.Topology;
import java.time.Duration;
import java.util.Properties;

/**
 * What one run puts on an engine. Immutable; goes to the measuring process as properties.
 *
 * @param pressure how the generator goes about it
 * @param perSecond messages a second; not looked at when closed
 * @param warmUp how long the load runs before it is measured
 * @param measured how long it is measured
 * @param topology the engine's threads
 * @param durable whether answers wait for the disk
 * @param journal whether there is a disk: without, the journal's bytes are made and thrown away
 * @param analysis whether the texts are understood, by all models
 * @param shape how the load is spread
 * @param textBytes length of the texts, bytes of UTF-8
 * @param seed of texts, distances and the choice of conversations
 * @param bareRing whether a bare ring gets the same schedule, in turns of a second
 */
public record RunPlan(
        Pressure pressure,
        double perSecond,
        Duration warmUp,
        Duration measured,
        Topology topology,
        boolean durable,
        boolean journal,
        boolean analysis,
        Shape shape,
        int textBytes,
        long seed,
        boolean bareRing) {
    public RunPlan {
        if (pressure != Pressure.CLOSED) {
            shape.schedule(perSecond, seed); // refuses what cannot be generated
        }
    }

    /** The same load at another rate and pressure. */
    public RunPlan at(Pressure otherPressure, double otherPerSecond) {
        return new RunPlan(
                otherPressure,
                otherPerSecond,
                warmUp,
                measured,
                topology,
                durable,
                journal,
                analysis,
                shape,
                textBytes,
                seed,
                bareRing);
    }

    /** The same load with another seed. */
    public RunPlan seeded(long otherSeed) {
        return new RunPlan(
                pressure, perSecond, warmUp, measured, topology, durable, journal, analysis, shape, textBytes,
                otherSeed, bareRing);
    }

    /** What a run takes, without what comes before and after. */
    public Duration duration() {
        return warmUp.plus(bareRing ? measured.multipliedBy(2) : measured);
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("pressure", pressure.name());
        properties.setProperty("perSecond", Double.toString(perSecond));
        properties.setProperty("warmUpNanos", Long.toString(warmUp.toNanos()));
        properties.setProperty("measuredNanos", Long.toString(measured.toNanos()));
        properties.setProperty("topology", topology.name());
        properties.setProperty("durable", Boolean.toString(durable));
        properties.setProperty("journal", Boolean.toString(journal));
        properties.setProperty("analysis", Boolean.toString(analysis));
        properties.setProperty("shape", shape.name());
        properties.setProperty("textBytes", Integer.toString(textBytes));
        properties.setProperty("seed", Long.toString(seed));
        properties.setProperty("bareRing", Boolean.toString(bareRing));
        return properties;
    }

    static RunPlan of(Properties properties) {
        return new RunPlan(
                Pressure.valueOf(properties.getProperty("pressure")),
                Double.parseDouble(properties.getProperty("perSecond")),
                Duration.ofNanos(Long.parseLong(properties.getProperty("warmUpNanos"))),
                Duration.ofNanos(Long.parseLong(properties.getProperty("measuredNanos"))),
                Topology.valueOf(properties.getProperty("topology")),
                Boolean.parseBoolean(properties.getProperty("durable")),
                Boolean.parseBoolean(properties.getProperty("journal")),
                Boolean.parseBoolean(properties.getProperty("analysis")),
                Shape.valueOf(properties.getProperty("shape")),
                Integer.parseInt(properties.getProperty("textBytes")),
                Long.parseLong(properties.getProperty("seed")),
                Boolean.parseBoolean(properties.getProperty("bareRing")));
    }
}
