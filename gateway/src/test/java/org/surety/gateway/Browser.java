package org.surety.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.surety.gateway.problem.ProblemType;

import io.vertx.core.json.JsonObject;

/**
 * As much of a browser as a sign-in needs: it keeps cookies for each server and follows a redirect when told to. What it sends beside is
 * up to the test.
 */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private final String address;
    private final int port;

    /** @param address under which the gateway's redirects speak of it; it is asked on the port of the loopback address */
    Browser(String address, int port) {
        this.address = address;
        this.port = port;
    }

    /** One answer, and the cookies it set, as they stood in its head. */
    record Page(URI asked, int status, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        }

        List<String> setCookies(String prefix) {
            return headers.getOrDefault("set-cookie", List.of()).stream().filter(cookie -> cookie.startsWith(prefix)).toList();
        }

        JsonObject json() {
            return new JsonObject(body);
        }

        boolean is(ProblemType type) {
            return status == type.status() && "application/problem+json".equals(header("content-type"))
                    && json().getString("type").equals(type.uri());
        }

        /** Everything that anybody could read of it. */
        String all() {
            return headers + "\n" + body;
        }
    }

    Page get(String target, String... headers) {
        return send("GET", target, null, headers);
    }

    /** A request to the gateway, or to whatever server an absolute target names. */
    Page send(String method, String target, String body, String... headers) {
        String url = target.startsWith("/") ? address + target : target;
        URI asked = URI.create(url.startsWith(address + "/") ? "http://127.0.0.1:" + port + url.substring(address.length()) : url);
        HttpRequest.Builder request = HttpRequest.newBuilder(asked)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        Map<String, String> kept = cookies.computeIfAbsent(asked.getAuthority(), server -> new LinkedHashMap<>());
        if (!kept.isEmpty()) {
            request.header("cookie",
                    kept.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(cookie -> keep(kept, cookie));
            return new Page(asked, answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keep(Map<String, String> kept, String cookie) {
        String[] pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
        if (cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            kept.remove(pair[0]);
        } else {
            kept.put(pair[0], pair[1]);
        }
    }

    /** Fills in the first form of the page. */
    Page submit(Page page, String fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form in " + page.body());
        }
        String action = page.asked().resolve(form.group(1).replace("&amp;", "&")).toString();
        return send("POST", action, fields, "content-type", "application/x-www-form-urlencoded");
    }

    /** The gateway's cookies by name, to look at or to change. */
    Map<String, String> cookies() {
        return cookies.computeIfAbsent("127.0.0.1:" + port, server -> new LinkedHashMap<>());
    }
}
