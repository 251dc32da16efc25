package io.strowger.bench.peers;

import io.strowger.bench.net.AnswerCheck;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Every answer must end like this one. Stateless. */
final class ConstantAnswers implements AnswerCheck {
    private final byte[] ending;

    ConstantAnswers(String ending) {
        this.ending = ending.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Verdict check(long number, int connection, byte[] bytes, int from, int to) {
        int start = to - ending.length;
        return start >= from && Arrays.equals(bytes, start, to, ending, 0, ending.length)
                ? Verdict.GOOD
                : Verdict.WRONG;
    }
}
