package io.strowger.bench.reference;

import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Locale;

/** An event as a line of text with all its fields, so that two events are equal when their lines are. */
final class EventText {
    private EventText() {}

    /** An event object of a kind: the class has the kind's name. */
    private static DomainEvent newEvent(EventKind kind) {
        StringBuilder name = new StringBuilder(DomainEvent.class.getPackageName()).append('.');
        for (String word : kind.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        try {
            return (DomainEvent) Class.forName(name.toString()).getConstructor().newInstance();
        } catch (ReflectiveOperationException cause) {
            throw new AssertionError("there is no class for events of the kind " + kind, cause);
        }
    }

    /** All events of a record, one a line. */
    static String of(Bytes record) {
        StringBuilder text = new StringBuilder();
        if (!record.isEmpty()) {
            RecordView view = new RecordView().wrap(record.array(), record.offset());
            while (view.nextEvent()) {
                DomainEvent event = newEvent(view.eventKind());
                event.read(view.content());
                text.append("\n    ").append(of(view.eventOrganization(), event));
            }
        }
        return text.toString();
    }

    private static String of(int organization, DomainEvent event) {
        StringBuilder text = new StringBuilder();
        text.append(organization).append(' ').append(event.getClass().getSimpleName());
        // A configuration is long, and equal where the commands are.
        for (Field field : event.getClass().getFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getName().equals("configuration")) {
                text.append(' ').append(field.getName()).append('=').append(value(field, event));
            }
        }
        return text.toString();
    }

    private static String value(Field field, DomainEvent event) {
        try {
            return String.valueOf(field.get(event)).replace('\n', ',');
        } catch (IllegalAccessException cause) {
            throw new AssertionError(cause);
        }
    }
}
