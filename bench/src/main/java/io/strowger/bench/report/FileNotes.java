package io.strowger.bench.report;

/** What the files of a results folder are, for the lists of them. */
final class FileNotes {
    private FileNotes() {}

    /** A file's name and what it holds. */
    static String of(String fileName) {
        String note = note(fileName);
        return note.isEmpty() ? fileName : fileName + ": " + note;
    }

    /** What it holds; empty when the name does not tell. */
    static String note(String fileName) {
        return switch (fileName) {
            case "report.html" -> "this report, drawn; opens in a browser without a network";
            case "README.md" -> "this report as text";
            case "env.json" -> "the machine, the Java virtual machine and the commit";
            case "command.txt" -> "the command line";
            default -> byEnding(fileName);
        };
    }

    private static String byEnding(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1);
        return switch (ending) {
            case "csv" -> "a table, all digits";
            case "hlog" -> "a raw recording, nanoseconds; HdrHistogram's tools read it";
            case "json" -> "raw figures";
            case "jfr" -> "a recording of Java Flight Recorder";
            case "log" -> "a log of the run";
            default -> "";
        };
    }
}
