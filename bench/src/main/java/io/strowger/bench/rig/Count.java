package io.strowger.bench.rig;

/** What a run counts. Names are those of a file between two processes of the same build. */
enum Count {
    /** Messages taken while measured. */
    SENT,
    /** How often a message found no room. */
    REFUSED,
    /** Messages that were offered while measured: those taken, and those that were given up. */
    OFFERED,
    /** Length of the schedule. */
    SCHEDULED_NANOS,
    /** How long it took to send everything. */
    ELAPSED_NANOS,
    /** Agents' commands while measured. */
    AGENT_COMMANDS,
    /** Accepted offers that had been taken back, in the whole run. */
    CONFLICTS,
    /** Records of the whole run. */
    RECORDS,
    /** Batches made durable in the whole run. */
    COMMITS,
    /** Messages of the whole run, warm-up included. */
    ALL_MESSAGES,
    /** Of those, the ones that were compared with the reference router. */
    COMPARED_MESSAGES,
    /** The most conversations that an agent had at once. */
    HIGHEST_LOAD,
    /** What the engine's stages allocated while measured. */
    STAGE_BYTES,
    /** Garbage collections while measured. */
    COLLECTIONS,
    /** What they took together. */
    COLLECTION_MILLIS,
    /** Processor time of the process while measured. */
    CPU_NANOS,
    /** How long that was: with a bare ring, its turns too. */
    WALL_NANOS
}
