/**
 * The deep tier: packaged sentence encoders run by ONNX Runtime behind DJL, and heads over their vectors. Milliseconds a
 * text, so never on the ring's threads: an encoder belongs to the thread that calls it (the deep tier's, a training, an
 * evaluation). ONNX Runtime, the tokenizer and the encoders are optional dependencies; nothing here touches the network.
 */
@NullMarked
package io.strowger.models.deep;

import org.jspecify.annotations.NullMarked;
