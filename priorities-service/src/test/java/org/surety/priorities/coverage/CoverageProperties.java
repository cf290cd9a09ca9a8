package org.surety.priorities.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;
import static org.surety.priorities.requirement.SampleRequirement.with;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.contracts.ApprovalState.Phase;
import org.surety.contracts.ApprovalStatus;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Readiness;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.CommitmentState.Trigger;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.ReadinessLevel;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.contracts.TriggerKind;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.kit.log.History;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.commitment.SampleInstrument;
import org.surety.priorities.remembered.Overlay;
import org.surety.priorities.remembered.Past;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Coverage that is kept up change by change equals a plain recomputation over the newest states, whatever the changes were and however
 * they were delivered: in batches of any size, shuffled within a batch, and earlier batches again; and wherever the mark stands that follows the day. The seed of a failure is in its name.
 */
@QuarkusTest
@RealParts
class CoverageProperties {

    private static final int COMMITMENTS = 12;
    private static final int BATCHES = 25;
    private static final int APPROVALS = 4;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 60;
    private static final String HOST = "XAB";
    private static final List<Kind> KINDS = List.of(Kind.FORCE_CONTRIBUTION, Kind.SANCTIONS, Kind.TRAINING);
    private static final List<Undisclosed> REASONS = List.of(Undisclosed.UNKNOWN, Undisclosed.NOT_APPLICABLE, Undisclosed.WITHHELD);

    private final List<UUID> agreeable = List.of(UUID.randomUUID(), UUID.randomUUID());
    private final List<UUID> approvals = Stream.generate(UUID::randomUUID).limit(APPROVALS).toList();
    private final Map<UUID, SampleApproval> needed = new HashMap<>();
    private final Map<UUID, SampleInstrument> agreed = new HashMap<>();
    private List<UUID> requirements;

    @Inject
    DatabaseOfTest database;

    @Inject
    Database connection;

    @Inject
    CoverageRepository coverage;

    @Inject
    Past past;

    @Inject
    History history;

    @Inject
    CoverageMarks marks;

    @Inject
    NumbersOpened opened;

    @Inject
    Known known;

    @BeforeEach
    void empty() {
        database.clear();
        Map<String, Object> demanding = with(with(soldiers(), "host", HOST), "bindingForm", "LEGAL");
        requirements = List.of(stated(demanding), UUID.randomUUID(), UUID.randomUUID());
    }

    /** A plain sum, by what it is the sum of. */
    private record Key(UUID requirement, PriorityCode priority, String party, String what, String wakes) {
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8})
    void equalsARecomputation(long seed) {
        Random random = new Random(seed);
        Map<UUID, SampleCommitment> world = new LinkedHashMap<>();
        List<List<SampleCommitment>> delivered = new ArrayList<>();
        needed.clear();
        agreed.clear();
        for (int i = 0; i < BATCHES; i++) {
            List<SampleCommitment> batch = change(world, random);
            delivered.add(batch);
            List<SampleCommitment> shuffled = new ArrayList<>(batch);
            Collections.shuffle(shuffled, random);
            known.commitments(shuffled);
            move(random);
            agree(random);
            if (random.nextInt(3) == 0) {
                known.commitments(delivered.get(random.nextInt(delivered.size())));
            }
            check(world, random);
        }
        assertThat(database.value("select count(*) from coverage_mismatch")).isEqualTo("0");
        assertThat(database.value("select count(*) from coverage_total_mismatch")).isEqualTo("0");
        assertThat(database.value("select count(*) from earlier_support_mismatch")).isEqualTo("0");
        assertThat(database.value("select count(*) from coverage_delta where quantity = 0 and commitments = 0 and undisclosed = 0"))
                .isEqualTo("0");
        known.refilled(delivered, List.copyOf(needed.values()), List.copyOf(agreed.values()));
        for (String sums : List.of("coverage_delta", "coverage_total", "earlier_support_total", "coverage_part",
                "coverage_dependency")) {
            assertThat(database.value("select count(*) from (select * from " + sums + " except select * from rebuild." + sums
                    + ") missing")).isEqualTo("0");
            assertThat(database.value("select count(*) from (select * from rebuild." + sums + " except select * from " + sums
                    + ") surplus")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 11, 12})
    void returnsToNothingWhenEverythingIsWithdrawn(long seed) {
        Random random = new Random(seed);
        Map<UUID, SampleCommitment> world = new LinkedHashMap<>();
        for (int i = 0; i < BATCHES; i++) {
            known.commitments(change(world, random));
        }
        assertThat(database.value("select count(*) from coverage_delta")).isNotEqualTo("0");
        known.commitments(world.values().stream().map(SampleCommitment::withdrawn).toList());
        assertThat(database.value("select count(*) from coverage_delta")).isEqualTo("0");
        assertThat(database.value("select count(*) from coverage_total")).isEqualTo("0");
        assertThat(database.value("select count(*) from earlier_support_total")).isEqualTo("0");
        assertThat(database.value("select count(*) from coverage_part")).isEqualTo("0");
        assertThat(database.value("select count(*) from coverage_dependency")).isEqualTo("0");
    }

    /** What was so at an instant. */
    private record Then(Instant instant, Map<UUID, SampleCommitment> world, Map<UUID, SampleApproval> needed,
            Map<UUID, SampleInstrument> agreed) {
    }

    @ParameterizedTest
    @ValueSource(longs = { 21, 22, 23, 24})
    void theAnswerAsItWasKnownIsTheOneGivenThen(long seed) {
        Random random = new Random(seed);
        Map<UUID, SampleCommitment> world = new LinkedHashMap<>();
        List<Then> before = new ArrayList<>();
        needed.clear();
        agreed.clear();
        for (int i = 0; i < BATCHES; i++) {
            known.commitments(change(world, random));
            SampleCommitment one = any(List.copyOf(world.values()), random);
            world.put(one.id(), one.released(label(one.state().party(), random)));
            known.commitments(world.get(one.id()));
            move(random);
            agree(random);
            before.add(new Then(Known.instant(), new LinkedHashMap<>(world), Map.copyOf(needed),
                    Map.copyOf(agreed)));
        }
        known.commitments(world.values().stream().limit(1).map(SampleCommitment::withdrawn).toList());
        world.computeIfPresent(world.keySet().iterator().next(), (id, one) -> one.withdrawn());
        known.parties(List.of(known.party("XAA", seed)));
        Awaitility.await().ignoreExceptions().until(() -> {
            history.requireKnown(before.get(before.size() - 1).instant());
            return true;
        });
        for (Then then : before) {
            // For several viewers: seldom does one see a label of now and not that of then.
            for (int viewer = 0; viewer < 3; viewer++) {
                checkPast(then, world, random);
            }
        }
    }

    /** As {@link #check}, with the labels of then and those of now. */
    private void checkPast(Then then, Map<UUID, SampleCommitment> now, Random random) {
        LocalDate day = START.plusDays(random.nextInt(DAYS + 60) - 20L);
        Set<String> inForce = random.nextBoolean() ? Set.of() : Set.of("CEASEFIRE_IN_FORCE");
        Set<Label> released = now.values().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.label()), amounts(one).stream())).filter(label -> random.nextBoolean())
                .collect(Collectors.toSet());
        PlainRules rules = new PlainRules(then.world(), then.needed(), then.agreed(), requirements.get(0), HOST, day);
        as(released, () -> past.answer(then.instant(), overlay -> {
            assertThat(sums(day, inForce, overlay)).isEqualTo(recomputed(rules, then.world(), now, inForce, released::contains));
            assertThat(totals(overlay)).isEqualTo(recomputedTotals(then.world(), now, released::contains));
            return null;
        }));
    }

    /** Some changes, of which one commitment may have several; the newest of each goes into the world. */
    private List<SampleCommitment> change(Map<UUID, SampleCommitment> world, Random random) {
        List<SampleCommitment> batch = new ArrayList<>();
        for (int n = 1 + random.nextInt(8); n > 0; n--) {
            SampleCommitment next = world.size() < COMMITMENTS && random.nextInt(3) == 0
                    ? fresh(random)
                    : world.isEmpty() ? fresh(random) : changed(world, any(List.copyOf(world.values()), random), random);
            world.put(next.id(), next);
            batch.add(next);
        }
        return batch;
    }

    private static SampleCommitment fresh(Random random) {
        String party = any(List.of("XAA", "XAB", "XAC"), random);
        return random.nextInt(3) == 0
                ? SampleCommitment.earlier(party, any(Arrays.asList("MILITARY", null), random), any(KINDS, random), euro(random))
                : SampleCommitment.of(party);
    }

    /** Some approvals move; some come only after the commitments that need them. */
    private void move(Random random) {
        List<SampleApproval> moved = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            UUID id = any(approvals, random);
            SampleApproval before = needed.getOrDefault(id,
                    new SampleApproval(id, 0, List.of(), id.equals(approvals.get(0)) ? HOST : null));
            List<Phase> phases = new ArrayList<>(List.of(new Phase(null, ApprovalStatus.OPEN, true)));
            LocalDate day = START.minusDays(5);
            for (int n = random.nextInt(4); n > 0; n--) {
                day = day.plusDays(1 + random.nextInt(30));
                phases.add(new Phase(day, any(Arrays.asList(ApprovalStatus.values()), random), random.nextInt(4) > 0));
            }
            needed.put(id, before.moved(phases));
            moved.add(needed.get(id));
        }
        known.approvals(moved);
    }

    /** Instruments enter into force, and end. */
    private void agree(Random random) {
        if (random.nextInt(3) == 0) {
            UUID id = any(agreeable, random);
            LocalDate from = START.plusDays(random.nextInt(DAYS));
            agreed.put(id,
                    agreed.getOrDefault(id, new SampleInstrument(id, 0, null, null)).lasting(random.nextInt(4) == 0 ? null : from,
                            random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(40))));
            known.instruments(List.of(agreed.get(id)));
        }
    }

    private SampleCommitment changed(Map<UUID, SampleCommitment> world, SampleCommitment commitment, Random random) {
        LocalDate day = START.plusDays(random.nextInt(DAYS));
        return switch (random.nextInt(16)) {
            case 0 -> commitment.contributing(contributions(random));
            case 1 -> random.nextInt(3) == 0 ? commitment.sharing(shares(random)) : commitment.contributing(contributions(random));
            case 2 -> random.nextBoolean()
                    ? commitment.released(label(commitment.state().party(), random))
                    : commitment.amountsReleased(random.nextInt(3) == 0 ? null : label(commitment.state().party(), random));
            case 3 -> commitment.decided(day, random.nextBoolean() ? null : day.plusDays(random.nextInt(20)));
            case 4 -> commitment.during(random.nextBoolean() ? null : day,
                    random.nextBoolean() ? null : day.plusDays(random.nextInt(40) - 5L));
            case 5 -> commitment.ofKind(any(KINDS, random));
            case 10, 11 -> commitment.stating(readiness(random));
            case 12 -> commitment.binding(any(Arrays.asList(BindingForm.values()), random));
            case 13 -> random.nextInt(3) > 0
                    ? commitment.excluding()
                    : commitment.excluding(any(List.of(CaveatKind.NOT_ON_TERRITORY, CaveatKind.OTHER), random));
            case 14 -> commitment.waitingFor(conditions(world, random));
            case 15 -> commitment.wakingOn(triggers(day, random));
            case 9 -> commitment.needing(random.nextInt(4) == 0 ? null : List.of(any(approvals, random), any(approvals, random)));
            case 8 -> commitment.judged(any(Arrays.asList(AuthorityAnswer.values()), random));
            case 6 -> commitment.under(any(Arrays.asList(PriorityCode.MULTINATIONAL_FORCE, PriorityCode.ARMED_FORCES_SUPPORT, null),
                    random));
            default -> random.nextInt(3) == 0 ? commitment.withdrawn() : commitment.contributing();
        };
    }

    private Contribution[] contributions(Random random) {
        Contribution[] parts = new Contribution[random.nextInt(4)];
        for (int i = 0; i < parts.length; i++) {
            String element = any(Arrays.asList("1st Brigade", "2nd Brigade", null, null), random);
            parts[i] = random.nextInt(3) == 0
                    ? new Contribution(any(requirements, random), null, any(REASONS, random), element)
                    : new Contribution(any(requirements, random), BigDecimal.valueOf(random.nextInt(1_000_000), 3), null, element);
        }
        return parts;
    }

    private static Readiness[] readiness(Random random) {
        Readiness[] stated = new Readiness[random.nextInt(4)];
        for (int i = 0; i < stated.length; i++) {
            LocalDate from = START.plusDays(random.nextInt(DAYS / 10) * 10L);
            stated[i] = SampleCommitment.readiness(any(List.of(ReadinessLevel.READY, ReadinessLevel.IN_PREPARATION,
                    ReadinessLevel.NOT_READY), random), from, from.plusDays(random.nextInt(40)));
        }
        return stated;
    }

    private Condition[] conditions(Map<UUID, SampleCommitment> world, Random random) {
        Condition[] conditions = new Condition[random.nextInt(3)];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = switch (random.nextInt(4)) {
                case 0 -> new Condition(ConditionKind.COMMITMENT, any(List.copyOf(world.keySet()), random), null, null, null);
                case 1 -> new Condition(ConditionKind.PARTICIPATION, null, any(List.of("XAA", "XAB", "XAC"), random), null, null);
                case 2 -> new Condition(ConditionKind.INSTRUMENT_IN_FORCE, null, null, any(agreeable, random), null);
                default -> new Condition(ConditionKind.HOST_CONSENT, null, HOST, null, null);
            };
        }
        return conditions;
    }

    private static Trigger[] triggers(LocalDate day, Random random) {
        Trigger ceasefire = new Trigger(TriggerKind.CEASEFIRE_IN_FORCE, null);
        Trigger date = new Trigger(TriggerKind.DATE, day);
        return any(List.of(new Trigger[0], new Trigger[]{ ceasefire}, new Trigger[]{ date}, new Trigger[]{ date, ceasefire}),
                random);
    }

    private static List<Share> shares(Random random) {
        return Stream.of("XAD", "XAE").filter(party -> random.nextInt(3) > 0).map(party -> {
            ShareState state = any(Arrays.asList(ShareState.values()), random);
            return new Share(party, BigDecimal.valueOf(1 + random.nextInt(500_000), 4), state,
                    state == ShareState.CONFIRMED ? START.plusDays(random.nextInt(DAYS)) : null);
        }).toList();
    }

    private static Money euro(Random random) {
        return random.nextBoolean()
                ? Money.of(BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 9), "EUR")
                : Money.undisclosed(any(REASONS, random), "EUR");
    }

    private static Label label(String party, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Label.openToAll();
            case 1 -> Label.national(party);
            case 2 -> Label.of(Release.NAMED, Series.EXERCISE, party, List.of("XAD"));
            default -> Label.of(Release.COALITION, Series.EXERCISE, party, List.of());
        };
    }

    /** By its label of then and by that of now. */
    private static boolean isReleased(SampleCommitment then, Map<UUID, SampleCommitment> now, Predicate<Label> released) {
        return released.test(then.label()) && released.test(now.get(then.id()).label());
    }

    private static boolean areAmountsReleased(SampleCommitment then, Map<UUID, SampleCommitment> now, Predicate<Label> released) {
        return amounts(then).stream().allMatch(released) && amounts(now.get(then.id())).stream().allMatch(released);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** For the viewer system, and for a viewer who sees some labels only, on a day around the changes. */
    private void check(Map<UUID, SampleCommitment> world, Random random) {
        LocalDate day = START.plusDays(random.nextInt(DAYS + 60) - 20L);
        Set<String> inForce = random.nextBoolean() ? Set.of() : Set.of("CEASEFIRE_IN_FORCE");
        PlainRules rules = new PlainRules(world, needed, agreed, requirements.get(0), HOST, day);
        marks.move(START.plusDays(random.nextInt(DAYS + 60) - 20L));
        assertThat(SystemViewer.transaction(() -> sums(day, inForce, Overlay.NONE)))
                .isEqualTo(recomputed(rules, world, world, inForce, label -> true));
        SystemViewer.transaction(() -> opened.check(requirements, day, inForce, random));
        SystemViewer.transaction(() -> opened.checkMonths(requirements, day.minusMonths(1), inForce));
        assertThat(SystemViewer.transaction(() -> totals(Overlay.NONE))).isEqualTo(recomputedTotals(world, world, label -> true));

        Set<Label> released = world.values().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.label()), amounts(one).stream())).filter(label -> random.nextBoolean())
                .collect(Collectors.toSet());
        assertThat(as(released, () -> sums(day, inForce, Overlay.NONE)))
                .isEqualTo(recomputed(rules, world, world, inForce, released::contains));
        as(released, () -> {
            opened.check(requirements, day, inForce, random);
            opened.checkMonths(requirements, day.minusMonths(1), inForce);
            return null;
        });
        assertThat(as(released, () -> totals(Overlay.NONE))).isEqualTo(recomputedTotals(world, world, released::contains));
    }

    private <T> T as(Set<Label> released, java.util.concurrent.Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> {
            connection.run(c -> {
                try (PreparedStatement set = c.prepareStatement(
                        "select set_config('surety.audiences', coalesce((select array_agg(id)::text from audience where key = any (?)), '{}'), true)")) {
                    set.setArray(1, c.createArrayOf("text", released.stream().map(Label::key).toArray()));
                    set.execute();
                }
            });
            return reading.call();
        });
    }

    private Map<Key, List<BigDecimal>> sums(LocalDate day, Set<String> inForce, Overlay overlay) {
        Map<Key, List<BigDecimal>> sums = new HashMap<>();
        coverage.sums(Series.EXERCISE, day, inForce, overlay)
                .forEach(sum -> put(sums, new Key(sum.requirement(), sum.priority(), sum.party(), sum.what(), sum.wakes()),
                        sum.quantity(), sum.commitments(), sum.undisclosed()));
        sums.values().removeIf(values -> values.stream().allMatch(value -> value.signum() == 0));
        return sums;
    }

    /** One contribution that counts, or what one commitment says of an element; the amount is null where it does not say so to the viewer. */
    private record Said(BigDecimal amount, boolean undisclosed, String wakes, boolean lead) {
    }

    private record Element(UUID requirement, String what, String lead, String party, String name) {
    }

    private Map<Key, List<BigDecimal>> recomputed(PlainRules rules, Map<UUID, SampleCommitment> world,
            Map<UUID, SampleCommitment> now, Set<String> inForce, Predicate<Label> released) {
        Map<Key, List<BigDecimal>> sums = new HashMap<>();
        Map<Element, List<Said>> elements = new HashMap<>();
        world.values().stream().filter(commitment -> isReleased(commitment, now, released)).forEach(commitment -> {
            CommitmentState state = commitment.state();
            boolean shown = areAmountsReleased(commitment, now, released);
            for (Share share : all(state)) {
                boolean lead = share.party().equals(state.party());
                said(state, share, shown).forEach((place, said) -> rules.of(state, place.requirement(), share).forEach(counts -> {
                    if (place.name() == null) {
                        put(sums, new Key(place.requirement(), place.requirement() == null ? state.priority() : null, share.party(),
                                counts.what(), counts.wakes()), said.amount() == null ? BigDecimal.ZERO : said.amount(),
                                lead ? 1 : 0,
                                lead && said.undisclosed() ? 1 : 0);
                    } else {
                        elements.computeIfAbsent(new Element(place.requirement(), counts.what(), state.party(), share.party(),
                                place.name()), key -> new ArrayList<>())
                                .add(new Said(said.amount(), said.undisclosed(), counts.wakes(), lead));
                    }
                }));
            }
        });
        elements.forEach((element, said) -> once(sums, element, said, inForce));
        sums.values().removeIf(values -> values.stream().allMatch(value -> value.signum() == 0));
        return sums;
    }

    /** What a commitment says of each requirement and element; of a commitment that names no requirement, of its priority. */
    private static Map<Element, Said> said(CommitmentState state, Share share, boolean shown) {
        Map<Element, Said> said = new HashMap<>();
        for (Contribution part : state.contributions()) {
            BigDecimal amount = part.quantity() == null
                    ? null
                    : part.quantity().multiply(share.percent()).movePointLeft(2);
            said.merge(new Element(part.requirement(), null, null, null, part.element()),
                    new Said(shown ? amount : null, !shown || counts(part.undisclosed()), null, false),
                    (one, other) -> new Said(one.amount() == null
                            ? other.amount()
                            : other.amount() == null ? one.amount() : one.amount().add(other.amount()),
                            one.undisclosed() || other.undisclosed(), null, false));
        }
        if (state.contributions().isEmpty() && state.priority() != null) {
            said.put(new Element(null, null, null, null, null), new Said(null, true, null, false));
        }
        return said;
    }

    private static boolean counts(Undisclosed reason) {
        return reason != null && reason != Undisclosed.NOT_APPLICABLE;
    }

    /** As much as is awake says most; asleep what is asleep says beyond that. */
    private static void once(Map<Key, List<BigDecimal>> sums, Element element, List<Said> said, Set<String> inForce) {
        List<Said> awake = said.stream().filter(one -> one.wakes() == null || inForce.stream().anyMatch(one.wakes()::contains))
                .toList();
        List<Said> asleep = said.stream().filter(one -> !awake.contains(one)).toList();
        BigDecimal active = most(awake);
        if (!awake.isEmpty()) {
            put(sums, new Key(element.requirement(), null, element.party(), element.what(), null),
                    active == null ? BigDecimal.ZERO : active, awake.stream().filter(Said::lead).count(),
                    active == null && awake.stream().anyMatch(Said::undisclosed) ? 1 : 0);
        }
        if (!asleep.isEmpty()) {
            BigDecimal most = most(asleep);
            BigDecimal beyond = (most == null ? BigDecimal.ZERO : most).subtract(active == null ? BigDecimal.ZERO : active);
            String wakes = asleep.stream().min(Comparator
                    .comparing(Said::amount, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                    .thenComparing(Said::wakes))
                    .orElseThrow().wakes();
            put(sums, new Key(element.requirement(), null, element.party(), element.what(), wakes), beyond.max(BigDecimal.ZERO),
                    asleep.stream().filter(Said::lead).count(),
                    most == null && active == null && asleep.stream().anyMatch(Said::undisclosed) ? 1 : 0);
        }
    }

    private static BigDecimal most(List<Said> said) {
        return said.stream().map(Said::amount).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    /** Of the party whose it is, and of the others. */
    private static List<Share> all(CommitmentState state) {
        List<Share> others = state.shares() == null ? List.of() : state.shares();
        BigDecimal rest = others.stream().map(Share::percent).reduce(BigDecimal.valueOf(100), BigDecimal::subtract);
        return Stream.concat(Stream.of(new Share(state.party(), rest, ShareState.CONFIRMED, null)), others.stream()).toList();
    }

    private static Optional<Label> amounts(SampleCommitment commitment) {
        return Optional.ofNullable(commitment.state().amountsLabel()).map(Label::parse);
    }

    private Map<String, List<BigDecimal>> totals(Overlay overlay) {
        Map<String, List<BigDecimal>> totals = new TreeMap<>();
        coverage.earlierSupport(Series.EXERCISE, overlay).forEach(total -> put(totals,
                total.party() + "|" + total.category() + "|" + total.kind(), new BigDecimal(total.euro()), total.commitments(),
                total.undisclosed()));
        return totals;
    }

    private static Map<String, List<BigDecimal>> recomputedTotals(Map<UUID, SampleCommitment> world,
            Map<UUID, SampleCommitment> now, Predicate<Label> released) {
        Map<String, List<BigDecimal>> totals = new TreeMap<>();
        world.values().stream().filter(commitment -> isReleased(commitment, now, released))
                .filter(one -> one.state().basis() == Basis.EARLIER_SUPPORT && one.state().state().equals("FILED"))
                .forEach(commitment -> {
                    CommitmentState state = commitment.state();
                    Money euro = areAmountsReleased(commitment, now, released)
                            ? state.euroValue()
                            : Money.undisclosed(Undisclosed.NOT_RELEASED, "EUR");
                    put(totals, state.party() + "|" + state.category() + "|" + state.kind(),
                            Objects.requireNonNullElse(euro.amount(), BigDecimal.ZERO), 1,
                            euro.undisclosed() == null || euro.undisclosed() == Undisclosed.NOT_APPLICABLE ? 0 : 1);
                });
        return totals;
    }

    private static <K> void put(Map<K, List<BigDecimal>> sums, K key, BigDecimal quantity, long commitments, long undisclosed) {
        sums.merge(key, plain(List.of(quantity, BigDecimal.valueOf(commitments), BigDecimal.valueOf(undisclosed))), (a, b) -> plain(
                List.of(a.get(0).add(b.get(0)), a.get(1).add(b.get(1)), a.get(2).add(b.get(2)))));
    }

    private static List<BigDecimal> plain(List<BigDecimal> values) {
        return values.stream().map(BigDecimal::stripTrailingZeros).toList();
    }
}
