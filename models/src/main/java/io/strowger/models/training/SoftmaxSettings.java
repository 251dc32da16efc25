package io.strowger.models.training;

/**
 * How a softmax regression is trained.
 *
 * @param bits buckets are numbers of that many bits
 * @param epochs passes over the examples
 * @param rate the learning rate of AdaGrad at the start; it falls to a tenth over the passes
 * @param wholeWords how many times faster the weights of whole words are learned than those of their parts
 * @param dropout the share of a text's features that is left out, others each time; from 0 to less than 1
 * @param members regressions, each with another seed, whose weights are averaged
 * @param seed decides the order of the examples and what is left out
 */
record SoftmaxSettings(int bits, int epochs, float rate, float wholeWords, float dropout, int members, long seed) {
    /** One regression over features of one kind, of which none is left out. */
    static SoftmaxSettings plain(int bits, int epochs, float rate, long seed) {
        return new SoftmaxSettings(bits, epochs, rate, 1, 0, 1, seed);
    }
}
