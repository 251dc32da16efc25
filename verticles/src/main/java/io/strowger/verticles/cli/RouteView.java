package io.strowger.verticles.cli;

/** How the results of {@code route} are shown. */
interface RouteView {
    /** Shows a line that is done. */
    void show(RoutedLine line);

    /** Nothing more comes for now: what was shown has to be seen. */
    void flush();
}
