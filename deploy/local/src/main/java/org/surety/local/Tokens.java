package org.surety.local;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Access tokens from the identity provider of an instance. They live 300 seconds. */
public final class Tokens {
    private static final int LIMIT_MILLIS = 20_000;
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private Tokens() {
    }

    static URI endpoint(Ports ports) {
        return URI.create(Ports.url(ports.keycloak()) + "/realms/" + Instance.REALM + "/protocol/openid-connect/token");
    }

    /**
     * A token of a demonstration user, whose password is the user name.
     *
     * @throws PartFailure when the identity provider does not answer or knows no such user
     */
    public static String ofUser(Ports ports, String user) {
        return ofUser(ports, "surety-cli", user);
    }

    /**
     * The same by another client, which has to take passwords without a secret of its own.
     *
     * @throws PartFailure when the identity provider does not answer, or knows no such client or user
     */
    public static String ofUser(Ports ports, String client, String user) {
        return request(ports, Map.of("grant_type", "password", "client_id", client, "username", user, "password", user));
    }

    /**
     * A token of a program: of {@code ministry-xaa}, or of a service for the others' feeds.
     *
     * @throws PartFailure when the identity provider does not answer or refuses
     */
    public static String ofClient(Ports ports, String client, String secret) {
        return request(ports, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private static String request(Ports ports, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI endpoint = endpoint(ports);
        try {
            HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.US_ASCII));
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new PartFailure(
                        "No token for " + form.getOrDefault("username", form.get("client_id")) + ": the identity provider answered "
                                + connection.getResponseCode());
            }
            String answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = ACCESS_TOKEN.matcher(answer);
            if (!matcher.find()) {
                throw new PartFailure("The identity provider's answer has no access token");
            }
            return matcher.group(1);
        } catch (IOException e) {
            throw new PartFailure(
                    "The identity provider does not answer at " + endpoint + ": is the suite running? (" + e.getMessage() + ")", e);
        }
    }
}
