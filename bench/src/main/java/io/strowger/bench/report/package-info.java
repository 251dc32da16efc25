/**
 * What a benchmark found, and its forms: a table and JSON on standard output, and a results folder with CSV, raw
 * histograms, the environment and a drawn report that opens from disk. Called by the main thread, after measuring.
 */
@NullMarked
package io.strowger.bench.report;

import org.jspecify.annotations.NullMarked;
