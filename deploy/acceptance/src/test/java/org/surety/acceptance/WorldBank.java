package org.surety.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.surety.acceptance.MatrixWorld.For;
import org.surety.acceptance.MatrixWorld.Made;
import org.surety.local.Ports;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What worlds are made of: records of every kind under every label, made through the gateway by those who may, amended, acted upon, and
 * released to more and to fewer. Every text of theirs bears a mark that names the widest label it was ever under.
 */
final class WorldBank implements AutoCloseable {
    static final List<Service> SERVICES = List.of(Service.DELEGATION_SERVICE, Service.PRIORITIES_SERVICE,
            Service.COMMITMENTS_SERVICE);
    static final List<String> LABELS = List.of("NATIONAL", "NAMED", "COALITION", "PUBLIC");
    private static final String OWNER = "XNA";
    private static final Set<String> TEXTS = Set.of("title", "text", "source", "reason", "name", "note", "description", "post");
    private static final int ROUNDS = 2;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final MatrixWorld world;
    private final Map<Service, WorldDatabase> databases = new TreeMap<>();
    private final Map<String, List<String>> records = new TreeMap<>();
    private final Map<Service, Map<WorldViewer, String>> places = new TreeMap<>();
    private final Instant begun = Instant.now();
    private final Instant ended;

    WorldBank(RunningSuite suite, long seed) {
        List<MatrixKind> kinds = new ArrayList<>(marked(MatrixKind.resource("kinds.json")));
        List<MatrixKind> further = marked(MatrixKind.resource("worlds.json"));
        kinds.addAll(further);
        world = new MatrixWorld(suite.api(), kinds);
        PolicyTable policy = PolicyTable.read();
        // Made by the first who needs it, and no part of what differs: the parties, and the situation that calls promises.
        kinds.stream().filter(MatrixKind::isCalled).forEach(kind -> world.shared(kind, new For("PUBLIC", OWNER, true)));
        rest(suite);
        for (Service service : Service.values()) {
            String base = Ports.url(service.port(suite.instance().ports()));
            places.put(service, new HashMap<>());
            WorldViewer.ALL.forEach(viewer -> places.get(service).put(viewer,
                    suite.api().sendTo(base, "/api/v1/changes?after=now", viewer.user()).expect(200).json().path("next").asText()));
        }
        SERVICES.forEach(service -> databases.put(service, new WorldDatabase(suite.instance(), service)));
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            for (MatrixKind kind : kinds) {
                if (kind.collection() != null && kind.file() == null && kind.maker() != null && kind.at("PUBLIC") == null) {
                    List<String> labels = further.contains(kind) ? kind.labels() : policy.labelsOf(kind.record());
                    labels.forEach(label -> make(kind, label, labels, random));
                }
            }
        }
        rest(suite);
        ended = Instant.now();
        for (String last : List.of("gathering", "question", "approval")) {
            kinds.stream().filter(kind -> kind.record().equals(last))
                    .forEach(kind -> world.fresh(kind, new For("PUBLIC", OWNER, true)));
        }
        rest(suite);
        databases.values().forEach(WorldDatabase::take);
    }

    private void make(MatrixKind kind, String label, List<String> labels, Random random) {
        For who = new For(label, OWNER, true);
        int more = random.nextInt(4);
        // Released to others than before, where the label is amended with the rest.
        boolean isReleased = more > 1 && kind.amend() != null && kind.amend().contains("#label");
        For other = new For(isReleased ? labels.get(random.nextInt(labels.size())) : label, OWNER, true);
        world.release(wider(label, other.label()));
        Made made = world.fresh(kind, who);
        if (!made.isNumbered()) {
            return;
        }
        String collection = made.path().replaceFirst("/[^/]+$", "").replaceFirst(".*/", "");
        records.computeIfAbsent(collection, name -> new ArrayList<>()).add(made.id());
        String maker = world.maker(kind, who);
        if (more > 0 && kind.amend() != null) {
            Answer amended = world.send("PUT", made.path(), maker, world.expand(kind.amend(), other), made.etag(), false);
            made = new Made(made.path(), amended.status() == 200 ? amended.etag() : made.etag());
        }
        MatrixKind.Act act = kind.act("editor", "owner");
        // What can be deleted is a draft, and an act would release it.
        if (more == 3 && act != null && act.after() == null && !kind.deletes()) {
            world.done(made, act, maker, who);
        }
    }

    private static List<MatrixKind> marked(JsonNode kinds) {
        List<MatrixKind> marked = new ArrayList<>();
        kinds.forEach(kind -> {
            for (String body : List.of("create", "made", "amend", "createOnRecord")) {
                addMark(kind.path(body));
            }
            kind.findValues("body").forEach(WorldBank::addMark);
            marked.add(new MatrixKind(kind));
        });
        return marked;
    }

    private static void addMark(JsonNode said) {
        if (said instanceof ObjectNode object) {
            for (String field : TEXTS) {
                if (object.path(field).isTextual() && !object.path(field).asText().startsWith("${")) {
                    object.set(field, TextNode.valueOf(object.path(field).asText() + " ${mark}"));
                }
            }
        }
        said.forEach(WorldBank::addMark);
    }

    /** Waits until all logs are numbered and sent, and applied by everybody who follows them. */
    private static void rest(RunningSuite suite) {
        List<WorldDatabase> looking = SERVICES.stream().map(service -> new WorldDatabase(suite.instance(), service)).toList();
        try {
            Eventually.see("all changes are applied everywhere", LIMIT, () -> isAtRest(looking), atRest -> atRest);
        } finally {
            looking.forEach(WorldDatabase::close);
        }
    }

    private static boolean isAtRest(List<WorldDatabase> looking) {
        return looking.stream().allMatch(owner -> owner.isAtRest() && looking.stream().mapToLong(one -> one.applied(owner.log()))
                .allMatch(applied -> applied == -1 || applied == owner.head()));
    }

    WorldDatabase of(Service service) {
        return databases.get(service);
    }

    /** The ids in a collection such as {@code full-powers}; of one that nobody made, all. */
    List<String> ids(String collection) {
        List<String> found = records.get(collection);
        return found == null ? records.values().stream().flatMap(List::stream).toList() : found;
    }

    /** Where the viewer stood in what is told of changes, before there was a bank. */
    String place(Service service, WorldViewer viewer) {
        return places.get(service).get(viewer);
    }

    /** An instant while the bank was made. */
    String instant(Random random) {
        long micros = ChronoUnit.MICROS.between(begun, ended);
        return begun.plus((long) (random.nextDouble() * micros), ChronoUnit.MICROS).truncatedTo(ChronoUnit.MICROS).toString();
    }

    int rows() {
        return databases.values().stream().mapToInt(WorldDatabase::rows).sum();
    }

    int size() {
        return records.values().stream().mapToInt(List::size).sum();
    }

    /** The marks that this viewer must not read. */
    static List<String> hiddenMarks(WorldViewer viewer) {
        return LABELS.stream().filter(label -> !viewer.seesOfMatrix(label)).map(WorldBank::mark).toList();
    }

    static String wider(String one, String other) {
        return LABELS.indexOf(one) > LABELS.indexOf(other) ? one : other;
    }

    static String mark(String label) {
        return "canary-" + label;
    }

    /** All is as it was before worlds were loaded. */
    boolean restore() {
        return databases.values().stream().map(WorldDatabase::restore).toList().stream().allMatch(whole -> whole);
    }

    @Override
    public void close() {
        databases.values().forEach(WorldDatabase::close);
    }
}
