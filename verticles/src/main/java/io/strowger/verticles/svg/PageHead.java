package io.strowger.verticles.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The beginning of a page that needs no network, no script and no other file: its head, with the style of all pages. */
public final class PageHead {
    private static final String STYLE = "page.css";

    private PageHead() {}

    /** Opens the page's {@code html} element, which the caller closes, and writes its head. */
    public static void open(Markup page, String title) {
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        page.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src 'unsafe-inline'")
                .leaf("title", title)
                .open("style")
                .raw(style())
                .close()
                .close()
                .newLine();
    }

    private static String style() {
        try (InputStream in = PageHead.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + STYLE + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + STYLE + " cannot be read", e);
        }
    }
}
