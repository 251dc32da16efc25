package io.strowger.engine.command;

/** A command about one conversation, which may say for which version of it it was made, and why. */
public interface ConversationCommand extends Command {
    /** What it adds; empty at first. */
    Postscript postscript();
}
