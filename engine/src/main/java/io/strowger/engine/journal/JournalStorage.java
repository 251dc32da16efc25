package io.strowger.engine.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The directory that a journal lives in. Files have plain names. {@link FileStorage} is the real one; tests put one in
 * its place whose disk fails or forgets. Safe for use by several threads.
 */
public interface JournalStorage {
    /**
     * Keeps everybody else out, until closed.
     *
     * @throws JournalException when somebody else is in
     */
    Closeable lock();

    /** The names of all files. */
    List<String> list() throws IOException;

    /** Makes a file that is not there yet, to be written and read. */
    JournalFile create(String name) throws IOException;

    /** Opens a file to be written and read. */
    JournalFile open(String name) throws IOException;

    /** Opens a file to be read. */
    JournalFile openToRead(String name) throws IOException;

    void rename(String from, String to) throws IOException;

    void delete(String name) throws IOException;

    /** Makes it durable which files there are. */
    void forceDirectory() throws IOException;

    /** Bytes that are free on the disk. */
    long usableBytes() throws IOException;

    /** The directory as the operator knows it. */
    String path();

    /** A file as the operator knows it. */
    default String path(String name) {
        return path() + "/" + name;
    }
}
