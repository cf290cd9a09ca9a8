package org.surety.priorities.whatif;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.Series;
import org.surety.priorities.coverage.CoverageRepository;
import org.surety.priorities.coverage.CoverageSum;
import org.surety.priorities.remembered.Titles;
import org.surety.priorities.requirement.RequirementRepresentation;
import org.surety.priorities.requirement.RequirementService;
import org.surety.priorities.situation.SituationService;
import org.surety.priorities.whatif.Outcome.OfRequirement;
import org.surety.priorities.whatif.Wave.Turn;

/**
 * Tells what steps would lead to, from the data of now. It writes nothing: of the sums of coverage that the viewer sees it takes off what
 * the steps reach as it is, and adds what that would be.
 */
@ApplicationScoped
public class WhatIfService {

    private final CoverageRepository coverage;
    private final RequirementService requirements;
    private final SituationService situations;
    private final WhatIfReader reader;
    private final Titles titles;

    WhatIfService(CoverageRepository coverage, RequirementService requirements, SituationService situations,
            WhatIfReader reader, Titles titles) {
        this.coverage = coverage;
        this.requirements = requirements;
        this.situations = situations;
        this.reader = reader;
        this.titles = titles;
    }

    /** @param steps on records that the viewer sees */
    @Transactional
    public Outcome evaluate(Series series, LocalDate day, List<Step> steps) {
        Set<String> live = situations.inForce(series, day).stream().map(situation -> situation.kind().name())
                .collect(Collectors.toSet());
        WhatIf whatIf = WhatIf.of(steps, series, day);
        Set<String> then = new HashSet<>(live);
        then.addAll(whatIf.inForce());
        List<CoverageSum> sums = coverage.sums(series, day, live);
        List<CoverageSum> woken = then.equals(live) ? sums : coverage.sums(series, day, then);
        Cascade cascade = new Cascade(whatIf, series, day, then, reader).run();
        Tally scenario = Tally.of(then).plus(woken).plus(difference(whatIf, cascade, series, day, then));
        return outcome(requirements.listStanding(series), day, Tally.of(live).plus(sums), scenario, titled(cascade.waves()));
    }

    private List<Wave> titled(List<Wave> waves) {
        Map<UUID, String> known = titles.of(waves.stream().flatMap(wave -> wave.named().stream()).collect(Collectors.toSet()));
        return waves.stream().map(wave -> wave.titled(known)).toList();
    }

    private Tally difference(WhatIf whatIf, Cascade cascade, Series series, LocalDate day, Set<String> inForce) {
        Tally difference = Tally.of(inForce);
        if (!whatIf.parties().isEmpty()) {
            difference.minus(reader.sumsOf(series, day, whatIf.parties()));
        }
        difference.minus(Tally.of(inForce).plusPlain(cascade.before().stream()
                .filter(piece -> !whatIf.parties().contains(piece.party())).toList()))
                .plus(Tally.of(inForce).plusPlain(cascade.after()));

        Set<UUID> named = Stream.concat(cascade.before().stream(), cascade.after().stream())
                .filter(piece -> piece.element() != null).map(Piece::requirement).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!whatIf.parties().isEmpty()) {
            named.addAll(reader.named(series, whatIf.parties()));
        }
        List<Piece> elements = reader.elementsOf(series, day, named);
        Stream<Piece> left = elements.stream().filter(piece -> !cascade.reached().contains(piece.commitment())
                && !whatIf.parties().contains(piece.party()) && !whatIf.parties().contains(piece.lead()));
        return difference.minus(Tally.of(inForce).plusElements(elements))
                .plus(Tally.of(inForce).plusElements(Stream.concat(left, cascade.after().stream()).toList()));
    }

    private static Outcome outcome(List<RequirementRepresentation> shown, LocalDate day, Tally live, Tally scenario,
            List<Wave> waves) {
        Set<UUID> ids = shown.stream().map(RequirementRepresentation::id).collect(Collectors.toSet());
        return new Outcome(
                shown.stream().map(one -> OfRequirement.of(one.id(), one.priority(), one.title(), one.unit(), one.needOn(day),
                        live.of(one.id()), scenario.of(one.id()))).toList(),
                waves.stream().map(wave -> shown(wave, ids)).filter(wave -> !wave.turns().isEmpty()).toList());
    }

    /** What is withdrawn of requirements is in no answer. */
    private static Wave shown(Wave wave, Set<UUID> requirements) {
        List<Turn> turns = wave.turns().stream()
                .filter(turn -> turn.requirement() == null || requirements.contains(turn.requirement())).toList();
        return new Wave(wave.number(), wave.commitments(), turns);
    }
}
