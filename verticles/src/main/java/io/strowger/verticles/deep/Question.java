package io.strowger.verticles.deep;

import io.strowger.models.Analysis;

/**
 * A message that the inline model was unsure of.
 *
 * @param organization the organization's number
 * @param conversation the conversation's id
 * @param sequence of the message's record
 * @param message the message as a command's bytes, owned by the question
 * @param analysis what the inline model answered, with stable label numbers
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Question(int organization, long conversation, long sequence, byte[] message, Analysis analysis) {}
