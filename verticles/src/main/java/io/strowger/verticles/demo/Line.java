package io.strowger.verticles.demo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** A connection over which customers' messages go. Belongs to the simulation's event loop. */
interface Line {
    Transport transport();

    /**
     * Sends a message.
     *
     * @return the answer or the problem object; fails when the connection does
     */
    Future<JsonObject> send(JsonObject message);

    void close();
}
