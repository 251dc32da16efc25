package io.strowger.models.training;

/**
 * How a softmax regression is trained.
 *
 * @param bits buckets are numbers of that many bits
 * @param epochs passes over the examples
 * @param rate the learning rate of AdaGrad at the start; it falls to a tenth over the passes
 * @param smoothing the share of each label's probability that is spread over all labels
 * @param seed decides the order of the examples
 */
record SoftmaxSettings(int bits, int epochs, float rate, float smoothing, long seed) {}
