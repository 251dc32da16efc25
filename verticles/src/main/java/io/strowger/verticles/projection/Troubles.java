package io.strowger.verticles.projection;

/** Turns what went wrong into one sentence for people: the first line of each cause, no stack. */
final class Troubles {
    private Troubles() {}

    static String sentence(Throwable trouble) {
        StringBuilder sentence = new StringBuilder();
        String last = "";
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            String message = oneLine(cause);
            if (!last.contains(message)) {
                sentence.append(sentence.length() == 0 ? "" : ": ").append(message);
                last = message;
            }
        }
        return sentence.toString();
    }

    private static String oneLine(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("").strip();
    }
}
