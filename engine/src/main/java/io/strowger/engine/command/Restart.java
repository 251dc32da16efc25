package io.strowger.engine.command;

/** The first command after a recovery: with the labels of the models in force. */
public final class Restart extends LabelsCommand {
    @Override
    public CommandKind kind() {
        return CommandKind.RESTART;
    }
}
