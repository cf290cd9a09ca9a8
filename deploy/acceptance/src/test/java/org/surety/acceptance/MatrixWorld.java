package org.surety.acceptance;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The records of the matrix, made through the gateway by those who may: one of each kind and label that everybody looks at, and fresh ones
 * for what is to succeed. Its parties are of the exercise, and no other test uses them.
 */
final class MatrixWorld {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)\\}");
    private static final String OWNER = "XNA";
    private static final List<String> MEMBERS = List.of(OWNER, "XNB", "XNC", "XNE", "XNF", "XNG");
    private static final String COORDINATOR = MatrixUsers.user("coordinator", "none");
    private static final String EDITOR = MatrixUsers.user("editor", OWNER);
    /** Of all worlds: they may stand beside each other. */
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final Api api;
    private final Map<String, MatrixKind> kinds = new ConcurrentHashMap<>();
    private final Map<String, Lazy<Made>> shared = new ConcurrentHashMap<>();
    private final Map<String, Lazy<String>> persons = new ConcurrentHashMap<>();
    private final Lazy<String> situation = new Lazy<>(this::determined);
    private final Lazy<String> delegation = new Lazy<>(() -> delegation("XNG"));
    private final Lazy<String> delegationAtHome = new Lazy<>(() -> delegation(OWNER));
    private final Lazy<String> minister = new Lazy<>(this::inOffice);
    private final Lazy<String> requirement;
    private String widest = "NATIONAL";
    private final String begun = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS).toString();

    /** A record: its path, and the version in which it was made. */
    record Made(String path, String etag) {

        String id() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** Whether its id is one that the server made. */
        boolean isNumbered() {
            return id().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
    }

    /** What is made from now on may come to be released so widely. */
    void release(String label) {
        widest = label;
    }

    /** Who asks for what a body is made. */
    record For(String label, String party, boolean afresh) {
    }

    /** What is made at most once, by the first who needs it. */
    private static final class Lazy<T> {
        private final Supplier<T> maker;
        private T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        synchronized T get() {
            if (made == null) {
                made = maker.get();
            }
            return made;
        }
    }

    MatrixWorld(Api api, List<MatrixKind> all) {
        this.api = api;
        all.forEach(kind -> kinds.putIfAbsent(kind.record(), kind));
        requirement = new Lazy<>(() -> new Exercise(api).requirement("Matrix: land component"));
        for (String party : List.of(OWNER, "XNB", "XNC", "XND", "XNE", "XNF", "XNG")) {
            if (api.get("/api/v1/parties/" + party, COORDINATOR).status() == 200) {
                continue;
            }
            String member = "{\"attribute\": \"COALITION_MEMBER\", \"from\": \"2026-01-01\", \"source\": \"exercise order 1\"}";
            api.post("/api/v1/parties", COORDINATOR, """
                    {"code": "%s", "kind": "STATE", "names": {"en": "Exercise state %1$s of the matrix"}, "attributes": [%s]}"""
                    .formatted(party, MEMBERS.contains(party) ? member : "")).expect(201);
        }
    }

    /** The record that everybody looks at. */
    Made shared(MatrixKind kind, For who) {
        String key = kind.name() + " " + who.label() + (kind.isOfViewer() ? " " + who.party() : "");
        return shared.computeIfAbsent(key, name -> new Lazy<>(() -> make(kind, new For(who.label(), who.party(), true)))).get();
    }

    /** A record that nobody else has, or the one that stands from the beginning. */
    Made fresh(MatrixKind kind, For who) {
        return kind.at(who.label()) != null || kind.isCalled()
                ? shared(kind, who)
                : make(kind, new For(who.label(), who.party(), true));
    }

    /** Somebody who makes records of the kind. */
    String maker(MatrixKind kind, For who) {
        if (kind.maker() == null) {
            return who.party().equals("none") ? COORDINATOR : MatrixUsers.user("editor", who.party());
        }
        String[] said = kind.maker().split("\\.");
        return MatrixUsers.user(said[0], said[1]);
    }

    private Made make(MatrixKind kind, For who) {
        if (kind.isInternal() || kind.maker() == null && kind.collection() == null) {
            return new Made(kind.at(who.label()), null);
        }
        if (kind.isCalled()) {
            return called(who);
        }
        String maker = maker(kind, who);
        if (kind.at(who.label()) != null) {
            return standing(kind, who, maker);
        }
        if (kind.file() != null) {
            Answer taken = send("POST", kind.collection(), maker, expand(kind.file(), who), null, true);
            return ended(new Made(taken.expect(202).location(), null), maker);
        }
        Answer answer = send("POST", expand(kind.collection(), who), maker, expand(kind.made(), who), null, false).expect(201);
        Made made = new Made(answer.location(), answer.etag());
        for (MatrixKind.Act act : kind.then()) {
            made = done(made, act, maker, who);
        }
        return made;
    }

    /** Asked first, and released as the label says. */
    private Made standing(MatrixKind kind, For who, String maker) {
        Answer now = api.get(kind.at(who.label()), maker).expect(200);
        JsonNode label = now.json().path("label").path("release");
        if (label.isMissingNode() || label.asText().equals(who.label())) {
            return new Made(kind.at(who.label()), now.etag());
        }
        String body = again(kind, now.json()).replaceFirst("\"release\":\"[A-Z]+\"", "\"release\":\"" + who.label() + "\"");
        return new Made(kind.at(who.label()), send("PUT", kind.at(who.label()), maker, body, now.etag(), false).expect(200).etag());
    }

    /** The fields of the record that an amendment says, as they are. */
    String again(MatrixKind kind, JsonNode now) {
        StringBuilder body = new StringBuilder("{");
        for (String field : kind.amendOf()) {
            if (now.has(field) && !now.path(field).isNull()) {
                body.append(body.length() == 1 ? "" : ", ").append('"').append(field).append("\": ").append(now.path(field));
            }
        }
        return body.append('}').toString();
    }

    /** The record after an act of its maker. */
    Made done(Made made, MatrixKind.Act act, String maker, For who) {
        send("POST", made.path() + "/" + act.name(), maker, expand(act.body(), who), made.etag(), false);
        return new Made(made.path(), api.get(made.path(), maker).expect(200).etag());
    }

    private Made ended(Made submitted, String maker) {
        Eventually.see("the import ends", Exercise.KNOWN, () -> api.get(submitted.path(), maker).expect(200).json(),
                Imports::hasEnded);
        return submitted;
    }

    /** One request, again until those that it names are known to the service. */
    Answer send(String method, String path, String user, String body, String etag, boolean isFile) {
        Map<String, String> headers = new java.util.TreeMap<>();
        headers.put("Content-Type", isFile ? "text/csv; charset=utf-8" : "application/json");
        if (etag != null) {
            headers.put("If-Match", etag);
        }
        if (isFile) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        return Eventually.see("who and what is named is known", Exercise.KNOWN,
                () -> api.send(method, path, user, body == null ? null : BodyPublishers.ofString(body), headers),
                answer -> answer.status() != 400 || !answer.text().contains("not known"));
    }

    /** A body or a path with what it refers to. */
    String expand(String template, For who) {
        String raw = template.replace("\"${#label}\"", label(who.label())).replace("\"${#n}\"", "${n}");
        return REFERENCE.matcher(raw).replaceAll(found -> Matcher.quoteReplacement(meant(found.group(1), who)));
    }

    private String meant(String name, For who) {
        return switch (name) {
            case "n" -> Integer.toString(COUNT.incrementAndGet());
            case "mark" -> WorldBank.mark(WorldBank.wider(who.label(), widest));
            case "earlier" -> begun;
            case "code" -> "XO" + (char) ('A' + COUNT.incrementAndGet() % 26);
            case "later" -> LocalDate.now(ZoneOffset.UTC).plusMonths(1).toString();
            case "viewer" -> who.party().equals("none") ? OWNER : who.party();
            case "viewerPerson" -> person(who.party().equals("none") || who.party().equals("FRA") ? OWNER : who.party());
            case "person" -> person(OWNER);
            case "minister" -> minister.get();
            case "requirement" -> requirement.get();
            case "hosted" -> (who.label().equals("NATIONAL") ? delegationAtHome : delegation).get();
            default -> another(name.split(":"), who);
        };
    }

    /** {@code a:<record>} and {@code a:<record>:<label>}: the id of another record. */
    private String another(String[] said, For who) {
        For other = new For(said.length > 2 ? said[2] : who.label(), who.party(), who.afresh());
        MatrixKind kind = kinds.get(said[1]);
        return (who.afresh() ? fresh(kind, other) : shared(kind, other)).id();
    }

    static String label(String release) {
        return release.equals("NAMED")
                ? "{\"release\": \"NAMED\", \"parties\": [\"XNB\", \"XNE\", \"XNF\", \"XNG\"]}"
                : "{\"release\": \"" + release + "\"}";
    }

    private String person(String party) {
        return persons.computeIfAbsent(party, code -> new Lazy<>(() -> api.post("/api/v1/persons", MatrixUsers.user("editor", code),
                "{\"party\": \"%s\", \"name\": \"Exercise person of the matrix\", \"rank\": \"MINISTER\"}".formatted(code))
                .expect(201).id()))
                .get();
    }

    private String inOffice() {
        String person = make(kinds.get("person"), new For("PUBLIC", OWNER, true)).id();
        api.post("/api/v1/offices", EDITOR,
                """
                        {"party": "%s", "person": "%s", "office": "HEAD_OF_STATE", "from": "2024-01-01", "sources": [{"text": "exercise order 1"}],
                         "label": {"release": "PUBLIC"}}"""
                        .formatted(OWNER, person))
                .expect(201);
        return person;
    }

    private String delegation(String host) {
        String gathering = api.post("/api/v1/gatherings", COORDINATOR, """
                {"series": "EXERCISE", "title": "Matrix at %s", "host": "%1$s", "startsOn": "%s", "label": {"release": "PUBLIC"}}"""
                .formatted(host, LocalDate.now(ZoneOffset.UTC).plusMonths(1))).expect(201).id();
        return api.post("/api/v1/delegations", EDITOR, """
                {"gathering": "%s", "party": "%s", "head": {"kind": "SINGLE", "persons": ["%s"]}, "label": {"release": "PUBLIC"}}"""
                .formatted(gathering, OWNER, person(OWNER))).expect(201).id();
    }

    /** A situation of two days long ago, which wakes nothing today. */
    private String determined() {
        MatrixKind kind = kinds.get("situation");
        Made proposed = make(kind, new For("PUBLIC", OWNER, true));
        String other = MatrixUsers.user("editor", "XNC");
        send("POST", proposed.path() + "/determinations", other, "{}", proposed.etag(), false).expect(200);
        return proposed.id();
    }

    private Made called(For who) {
        String commitment = make(kinds.get("commitment"), who).id();
        String asked = "/api/v1/obligations?series=EXERCISE&situation=" + situation.get() + "&commitment=" + commitment;
        JsonNode items = Eventually.see("the promise is called", Exercise.KNOWN,
                () -> api.get(asked, EDITOR).expect(200).json().path("items"), found -> found.size() == 1);
        return new Made("/api/v1/obligations/" + items.path(0).path("id").asText(), null);
    }
}
