package io.strowger.verticles.demo;

/** Shows the demonstration while it runs. One thread calls it. */
interface Watcher {
    /** How often {@link #show} wants to be called. */
    long intervalMillis();

    void show(StagePicture picture);

    /** Leaves standard output as it was. */
    void close();
}
