package io.strowger.verticles.demo;

import io.strowger.verticles.cli.Palette;
import java.io.PrintStream;
import java.util.List;

/** Redraws a picture in place on the terminal's second screen, so that the first one is as before in the end. */
final class ScreenWatcher implements Watcher {
    private static final long INTERVAL_MILLIS = 200;
    private static final int SIZE_EVERY = 10;
    private static final String ENTER = "\033[?1049h\033[?25l";
    private static final String LEAVE = "\033[?25h\033[?1049l";
    private static final String HOME = "\033[H";
    private static final String REST_OF_LINE = "\033[K";
    private static final String REST_OF_SCREEN = "\033[J";

    private final PrintStream out;
    private final ScreenLayout layout;
    private TerminalSize size = TerminalSize.current();
    private int shown;
    private boolean isOpen;

    ScreenWatcher(PrintStream out, Palette palette) {
        this.out = out;
        this.layout = new ScreenLayout(palette);
    }

    @Override
    public long intervalMillis() {
        return INTERVAL_MILLIS;
    }

    @Override
    public void show(StagePicture picture) {
        if (!isOpen) {
            out.print(ENTER);
            isOpen = true;
        }
        if (++shown % SIZE_EVERY == 0) {
            size = TerminalSize.current();
        }
        List<String> lines = layout.lines(picture, size);
        StringBuilder screen = new StringBuilder(HOME);
        for (int index = 0; index < lines.size(); index++) {
            screen.append(index == 0 ? "" : "\n").append(lines.get(index)).append(REST_OF_LINE);
        }
        out.print(screen.append(REST_OF_SCREEN));
        out.flush();
    }

    @Override
    public void close() {
        if (isOpen) {
            isOpen = false;
            out.print(LEAVE);
            out.flush();
        }
    }
}
