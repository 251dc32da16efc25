package io.strowger.models.explain;

import io.strowger.models.text.Script;
import java.util.List;

/**
 * Why a model answered a text as it did.
 *
 * @param version the model's version
 * @param script the one that most letters of the text belong to
 * @param bytesRead bytes of the text that were read; what lies behind them had no say
 * @param heads each head's answer and its reasons
 */
public record Explanation(String version, Script script, int bytesRead, List<HeadExplanation> heads) {
    public Explanation {
        heads = List.copyOf(heads);
    }
}
