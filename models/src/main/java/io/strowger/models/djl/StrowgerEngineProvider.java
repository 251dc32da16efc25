package io.strowger.models.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineProvider;

/** Found by DJL through its service file. */
public final class StrowgerEngineProvider implements EngineProvider {
    @Override
    public String getEngineName() {
        return StrowgerEngine.NAME;
    }

    @Override
    public int getEngineRank() {
        return StrowgerEngine.RANK;
    }

    @Override
    public Engine getEngine() {
        return Holder.ENGINE;
    }

    private static final class Holder {
        static final Engine ENGINE = new StrowgerEngine();
    }
}
