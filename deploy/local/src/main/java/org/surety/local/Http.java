package org.surety.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The smallest question one can ask a part over HTTP. */
final class Http {
    private Http() {
    }

    /** The status of a GET; -1 when nobody answers in time. */
    static int status(String url, int limitMillis) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(limitMillis);
            connection.setReadTimeout(limitMillis);
            connection.setInstanceFollowRedirects(false);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return -1;
        }
    }
}
