package org.surety.drills.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.surety.drills.load.Operation.Known;

/**
 * One writer: the ministry of an exercise party, and the coordinator for what only that one may write. All its records are its own, so
 * that it knows the version of each.
 */
final class Writer {
    /** Records of a kind that it still changes; older ones it leaves alone. */
    private static final int REMEMBERED = 100;
    private static final String[] LABELS = { "{\"release\":\"PUBLIC\"}", "{\"release\":\"COALITION\"}",
            "{\"release\":\"NATIONAL\"}",
            "{\"release\":\"NAMED\",\"parties\":[\"XAB\",\"XAJ\"]}"};
    private static final String SUPPORT = "-support";
    private static final String COORDINATOR = "coordinator";
    private final Random random;
    private final Persistence persistence;
    private final String prefix;
    private final String party;
    private final String actor;
    private final List<String> requirements;
    private final AtomicInteger freeCode;
    private final List<Known> persons = new ArrayList<>();
    private final List<Known> parties = new ArrayList<>();
    private final List<Known> stated = new ArrayList<>();
    private final List<Known> drafts = new ArrayList<>();
    private final List<Known> filed = new ArrayList<>();
    private final List<Known> decided = new ArrayList<>();
    private int number;

    /** A party and the person who acts for it. */
    record Ministry(String party, String actor) {
    }

    Writer(String prefix, Ministry ministry, Random random, Persistence persistence, List<String> requirements,
            AtomicInteger freeCode) {
        this.prefix = prefix;
        this.party = ministry.party();
        this.actor = ministry.actor();
        this.random = random;
        this.persistence = persistence;
        this.requirements = requirements;
        this.freeCode = freeCode;
    }

    /** One command, whichever comes up. */
    void write() throws InterruptedException {
        int die = random.nextInt(100);
        if (die < 14) {
            person();
        } else if (die < 26) {
            requirement();
        } else if (die < 31) {
            party();
        } else if (die < 56 || drafts.isEmpty() && filed.isEmpty()) {
            draft();
        } else if (die < 80 && !drafts.isEmpty()) {
            changeDraft();
        } else {
            changeFiled();
        }
    }

    private String key() {
        return prefix + "-" + ++number;
    }

    private String user() {
        return party.toLowerCase() + ".editor";
    }

    private Known pick(List<Known> from) {
        return from.remove(random.nextInt(from.size()));
    }

    private static void remember(List<Known> list, Known record) {
        if (record != null) {
            list.add(record);
            if (list.size() > REMEMBERED) {
                list.remove(0);
            }
        }
    }

    private void person() throws InterruptedException {
        String key = key();
        if (persons.isEmpty() || random.nextInt(3) > 0) {
            remember(persons, persistence.carryOut(Operation.create(key, "person.record", "delegations", user(), "/api/v1/persons",
                    "{\"party\":\"%s\",\"name\":\"%s\",\"rank\":\"OTHER\",\"label\":%s}".formatted(party, key, label()))));
        } else {
            Known person = pick(persons);
            remember(persons, persistence.carryOut(Operation.put(key, "person.amend", "delegations", user(),
                    "/api/v1/persons/" + person.id(),
                    "{\"name\":\"%s\",\"post\":\"of version %d\",\"rank\":\"%s\"}".formatted(person.key(), person.version() + 1,
                            person.version() % 2 == 0 ? "OTHER" : "SENIOR_OFFICIAL"),
                    person)));
        }
    }

    private void party() throws InterruptedException {
        String key = key();
        String code = parties.isEmpty() || random.nextInt(6) == 0 ? code(freeCode.getAndIncrement()) : null;
        if (code != null) {
            remember(parties, persistence.carryOut(Operation.create(key, "party.register", "delegations", COORDINATOR,
                    "/api/v1/parties",
                    "{\"code\":\"%s\",\"kind\":\"STATE\",\"names\":{\"en\":\"%s\"},\"attributes\":[]}".formatted(code, key))));
        } else if (!parties.isEmpty()) {
            Known known = pick(parties);
            remember(parties, persistence.carryOut(Operation.put(key, "party.amend", "delegations", COORDINATOR,
                    "/api/v1/parties/" + known.id(), "{\"names\":{\"en\":\"%s\"},\"attributes\":[]}".formatted(key), known)));
        }
    }

    /** The codes of exercise states after those that the exercise uses: XBA, XBB ... XZZ; null when they are used up. */
    private static String code(int n) {
        return n >= 25 * 26 ? null : "X" + (char) ('B' + n / 26) + (char) ('A' + n % 26);
    }

    private void requirement() throws InterruptedException {
        String key = key();
        int die = random.nextInt(10);
        if (stated.isEmpty() || die < 4) {
            remember(stated, persistence.carryOut(Operation.create(key, "requirement.state", "priorities", COORDINATOR,
                    "/api/v1/requirements", requirement(key, 100 + random.nextInt(900)))));
        } else if (die < 9) {
            Known known = pick(stated);
            remember(stated, persistence.carryOut(Operation.put(key, "requirement.amend", "priorities", COORDINATOR,
                    "/api/v1/requirements/" + known.id(), requirement(key, 1_000 + known.version()), known)));
        } else {
            Known known = pick(stated);
            persistence.carryOut(Operation.act(key, "requirement.withdraw", "priorities", COORDINATOR,
                    "/api/v1/requirements/" + known.id() + "/withdrawals", "{\"reason\":\"" + key + "\"}", known));
        }
    }

    /** A requirement in soldiers. */
    static String requirement(String title, long quantity) {
        return """
                {"series":"EXERCISE","priority":"MULTINATIONAL_FORCE","title":"%s","unit":"soldiers","quantity":%d,"minimum":1,"domain":"LAND",\
                "kinds":[],"bindingForm":"POLITICAL","label":{"release":"PUBLIC"}}"""
                .formatted(title, quantity);
    }

    private void draft() throws InterruptedException {
        boolean support = random.nextInt(4) == 0;
        // The basis never changes, and another description fits it: the key tells.
        String key = key() + (support ? SUPPORT : "");
        remember(drafts,
                persistence.carryOut(Operation.create(key, "commitment.draft", "commitments", user(), "/api/v1/commitments",
                        commitment(key, true, support))));
    }

    private void changeDraft() throws InterruptedException {
        String key = key();
        Known draft = pick(drafts);
        remember(filed, persistence.carryOut(Operation.act(key, "commitment.file", "commitments", user(), path(draft) + "/filings",
                "{\"person\":\"" + actor + "\"}", draft)));
    }

    private void changeFiled() throws InterruptedException {
        String key = key();
        int die = random.nextInt(10);
        if (die < 4 && !filed.isEmpty()) {
            Known known = pick(filed);
            remember(decided, persistence.carryOut(Operation.act(key, "commitment.decide", "commitments", user(),
                    path(known) + "/decisions",
                    "{\"decidedOn\":\"2026-03-%02d\",\"source\":\"%s\"}".formatted(1 + random.nextInt(28), key),
                    known)));
        } else if (die < 8 && !filed.isEmpty() || decided.isEmpty() && !filed.isEmpty()) {
            Known known = pick(filed);
            remember(filed, persistence.carryOut(Operation.put(key, "commitment.amend", "commitments", user(), path(known),
                    commitment(key, false, known.key().endsWith(SUPPORT)), known)));
        } else if (!decided.isEmpty()) {
            Known known = pick(decided);
            persistence.carryOut(Operation.act(key, "commitment.withdraw", "commitments", user(), path(known) + "/withdrawals",
                    "{\"person\":\"" + actor + "\",\"reason\":\"" + key + "\"}", known));
        }
    }

    private static String path(Known commitment) {
        return "/api/v1/commitments/" + commitment.id();
    }

    /** @param support earlier support, which is totalled, instead of a guarantee, which is covered */
    private String commitment(String title, boolean fresh, boolean support) {
        int soldiers = 1 + random.nextInt(500);
        String basis = fresh
                ? "\"party\":\"%s\",\"basis\":\"%s\",".formatted(party, support ? "EARLIER_SUPPORT" : "GUARANTEE")
                : "";
        if (support) {
            return "{%s\"kind\":\"LOGISTICS\",\"category\":\"MILITARY\",\"title\":\"%s\",\"quantity\":{\"quantity\":%d,\"unit\":\"lorries\"},"
                    .formatted(basis, title, soldiers)
                    + "\"euroValue\":{\"amount\":\"%d.5\",\"currency\":\"EUR\"},\"label\":%s}".formatted(soldiers, label());
        }
        String requirement = requirements.get(random.nextInt(requirements.size()));
        return "{%s\"kind\":\"FORCE_CONTRIBUTION\",\"title\":\"%s\",\"priority\":\"MULTINATIONAL_FORCE\",".formatted(basis, title)
                + "\"contributions\":[{\"requirement\":\"%s\",\"quantity\":%d}],".formatted(requirement, soldiers)
                + "\"quantity\":{\"quantity\":%d,\"unit\":\"soldiers\"},\"domain\":\"LAND\",".formatted(soldiers)
                + "\"period\":{\"from\":\"2026-0%d-01\",\"until\":\"2028-12-31\"},\"label\":%s}".formatted(1 + random.nextInt(9),
                        label());
    }

    private String label() {
        return LABELS[random.nextInt(LABELS.length)];
    }
}
