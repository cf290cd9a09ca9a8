package org.surety.drills.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.surety.drills.DrillFailure;
import org.surety.drills.LongForm;
import org.surety.local.Progress;
import org.surety.local.Suite;
import org.surety.local.data.DataLoader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code deploy/acceptance/drill --fuzz N [--seed S] [--report FILE]}: N requests made of the published document, against a suite of its own with the
 * data of a first start. Every answer is judged; a fault is told with its request and makes the exit status 1.
 */
public final class FuzzCommand {
    private static final int FIRST_BASE = 11_100;
    private static final int CLIENTS = 4;
    private static final int TOLD_EVERY = 5_000;
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final KnownRecords known = new KnownRecords();
    private final FuzzResult result;
    private final LongForm.Users users;
    private final AnswerJudge judge;
    private final FuzzRequest.Maker maker;
    private final String gateway;

    private FuzzCommand(Suite suite, Path root, long seed) throws IOException, InterruptedException {
        this.users = new LongForm.Users(suite.instance());
        this.judge = new AnswerJudge(root);
        this.gateway = suite.instance().gatewayUrl();
        JsonNode document = new ObjectMapper().readTree(
                http.send(HttpRequest.newBuilder(URI.create(gateway + "/openapi")).build(), BodyHandlers.ofString()).body());
        this.maker = new FuzzRequest.Maker(document, known, seed);
        this.result = new FuzzResult(maker.operations().stream().map(ApiOperation::name).toList());
    }

    public static void main(String[] arguments) throws Exception {
        LongForm form = LongForm.parse("--fuzz", arguments);
        boolean sound = form.run(FIRST_BASE, List.of(new DataLoader()), (suite, progress) -> {
            FuzzCommand fuzz = new FuzzCommand(suite, form.root(), form.seed());
            fuzz.run(form.count(), progress);
            form.report("Requests made of the API's document", fuzz.result.page());
            return fuzz.result.isSound();
        });
        System.exit(sound ? 0 : 1);
    }

    private void run(long count, Progress progress) throws InterruptedException {
        for (ApiOperation operation : maker.operations()) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                for (String user : List.of("coordinator", "xaa.editor")) {
                    answer(new FuzzRequest(operation, operation.path(), user, List.of(), null), -1);
                }
            }
        }
        AtomicLong next = new AtomicLong();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.submit(() -> {
                for (long number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    answer(maker.make(number), number);
                    if (number % TOLD_EVERY == TOLD_EVERY - 1) {
                        progress.say("fuzz", result.line());
                    }
                }
                return null;
            });
        }
        clients.shutdown();
        if (!clients.awaitTermination(1, TimeUnit.DAYS)) {
            throw new DrillFailure("a day was not enough");
        }
        progress.say("fuzz", result.line());
        result.faults().forEach(fault -> progress.say("fault", fault));
    }

    private void answer(FuzzRequest request, long number) {
        try {
            HttpResponse<String> answer = http.send(built(request), new WithoutStreams());
            if (answer.statusCode() / 100 == 2 && AnswerJudge.isJson(answer)) {
                known.learn(request.operation().collection(), judge.read(answer.body()));
            }
            result.count(request.operation().name(), answer.statusCode());
            judge.fault(answer).ifPresent(fault -> result.fault(number, request, fault));
        } catch (IOException e) {
            result.fault(number, request, "no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            result.fault(number, request, "the fuzz itself: " + e);
        }
    }

    private HttpRequest built(FuzzRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(gateway + request.target())).timeout(LIMIT)
                .method(request.operation().method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        if (!request.user().equals(FuzzRequest.NOBODY)) {
            builder.header("Authorization", "Bearer " + users.token(request.user()));
        }
        for (int i = 0; i < request.headers().size(); i += 2) {
            builder.header(request.headers().get(i), request.headers().get(i + 1));
        }
        return builder.build();
    }
}
