package org.surety.priorities.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.priorities.party.PartyAttributes;
import org.surety.priorities.priority.PriorityService;
import org.surety.priorities.remembered.Overlay;
import org.surety.priorities.remembered.Past;
import org.surety.priorities.requirement.RequirementService;
import org.surety.priorities.situation.SituationInForce;
import org.surety.priorities.situation.SituationService;

/** Reads coverage. */
@ApplicationScoped
class CoverageService {

    private final PriorityService priorities;
    private final RequirementService requirements;
    private final CoverageRepository sums;
    private final SituationService situations;
    private final PartyAttributes parties;
    private final ChosenParties chosen;
    private final Past past;
    private final Today today;

    CoverageService(PriorityService priorities, RequirementService requirements, CoverageRepository sums,
            SituationService situations, PartyAttributes parties, ChosenParties chosen, Past past, Today today) {
        this.priorities = priorities;
        this.requirements = requirements;
        this.sums = sums;
        this.situations = situations;
        this.parties = parties;
        this.chosen = chosen;
        this.past = past;
        this.today = today;
    }

    /**
     * The coverage of a day, as far as it is released to the viewer.
     *
     * @param asOf null: today
     * @param knownAt null: as it is
     * @param with parties of which alone it is asked; empty: of all
     * @param without parties that are left out
     * @param assumed kinds of situations that are to be taken for determined
     * @param scope of what is needed, what is asked for
     */
    @Transactional
    CoverageRepresentation read(Series series, LocalDate asOf, Instant knownAt, List<String> with, List<String> without,
            List<String> assumed, CoverageScope scope) {
        CoverageQuestion question = CoverageQuestion.of(asOf == null ? today.day() : asOf, knownAt, assumed);
        ChosenParties.Choice choice = chosen.choose(series, with, without, question);
        return past.answer(knownAt, choice.leftOut(), overlay -> read(series, question, choice, scope, overlay));
    }

    private CoverageRepresentation read(Series series, CoverageQuestion question, ChosenParties.Choice choice,
            CoverageScope scope, Overlay overlay) {
        List<SituationInForce> declared = situations.inForce(series, question.asOf(), question.knownAt());
        Set<String> inForce = question.inForce(declared);
        List<CoverageSum> summed = sums.sums(series, question.asOf(), inForce, overlay);
        return new Coverage(priorities.listFive(), requirements.listStanding(series, question.knownAt()), summed, declared, inForce,
                parties.on(question.asOf(), question.knownAt(), summed.stream().map(CoverageSum::party).distinct().toList()),
                question.asOf(),
                sums.earlierSupport(series, overlay).stream().filter(one -> !choice.leftOut().contains(one.party())).toList(),
                scope)
                .represent(series, question, choice);
    }
}
