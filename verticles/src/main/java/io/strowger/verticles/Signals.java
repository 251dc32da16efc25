package io.strowger.verticles;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Signals of the operating system. The Java runtime lets a program hear of them only through a class of the module
 * {@code jdk.unsupported}, which is reached by name here; where there is none, signals end the process as they always do.
 */
final class Signals {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private Signals() {}

    /**
     * Has a task run, on a thread of its own, each time a signal comes.
     *
     * @param name without the prefix, for example {@code TERM}
     * @return false when this runtime or operating system does not have it
     */
    static boolean handle(String name, Runnable task) {
        try {
            Class<?> signal = Class.forName(SIGNAL);
            Class<?> handler = Class.forName(HANDLER);
            Object proxy = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        return switch (method.getName()) {
                            case "handle" -> {
                                task.run();
                                yield null;
                            }
                            case "equals" -> self == arguments[0];
                            case "hashCode" -> System.identityHashCode(self);
                            default -> "handler of " + name;
                        };
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            return true;
        } catch (InvocationTargetException e) {
            return false; // the signal is not known here, or the runtime keeps it for itself (-Xrs)
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
