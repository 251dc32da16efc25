package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A customer's message. Empty slices stand for what the source did not give. */
public final class ReceiveMessage implements Command {
    /** The channel's id. */
    public final Bytes channel = new Bytes();

    /** The source's id of the message. */
    public final Bytes externalId = new Bytes();

    /** The source's id of the conversation. */
    public final Bytes conversationKey = new Bytes();

    /** The source's id of the contact. */
    public final Bytes contactId = new Bytes();

    /** The contact's name. */
    public final Bytes contactName = new Bytes();

    /** The contact's tier. */
    public final Bytes contactTier = new Bytes();

    /** The language the contact is known to speak. */
    public final Bytes contactLanguage = new Bytes();

    /** Keys and values one after the other, each behind its length; see {@link Attributes}. */
    public final Bytes attributes = new Bytes();

    /** The text, UTF-8. */
    public final Bytes text = new Bytes();

    @Override
    public CommandKind kind() {
        return CommandKind.RECEIVE_MESSAGE;
    }

    @Override
    public int encodedBytes() {
        return 36
                + channel.length()
                + externalId.length()
                + conversationKey.length()
                + contactId.length()
                + contactName.length()
                + contactTier.length()
                + contactLanguage.length()
                + attributes.length()
                + text.length();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(channel);
        out.writeBytes(externalId);
        out.writeBytes(conversationKey);
        out.writeBytes(contactId);
        out.writeBytes(contactName);
        out.writeBytes(contactTier);
        out.writeBytes(contactLanguage);
        out.writeBytes(attributes);
        out.writeBytes(text);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(channel);
        in.readBytes(externalId);
        in.readBytes(conversationKey);
        in.readBytes(contactId);
        in.readBytes(contactName);
        in.readBytes(contactTier);
        in.readBytes(contactLanguage);
        in.readBytes(attributes);
        in.readBytes(text);
    }
}
