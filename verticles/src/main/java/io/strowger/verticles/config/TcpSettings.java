package io.strowger.verticles.config;

import java.time.Duration;

/**
 * TCP with JSON lines.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param lineLimitBytes the longest line
 * @param tokenTimeout within which a connection must send its token
 * @param pendingAnswers answers a connection may wait for before no more of it is read
 * @param pendingBytes bytes of answers it may have pending
 */
public record TcpSettings(
        String host, int port, int lineLimitBytes, Duration tokenTimeout, int pendingAnswers, int pendingBytes) {}
