package org.surety.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code deploy/rabbitmq/add-consumer}: a queue for each owner that a service outside the three follows, bound to all of that owner's
 * changes, and a broker user that may read these queues and do nothing else. What stands on the broker afterwards is what was asked for,
 * whatever stood there before; asked again, nothing changes. Run from its source: it uses no other class of this package.
 */
public final class AddConsumer {
    private static final List<String> OWNERS = List.of("delegations", "priorities", "commitments");
    private static final String URL = "RABBITMQ_MANAGEMENT_URL";
    private static final String USER = "RABBITMQ_ADMIN_USER";
    private static final String PASSWORD = "RABBITMQ_ADMIN_PASSWORD";
    /** Gives its bearer no right. It tells the users that this command has made, and may change and remove, from all others. */
    private static final String TAG = "surety-consumer";
    private static final String QUEUE = """
            {"durable": true, "arguments": {"x-queue-type": "quorum", "x-max-length": 100000, "x-overflow": "drop-head",
             "x-single-active-consumer": true}}""";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int SHORTEST_PASSWORD = 12;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).version(HttpClient.Version.HTTP_1_1).build();
    private final Order order;
    private final Map<String, String> broker;
    private final String host;
    private boolean changed;

    /** What was asked for. */
    private record Order(String name, TreeSet<String> owners, String passwordFile, boolean rotate, boolean remove, String portBase,
            String environment) {
    }

    /** A sentence for the person at the terminal; exit status 1. */
    private static final class Refused extends RuntimeException {
        Refused(String sentence) {
            super(sentence);
        }
    }

    private AddConsumer(Order order, Map<String, String> broker) {
        this.order = order;
        this.broker = broker;
        this.host = URLEncoder.encode(broker.getOrDefault("RABBITMQ_VIRTUAL_HOST", "surety"), StandardCharsets.UTF_8).replace("+",
                "%20");
    }

    /** @param arguments the checkout, then what was typed */
    public static void main(String[] arguments) {
        try {
            Order order = parse(List.of(arguments).listIterator(1));
            AddConsumer command = new AddConsumer(order, broker(Path.of(arguments[0]), order));
            if (order.remove()) {
                command.remove();
            } else {
                command.add();
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\ndeploy/rabbitmq/add-consumer --help tells what can be asked for");
            System.exit(2);
        } catch (Refused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Order parse(Iterator<String> words) {
        Map<String, String> values = new HashMap<>();
        TreeSet<String> owners = new TreeSet<>();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--rotate-password", "--remove" -> values.put(word, "yes");
                case "--password-file", "--port-base", "--environment" -> values.put(word, value(word, words));
                case "--owner" -> owners.add(value(word, words));
                default -> {
                    if (word.startsWith("-") || values.putIfAbsent("name", word) != null) {
                        throw new IllegalArgumentException("What is " + word + "?");
                    }
                }
            }
        }
        String name = values.getOrDefault("name", "");
        if (!name.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException(name.isEmpty()
                    ? "Which name has the consumer?"
                    : "Not a name for a consumer: " + name + ". 2 to 40 of a-z, 0-9 and -, beginning with a letter");
        }
        if (!OWNERS.containsAll(owners)) {
            throw new IllegalArgumentException("An owner is one of " + String.join(", ", OWNERS));
        }
        return new Order(name, owners.isEmpty() ? new TreeSet<>(OWNERS) : owners, values.get("--password-file"),
                values.containsKey("--rotate-password"), values.containsKey("--remove"), values.get("--port-base"),
                values.get("--environment"));
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    /** The RABBITMQ_ variables: of the file named, else of the local suite of the port base, else of the environment. */
    private static Map<String, String> broker(Path root, Order order) {
        boolean given = order.environment() == null && order.portBase() == null && System.getenv(URL) != null;
        String base = order.portBase() == null ? "8600" : order.portBase();
        Path file = order.environment() == null
                ? root.resolve(".local/suite-" + base + "/env/administration.env")
                : Path.of(order.environment());
        Map<String, String> variables = given ? System.getenv() : read(file);
        for (String needed : List.of(URL, USER, PASSWORD)) {
            if (variables.getOrDefault(needed, "").isBlank()) {
                throw new Refused(needed + " is not set in " + (given ? "the environment" : file));
            }
        }
        return variables;
    }

    private static Map<String, String> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.indexOf('=') > 0).map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replaceAll("^'|'$", ""), (first, last) -> last));
        } catch (IOException e) {
            throw new Refused("Which broker? " + file + " cannot be read: start the suite (deploy/local/run), or set " + URL + ", "
                    + USER + " and " + PASSWORD);
        }
    }

    private void add() {
        boolean known = findUser();
        for (String owner : order.owners()) {
            queue(owner);
        }
        for (String owner : OWNERS) {
            if (!order.owners().contains(owner)) {
                delete("queue " + order.name() + "." + owner, queuePath(owner));
            }
        }
        user(known);
        permission();
        if (!changed) {
            System.err.println("Nothing to change: " + order.name() + " follows " + String.join(", ", order.owners()) + " already");
        }
    }

    private void queue(String owner) {
        String queue = order.name() + "." + owner;
        String exchange = "surety." + owner;
        if (ask("GET", "/api/exchanges/" + host + "/" + exchange, null, 404).statusCode() == 404) {
            throw new Refused("The broker has no exchange " + exchange + ": its owner declares it when it runs");
        }
        HttpResponse<String> made = ask("PUT", queuePath(owner), QUEUE, 400);
        if (made.statusCode() == 400) {
            throw new Refused(
                    "The queue " + queue + " is there with other properties: --remove it first; what is in it is in the feed. "
                            + "The broker says: " + made.body());
        }
        tell(made.statusCode() == 201, "queue " + queue + ": made");
        // Of all changes: with some of them only, the numbers would have holes by design, and none that was lost would be seen.
        String binding = "/api/bindings/" + host + "/e/" + exchange + "/q/" + queue;
        if (ask("GET", binding + "/%23", null, 404).statusCode() == 404) {
            ask("POST", binding, "{\"routing_key\": \"#\"}", 0);
            tell(true, "queue " + queue + ": bound to " + exchange);
        }
    }

    /** Whether this command has made the user already. */
    private boolean findUser() {
        if (ask("GET", "/api/vhosts/" + host, null, 404).statusCode() == 404) {
            throw new Refused("The broker has no virtual host " + host + " (RABBITMQ_VIRTUAL_HOST)");
        }
        HttpResponse<String> found = ask("GET", "/api/users/" + order.name(), null, 404);
        if (found.statusCode() == 200 && !found.body().matches("(?s).*\"tags\":\\[?\"" + TAG + "\".*")) {
            throw new Refused("The broker has a user " + order.name() + " that is not a consumer: choose another name");
        }
        return found.statusCode() == 200;
    }

    private void user(boolean known) {
        if (known && !order.rotate()) {
            return;
        }
        String password = order.passwordFile() == null ? generated() : given(order.passwordFile());
        ask("PUT", "/api/users/" + order.name(), "{\"password\": \"" + password.replace("\\", "\\\\").replace("\"", "\\\"")
                + "\", \"tags\": \"" + TAG + "\"}", 0);
        tell(true, "user " + order.name() + (known ? ": new password" : ": made"));
        if (order.passwordFile() == null) {
            System.err.println("Its password, which is not shown again:");
            System.out.println(password);
        }
    }

    private static String generated() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }

    private static String given(String file) {
        try (BufferedReader lines = file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file))) {
            String password = lines.readLine();
            if (password == null || password.length() < SHORTEST_PASSWORD || password.chars().anyMatch(Character::isISOControl)) {
                throw new Refused("The first line of " + file + " is no password: at least " + SHORTEST_PASSWORD + " characters");
            }
            return password;
        } catch (IOException e) {
            throw new Refused("The password cannot be read from " + file);
        }
    }

    /** Reading a queue is all: no declaring, no publishing, no binding, no queue of another, no exchange. */
    private void permission() {
        String read = "^" + order.name() + "[.](" + String.join("|", order.owners()) + ")$";
        String path = "/api/permissions/" + host + "/" + order.name();
        HttpResponse<String> found = ask("GET", path, null, 404);
        boolean same = found.statusCode() == 200
                && List.of("\"configure\":\"^$\"", "\"write\":\"^$\"", "\"read\":\"" + read + "\"").stream()
                        .allMatch(found.body()::contains);
        if (!same) {
            ask("PUT", path, "{\"configure\": \"^$\", \"write\": \"^$\", \"read\": \"" + read + "\"}", 0);
            tell(true, "user " + order.name() + ": may read " + read + " and nothing else");
        }
    }

    private void remove() {
        if (findUser()) {
            delete("user " + order.name(), "/api/users/" + order.name());
        }
        OWNERS.forEach(owner -> delete("queue " + order.name() + "." + owner, queuePath(owner)));
        if (!changed) {
            System.err.println("Nothing to remove: the broker knows no consumer " + order.name());
        }
    }

    private void delete(String what, String path) {
        tell(ask("DELETE", path, null, 404).statusCode() != 404, what + ": removed");
    }

    private String queuePath(String owner) {
        return "/api/queues/" + host + "/" + order.name() + "." + owner;
    }

    private void tell(boolean happened, String what) {
        if (happened) {
            changed = true;
            System.err.println(what);
        }
    }

    private HttpResponse<String> ask(String method, String path, String body, int alsoAccepted) {
        String credentials = broker.get(USER) + ":" + broker.get(PASSWORD);
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(broker.get(URL).replaceAll("/+$", "") + path)).timeout(LIMIT)
                    .header("Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status == 401 || status == 403) {
                throw new Refused(
                        "The broker does not let " + broker.get(USER) + " administer it (" + status + "): look at " + USER + " and "
                                + PASSWORD + "; the user needs the tag administrator");
            }
            if (status >= 300 && status != alsoAccepted) {
                throw new Refused("The broker answered " + method + " " + path + " with " + status + " " + answer.body());
            }
            return answer;
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("No broker answers at " + broker.get(URL) + " (" + URL + "): " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }
}
