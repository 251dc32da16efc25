package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** What the latest message says about its conversation. Labels are stable numbers, see {@link LabelsNamed}; confidences and the score are in ten-thousandths. */
public final class ConversationScored implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Label number, -1 when not known. */
    public int language;

    /** Label number, -1 when not known. */
    public int intent;

    /** Label number, -1 when not known. */
    public int sentiment;

    /** Label number, -1 when not known. */
    public int emotion;

    /** Label number, -1 when not known. */
    public int urgency;

    /** From -10,000 to 10,000. */
    public int sentimentScore;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_SCORED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(language);
        out.writeInt(intent);
        out.writeInt(sentiment);
        out.writeInt(emotion);
        out.writeInt(urgency);
        out.writeInt(sentimentScore);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        language = in.readInt();
        intent = in.readInt();
        sentiment = in.readInt();
        emotion = in.readInt();
        urgency = in.readInt();
        sentimentScore = in.readInt();
    }
}
