package io.strowger.models.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineProvider;
import io.strowger.models.deep.Offline;

/** Found by DJL through its service file, before DJL does anything else. */
public final class StrowgerEngineProvider implements EngineProvider {
    /** Made by DJL: the last moment to keep it off the network. */
    public StrowgerEngineProvider() {
        Offline.ensure();
    }

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
