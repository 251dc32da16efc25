package io.strowger.verticles.gateway;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Content types of request bodies. Stateless. */
final class MediaTypes {
    private MediaTypes() {}

    /** Whether a body may be read as JSON. */
    static boolean isJson(@Nullable String header) {
        if (header == null) {
            return true;
        }
        String type = essence(header);
        // The form type is what many clients put in front of any body when nobody tells them its type.
        return type.equals("application/json")
                || type.endsWith("+json")
                || type.equals("text/json")
                || type.equals("application/x-www-form-urlencoded");
    }

    static boolean isYaml(@Nullable String header) {
        if (header == null) {
            return false;
        }
        String type = essence(header);
        return type.equals("application/yaml")
                || type.equals("application/x-yaml")
                || type.equals("text/yaml")
                || type.equals("text/x-yaml")
                || type.endsWith("+yaml");
    }

    private static String essence(String header) {
        int parameters = header.indexOf(';');
        return (parameters < 0 ? header : header.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
