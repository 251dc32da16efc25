package io.strowger.engine.replay;

import io.strowger.engine.command.AssignConversation;
import io.strowger.engine.command.AwaitCustomer;
import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.ConversationCommand;
import io.strowger.engine.command.CustomerPresence;
import io.strowger.engine.command.NoteReply;
import io.strowger.engine.command.ParkConversation;
import io.strowger.engine.command.ScheduleConversation;
import io.strowger.engine.command.TransferConversation;
import io.strowger.engine.command.UnassignConversation;
import io.strowger.engine.command.UpdateAttributes;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;

/** A recorded command about a conversation, which has another id when it is replayed. Immutable. */
record Dependent(CommandKind kind, byte[] bytes) {
    /** Whether commands of that kind are about a conversation that an agent has. */
    static boolean isByAgent(CommandKind kind) {
        return kind == CommandKind.COMPLETE
                || kind == CommandKind.TRANSFER
                || kind == CommandKind.AWAIT_CUSTOMER
                || kind == CommandKind.NOTE_REPLY
                || kind == CommandKind.UNASSIGN;
    }

    static Dependent of(CommandKind kind, Bytes command) {
        return new Dependent(kind, command.toArray());
    }

    /** The conversation that it was about. */
    long conversation() {
        return conversation(read());
    }

    /** The command about another conversation, for whichever version of it there is. */
    ConversationCommand about(long conversation) {
        ConversationCommand command = read();
        command.postscript().expectedVersion = 0;
        if (command instanceof CompleteConversation complete) {
            complete.conversation = conversation;
        } else if (command instanceof TransferConversation transfer) {
            transfer.conversation = conversation;
        } else if (command instanceof AwaitCustomer await) {
            await.conversation = conversation;
        } else if (command instanceof NoteReply reply) {
            reply.conversation = conversation;
        } else if (command instanceof UnassignConversation unassign) {
            unassign.conversation = conversation;
        } else if (command instanceof CancelConversation cancel) {
            cancel.conversation = conversation;
        } else if (command instanceof ParkConversation park) {
            park.conversation = conversation;
        } else if (command instanceof AssignConversation assign) {
            assign.conversation = conversation;
        } else if (command instanceof ScheduleConversation schedule) {
            schedule.conversation = conversation;
        } else if (command instanceof CustomerPresence presence) {
            presence.conversation = conversation;
        } else if (command instanceof UpdateAttributes update) {
            update.conversation = conversation;
        }
        return command;
    }

    private ConversationCommand read() {
        ConversationCommand command = switch (kind) {
            case COMPLETE -> new CompleteConversation();
            case TRANSFER -> new TransferConversation();
            case AWAIT_CUSTOMER -> new AwaitCustomer();
            case NOTE_REPLY -> new NoteReply();
            case UNASSIGN -> new UnassignConversation();
            case CANCEL -> new CancelConversation();
            case PARK -> new ParkConversation();
            case ASSIGN -> new AssignConversation();
            case SCHEDULE -> new ScheduleConversation();
            case CUSTOMER_PRESENCE -> new CustomerPresence();
            case UPDATE_ATTRIBUTES -> new UpdateAttributes();
            default -> throw new IllegalStateException(kind + " is not about a conversation");
        };
        command.read(new ByteReader().wrap(bytes, 0, bytes.length));
        return command;
    }

    private static long conversation(ConversationCommand command) {
        if (command instanceof CompleteConversation complete) {
            return complete.conversation;
        } else if (command instanceof TransferConversation transfer) {
            return transfer.conversation;
        } else if (command instanceof AwaitCustomer await) {
            return await.conversation;
        } else if (command instanceof NoteReply reply) {
            return reply.conversation;
        } else if (command instanceof UnassignConversation unassign) {
            return unassign.conversation;
        } else if (command instanceof CancelConversation cancel) {
            return cancel.conversation;
        } else if (command instanceof ParkConversation park) {
            return park.conversation;
        } else if (command instanceof ScheduleConversation schedule) {
            return schedule.conversation;
        } else if (command instanceof CustomerPresence presence) {
            return presence.conversation;
        } else if (command instanceof UpdateAttributes update) {
            return update.conversation;
        }
        return ((AssignConversation) command).conversation;
    }
}
