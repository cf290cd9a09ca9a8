import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.*;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.Stream;

/** java Client.java list PATH: all pages of a list, one a line; follow FILE: the changes released to you, one a line; FILE keeps the place. */
public class Client {
    static final HttpClient HTTP = HttpClient.newHttpClient();

    static String setting(String name) {
        return URLEncoder.encode(System.getenv(name), StandardCharsets.UTF_8);
    }

    static String field(String name, String json) { // a program with a JSON library reads it with that
        Matcher field = Pattern.compile(".*\"" + name + "\":\"([^\"]*)\".*", Pattern.DOTALL).matcher(json);
        return field.matches() ? field.group(1) : null;
    }

    static <T> HttpResponse<T> get(String path, String lastEventId, BodyHandler<T> body) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + setting("SURETY_CLIENT_ID") + "&client_secret=" + setting("SURETY_CLIENT_SECRET");
        String given = HTTP.send(HttpRequest.newBuilder(URI.create(System.getenv("SURETY_OIDC_ISSUER") + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                BodyHandlers.ofString()).body();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(System.getenv("SURETY_URL") + path))
                .header("Authorization", "Bearer " + field("access_token", given));
        HttpResponse<T> answer = HTTP.send(lastEventId == null ? request.build() : request.header("Last-Event-ID", lastEventId).build(), body);
        if (answer.statusCode() != 200) throw new IOException("status " + answer.statusCode());
        return answer;
    }

    static void list(String path) throws Exception {
        for (String next = ""; next != null;) {
            String page = get(path + "?limit=100" + (next.isEmpty() ? "" : "&cursor=" + next), null, BodyHandlers.ofString()).body();
            System.out.println(page);
            next = field("next", page);
        }
    }

    static void follow(Path file) throws Exception {
        for (;; Thread.sleep(2000)) { // a stream ends with its token; the place goes on
            try (Stream<String> lines = get("/api/v1/changes/stream", Files.exists(file) ? Files.readString(file) : null, BodyHandlers.ofLines()).body()) {
                Map<String, String> event = new HashMap<>();
                for (String line : (Iterable<String>) lines::iterator) {
                    if (!line.isEmpty()) {
                        event.put(line.split(": ", 2)[0], line.split(": ", 2)[1]);
                        continue;
                    }
                    if ("change".equals(event.get("event"))) System.out.println(event.get("data"));
                    if (event.containsKey("id")) // behind what was done, never before
                        Files.move(Files.writeString(Path.of(file + ".new"), event.get("id")), file, StandardCopyOption.REPLACE_EXISTING);
                    event.clear();
                }
            } catch (IOException | java.io.UncheckedIOException lost) {
                System.err.println(lost);
            }
        }
    }

    public static void main(String[] words) throws Exception {
        if (words[0].equals("list")) list(words[1]); else follow(Path.of(words[1]));
    }
}
