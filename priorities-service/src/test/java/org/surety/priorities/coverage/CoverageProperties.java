package org.surety.priorities.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.contracts.ApprovalState.Phase;
import org.surety.contracts.ApprovalStatus;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Coverage that is kept up change by change equals a plain recomputation over the newest states, whatever the changes were and however
 * they were delivered: in batches of any size, shuffled within a batch, and earlier batches again. The seed of a failure is in its name.
 */
@QuarkusTest
@RealParts
class CoverageProperties {

    private static final int COMMITMENTS = 12;
    private static final int BATCHES = 25;
    private static final int APPROVALS = 4;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 60;
    private static final List<UUID> REQUIREMENTS = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final List<UUID> NEEDED = Stream.generate(UUID::randomUUID).limit(APPROVALS).toList();
    private static final List<Kind> KINDS = List.of(Kind.FORCE_CONTRIBUTION, Kind.SANCTIONS, Kind.TRAINING);
    private static final List<Undisclosed> REASONS = List.of(Undisclosed.UNKNOWN, Undisclosed.NOT_APPLICABLE, Undisclosed.WITHHELD);

    private final Map<UUID, SampleApproval> needed = new HashMap<>();

    @Inject
    DatabaseOfTest database;

    @Inject
    Database connection;

    @Inject
    CoverageRepository coverage;

    @Inject
    Known known;

    @BeforeEach
    void empty() {
        database.clear();
    }

    /** A plain sum, by what it is the sum of. */
    private record Key(UUID requirement, PriorityCode priority, Kind kind, Stage stage) {
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8})
    void equalsARecomputation(long seed) {
        Random random = new Random(seed);
        Map<UUID, SampleCommitment> world = new LinkedHashMap<>();
        List<List<SampleCommitment>> delivered = new ArrayList<>();
        needed.clear();
        for (int i = 0; i < BATCHES; i++) {
            List<SampleCommitment> batch = change(world, random);
            delivered.add(batch);
            List<SampleCommitment> shuffled = new ArrayList<>(batch);
            Collections.shuffle(shuffled, random);
            known.commitments(shuffled);
            move(random);
            if (random.nextInt(3) == 0) {
                known.commitments(delivered.get(random.nextInt(delivered.size())));
            }
            check(world, random);
        }
        assertThat(database.value("select count(*) from coverage_mismatch")).isEqualTo("0");
        assertThat(database.value("select count(*) from earlier_support_mismatch")).isEqualTo("0");
        assertThat(database.value("select count(*) from coverage_element_mismatch")).isEqualTo("0");
        assertThat(database.value("select count(*) from coverage_delta where quantity = 0 and commitments = 0 and undisclosed = 0"))
                .isEqualTo("0");
        known.refilled(delivered, List.copyOf(needed.values()));
        for (String sums : List.of("coverage_delta", "earlier_support_total", "coverage_element")) {
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
        assertThat(database.value("select count(*) from earlier_support_total")).isEqualTo("0");
        assertThat(database.value("select count(*) from coverage_element")).isEqualTo("0");
    }

    /** Some changes, of which one commitment may have several; the newest of each goes into the world. */
    private static List<SampleCommitment> change(Map<UUID, SampleCommitment> world, Random random) {
        List<SampleCommitment> batch = new ArrayList<>();
        for (int n = 1 + random.nextInt(8); n > 0; n--) {
            SampleCommitment next = world.size() < COMMITMENTS && random.nextInt(3) == 0
                    ? fresh(random)
                    : world.isEmpty() ? fresh(random) : changed(any(List.copyOf(world.values()), random), random);
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
            UUID id = any(NEEDED, random);
            SampleApproval before = needed.getOrDefault(id, new SampleApproval(id, 0, List.of()));
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

    private boolean refused(CommitmentState state, LocalDate day) {
        return state.approvals() != null && state.approvals().stream()
                .anyMatch(id -> needed.containsKey(id) && needed.get(id).refuses(day));
    }

    private static SampleCommitment changed(SampleCommitment commitment, Random random) {
        LocalDate day = START.plusDays(random.nextInt(DAYS));
        return switch (random.nextInt(10)) {
            case 0 -> commitment.contributing(contributions(random));
            case 1 -> random.nextInt(3) == 0 ? commitment.sharing(shares(random)) : commitment.contributing(contributions(random));
            case 2 -> random.nextBoolean()
                    ? commitment.released(label(commitment.state().party(), random))
                    : commitment.amountsReleased(random.nextInt(3) == 0 ? null : label(commitment.state().party(), random));
            case 3 -> commitment.decided(day, random.nextBoolean() ? null : day.plusDays(random.nextInt(20)));
            case 4 -> commitment.during(random.nextBoolean() ? null : day,
                    random.nextBoolean() ? null : day.plusDays(random.nextInt(40) - 5L));
            case 5 -> commitment.ofKind(any(KINDS, random));
            case 9 -> commitment.needing(random.nextInt(4) == 0 ? null : List.of(any(NEEDED, random), any(NEEDED, random)));
            case 8 -> commitment.judged(any(Arrays.asList(AuthorityAnswer.values()), random));
            case 6 -> commitment.under(any(Arrays.asList(PriorityCode.MULTINATIONAL_FORCE, PriorityCode.ARMED_FORCES_SUPPORT, null),
                    random));
            default -> random.nextInt(3) == 0 ? commitment.withdrawn() : commitment.contributing();
        };
    }

    private static Contribution[] contributions(Random random) {
        Contribution[] parts = new Contribution[random.nextInt(4)];
        for (int i = 0; i < parts.length; i++) {
            String element = any(Arrays.asList("1st Brigade", "2nd Brigade", null, null), random);
            parts[i] = random.nextInt(3) == 0
                    ? new Contribution(any(REQUIREMENTS, random), null, any(REASONS, random), element)
                    : new Contribution(any(REQUIREMENTS, random), BigDecimal.valueOf(random.nextInt(1_000_000), 3), null, element);
        }
        return parts;
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

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** For the viewer system, and for a viewer who sees some labels only, on a day around the changes. */
    private void check(Map<UUID, SampleCommitment> world, Random random) {
        LocalDate day = START.plusDays(random.nextInt(DAYS + 60) - 20L);
        assertThat(SystemViewer.transaction(() -> sums(day))).isEqualTo(recomputed(world, day, label -> true));
        assertThat(SystemViewer.transaction(() -> totals())).isEqualTo(recomputedTotals(world, label -> true));

        Set<Label> released = world.values().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.label()), amounts(one).stream())).filter(label -> random.nextBoolean())
                .collect(Collectors.toSet());
        assertThat(as(released, () -> sums(day))).isEqualTo(recomputed(world, day, released::contains));
        assertThat(as(released, this::totals)).isEqualTo(recomputedTotals(world, released::contains));
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

    private Map<Key, List<BigDecimal>> sums(LocalDate day) {
        Map<Key, List<BigDecimal>> sums = new HashMap<>();
        coverage.sums(Series.EXERCISE, day)
                .forEach(sum -> put(sums, new Key(sum.requirement(), sum.priority(), sum.kind(), sum.stage()), sum.quantity(),
                        sum.commitments(), sum.undisclosed()));
        sums.values().removeIf(values -> values.stream().allMatch(value -> value.signum() == 0));
        return sums;
    }

    private Map<Key, List<BigDecimal>> recomputed(Map<UUID, SampleCommitment> world, LocalDate day,
            Predicate<Label> released) {
        Map<Key, List<BigDecimal>> sums = new HashMap<>();
        Map<List<Object>, List<Named>> elements = new HashMap<>();
        for (SampleCommitment commitment : world.values()) {
            CommitmentState state = commitment.state();
            for (Stage stage : Stage.values()) {
                if (released.test(commitment.label()) && counts(state, stage, day)) {
                    boolean shown = amounts(commitment).stream().allMatch(released);
                    for (Share share : all(state)) {
                        if (counts(share, stage, day)) {
                            contribute(sums, elements, state, stage, share, shown);
                        }
                    }
                }
            }
        }
        elements.forEach((what, named) -> {
            Named most = named.stream().min(Comparator
                    .comparing(Named::amount, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                    .thenComparing(one -> one.kind().name()))
                    .orElseThrow();
            int undisclosed = most.amount() == null && named.stream().anyMatch(Named::undisclosed) ? 1 : 0;
            put(sums, new Key((UUID) what.get(0), null, most.kind(), (Stage) what.get(1)),
                    most.amount() == null ? BigDecimal.ZERO : most.amount(), what.get(2).equals(what.get(3)) ? named.size() : 0,
                    undisclosed);
        });
        sums.values().removeIf(values -> values.stream().allMatch(value -> value.signum() == 0));
        return sums;
    }

    /** What one commitment says of an element; the amount is null where it does not say so to the viewer. */
    private record Named(BigDecimal amount, boolean undisclosed, Kind kind) {
    }

    /** Of the party whose it is, and of the others. */
    private static List<Share> all(CommitmentState state) {
        List<Share> others = state.shares() == null ? List.of() : state.shares();
        BigDecimal rest = others.stream().map(Share::percent).reduce(BigDecimal.valueOf(100), BigDecimal::subtract);
        return Stream.concat(Stream.of(new Share(state.party(), rest, ShareState.CONFIRMED, null)), others.stream()).toList();
    }

    private static boolean counts(Share share, Stage stage, LocalDate day) {
        return stage == Stage.PLEDGED
                ? share.state() != ShareState.WITHDRAWN
                : share.state() == ShareState.CONFIRMED && (share.since() == null || !day.isBefore(share.since()));
    }

    private boolean counts(CommitmentState state, Stage stage, LocalDate day) {
        if (state.basis() != Basis.GUARANTEE || !state.state().equals("FILED") || day.isBefore(state.announcedOn().day())
                || state.from() != null && day.isBefore(state.from()) || state.until() != null && day.isAfter(state.until())) {
            return false;
        }
        if (stage == Stage.PLEDGED) {
            return true;
        }
        boolean withAuthority = state.authority() == null || state.authority() == AuthorityAnswer.YES;
        return withAuthority && state.decision() != null && !refused(state, day) && !day
                .isBefore(Objects.requireNonNullElse(state.decision().effectiveOn(), state.decision().decidedOn()));
    }

    private static Optional<Label> amounts(SampleCommitment commitment) {
        return Optional.ofNullable(commitment.state().amountsLabel()).map(Label::parse);
    }

    private static void contribute(Map<Key, List<BigDecimal>> sums, Map<List<Object>, List<Named>> elements, CommitmentState state,
            Stage stage, Share share, boolean shown) {
        boolean lead = share.party().equals(state.party());
        if (state.contributions().isEmpty() && state.priority() != null) {
            put(sums, new Key(null, state.priority(), state.kind(), stage), BigDecimal.ZERO, lead ? 1 : 0, lead ? 1 : 0);
        }
        state.contributions().stream().collect(Collectors.groupingBy(part -> Arrays.asList(part.requirement(), part.element())))
                .forEach((of, parts) -> {
                    UUID requirement = (UUID) of.get(0);
                    BigDecimal whole = parts.stream().map(Contribution::quantity).filter(Objects::nonNull).reduce(BigDecimal::add)
                            .orElse(null);
                    BigDecimal quantity = whole == null ? null : whole.multiply(share.percent()).movePointLeft(2);
                    boolean undisclosed = parts.stream()
                            .anyMatch(part -> part.undisclosed() != null && part.undisclosed() != Undisclosed.NOT_APPLICABLE);
                    if (of.get(1) != null) {
                        elements.computeIfAbsent(List.of(requirement, stage, state.party(), share.party(), of.get(1)),
                                key -> new ArrayList<>())
                                .add(new Named(shown ? quantity : null, undisclosed || !shown, state.kind()));
                        return;
                    }
                    put(sums, new Key(requirement, null, state.kind(), stage),
                            shown && quantity != null ? quantity : BigDecimal.ZERO, lead ? 1 : 0,
                            lead && (undisclosed || !shown) ? 1 : 0);
                });
    }

    private Map<String, List<BigDecimal>> totals() {
        Map<String, List<BigDecimal>> totals = new TreeMap<>();
        coverage.earlierSupport(Series.EXERCISE).forEach(total -> put(totals,
                total.party() + "|" + total.category() + "|" + total.kind(), new BigDecimal(total.euro()), total.commitments(),
                total.undisclosed()));
        return totals;
    }

    private static Map<String, List<BigDecimal>> recomputedTotals(Map<UUID, SampleCommitment> world, Predicate<Label> released) {
        Map<String, List<BigDecimal>> totals = new TreeMap<>();
        world.values().stream().filter(commitment -> released.test(commitment.label()))
                .filter(one -> one.state().basis() == Basis.EARLIER_SUPPORT && one.state().state().equals("FILED"))
                .forEach(commitment -> {
                    CommitmentState state = commitment.state();
                    Money euro = amounts(commitment).stream().allMatch(released)
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
