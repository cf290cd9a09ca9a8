package org.surety.drills;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.surety.local.Instance;
import org.surety.local.Ports;
import org.surety.local.ServicePart;
import org.surety.local.Tokens;

/** One viewer at one process of priorities-service: asks, and keeps how long each answer took, from the first byte sent to the last received. */
final class CoverageAsker {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long TOKEN_SECONDS = 200;
    /** The first answers of a process are those of a process that has just begun. */
    private static final int WARMING = 5;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();
    /** The service gave them up: they count as having taken so long. */
    private final Map<String, Integer> late = new LinkedHashMap<>();
    private final Instance instance;
    private final String url;
    private final String user;
    private String token;
    private long tokenSince;

    CoverageAsker(Instance instance, ServicePart service, String user) {
        this.instance = instance;
        this.url = Ports.url(service.port());
        this.user = user;
    }

    /** @param time how many times it was asked before */
    void ask(CoverageQuestion question, int time) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + question.path().apply(time))).timeout(LIMIT)
                .header("Authorization", "Bearer " + token());
        if (question.body() != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(question.body().apply(time)));
        }
        HttpRequest ready = request.build();
        try {
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(ready, BodyHandlers.ofByteArray());
            long taken = System.nanoTime() - begun;
            if (answer.statusCode() == HttpURLConnection.HTTP_UNAVAILABLE) {
                late.merge(question.name(), 1, Integer::sum);
            } else if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
                throw new DrillFailure(question.name() + " was answered " + answer.statusCode() + " " + new String(answer.body()));
            }
            if (time >= WARMING) {
                nanos.computeIfAbsent(question.name(), name -> new ArrayList<>()).add(taken);
            }
        } catch (IOException e) {
            throw new DrillFailure(question.name() + " was not answered: " + e);
        }
    }

    /** Kept for a part of the 300 s that it lives, so that the identity provider is not what is measured. */
    private String token() {
        if (token == null || System.nanoTime() - tokenSince > TOKEN_SECONDS * 1_000_000_000) {
            token = Tokens.ofUser(instance.ports(), user);
            tokenSince = System.nanoTime();
        }
        return token;
    }

    /** Of a question: half, 95 and 99 of 100 answers took no more milliseconds. */
    String took(CoverageQuestion question) {
        return String.format(Locale.ROOT, "p50 %7.1f p95 %7.1f p99 %7.1f", at(question, 0.5), at(question, 0.95),
                at(question, 0.99))
                + (late.containsKey(question.name()) ? " given up: " + late.get(question.name()) : "");
    }

    double at(CoverageQuestion question, double share) {
        List<Long> sorted = nanos.get(question.name()).stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * share) - 1) / 1e6;
    }
}
