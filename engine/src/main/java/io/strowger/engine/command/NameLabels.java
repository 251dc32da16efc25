package io.strowger.engine.command;

/** Gives the labels of a further model their stable numbers, before it analyzes its first message. */
public final class NameLabels extends LabelsCommand {
    @Override
    public CommandKind kind() {
        return CommandKind.NAME_LABELS;
    }
}
