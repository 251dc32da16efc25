package io.strowger.models.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.util.passthrough.PassthroughNDManager;
import org.jspecify.annotations.Nullable;

/** DJL's view of the inline tier: arrays pass through untouched, models are directories of linear weights. */
public final class StrowgerEngine extends Engine {
    /** What {@code Criteria.optEngine} calls it. */
    public static final String NAME = "Strowger";

    /** Behind every engine with arrays of its own: nobody gets this one without asking for it. */
    static final int RANK = 100;

    private static final String VERSION = "1";

    @Override
    public @Nullable Engine getAlternativeEngine() {
        return null;
    }

    @Override
    public String getEngineName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return RANK;
    }

    @Override
    public String getVersion() {
        return VERSION;
    }

    @Override
    public boolean hasCapability(String capability) {
        return false;
    }

    @Override
    public Model newModel(String name, Device device) {
        return new InlineDjlModel(name, newBaseManager(device));
    }

    @Override
    public NDManager newBaseManager() {
        return newBaseManager(Device.cpu());
    }

    @Override
    public NDManager newBaseManager(Device device) {
        return new PassthroughNDManager(this, Device.cpu());
    }
}
