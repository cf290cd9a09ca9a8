package org.surety.gateway.route;

import java.net.URI;

/**
 * A service behind the gateway.
 *
 * @param name logical name, the only one that outsiders see
 * @param url scheme, host and port
 */
public record Upstream(String name, URI url) {

    public Upstream {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        boolean bare = url.getRawPath() == null || url.getRawPath().isEmpty() || url.getRawPath().equals("/");
        if (!http || url.getHost() == null || !bare || url.getRawQuery() != null || url.getRawUserInfo() != null) {
            throw new InvalidRouteTable("the URL of " + name + " must be http(s)://host[:port], not " + url);
        }
    }

    public String host() {
        return url.getHost();
    }

    public int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return secure() ? 443 : 80;
    }

    public boolean secure() {
        return "https".equals(url.getScheme());
    }
}
