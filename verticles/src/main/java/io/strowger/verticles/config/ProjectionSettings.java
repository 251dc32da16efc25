package io.strowger.verticles.config;

import java.time.Duration;

/**
 * How projections write.
 *
 * @param batchRecords journal records in one transaction at most
 * @param retry how long to wait for a store that did not answer
 */
public record ProjectionSettings(int batchRecords, Duration retry) {}
