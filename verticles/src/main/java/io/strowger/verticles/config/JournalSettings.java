package io.strowger.verticles.config;

/**
 * The journal's files.
 *
 * @param segmentBytes the size of one file
 * @param maxBytes the size of all files together beyond which new work is refused
 * @param minimumFreeBytes how much of the disk must stay free
 */
public record JournalSettings(int segmentBytes, long maxBytes, long minimumFreeBytes) {}
