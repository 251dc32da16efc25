package io.strowger.verticles.config;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a store. Prints without its password.
 *
 * @param uri the address without a password
 * @param password the password, null when the store wants none
 */
public record StoreAddress(URI uri, @Nullable Secret password) {
    /** Whether a URI's text holds a password: behind the user's name or among the parameters. */
    static boolean hasPassword(String uri) {
        int userEnd = uri.lastIndexOf('@');
        int userStart = uri.indexOf("://");
        boolean behindUser = userStart >= 0
                && userEnd > userStart
                && uri.substring(userStart + 3, userEnd).contains(":");
        return behindUser || uri.toLowerCase(java.util.Locale.ROOT).contains("password=");
    }

    /** Takes the password out of a URI; a password given beside it stands above the one inside. */
    public static StoreAddress of(URI uri, @Nullable Secret password) {
        String userInfo = uri.getRawUserInfo();
        int colon = userInfo == null ? -1 : userInfo.indexOf(':');
        if (userInfo == null || colon < 0) {
            return new StoreAddress(uri, password);
        }
        String bare =
                uri.toString().replaceFirst("//[^@]*@", colon == 0 ? "//" : "//" + userInfo.substring(0, colon) + "@");
        String inside = URLDecoder.decode(userInfo.substring(colon + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        return new StoreAddress(URI.create(bare), password == null ? new Secret(inside) : password);
    }

    /** The user's name in the address, or null. */
    public @Nullable String user() {
        return uri.getUserInfo();
    }
}
