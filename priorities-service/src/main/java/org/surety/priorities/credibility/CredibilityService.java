package org.surety.priorities.credibility;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.problem.Violations;
import org.surety.priorities.credibility.Credibility.Judged;
import org.surety.priorities.credibility.FigureRepository.Assured;
import org.surety.priorities.credibility.Judgement.Needed;
import org.surety.priorities.requirement.RequirementService;
import org.surety.priorities.stating.Days;
import org.surety.priorities.stating.ExerciseNote;
import org.surety.priorities.weaklink.WeakLinkService;

/** Judges credibility by the criteria that are asked, in what the viewer may see. */
@ApplicationScoped
class CredibilityService {

    private final CriterionService criteria;
    private final FigureRepository figures;
    private final FallenAwayRepository fallen;
    private final RequirementService requirements;
    private final WeakLinkService links;
    private final Today today;

    CredibilityService(CriterionService criteria, FigureRepository figures, FallenAwayRepository fallen,
            RequirementService requirements, WeakLinkService links, Today today) {
        this.criteria = criteria;
        this.figures = figures;
        this.fallen = fallen;
        this.requirements = requirements;
        this.links = links;
        this.today = today;
    }

    /** @param asOf null: today */
    @Transactional
    Credibility read(Series series, LocalDate asOf) {
        LocalDate day = asOf == null ? today.day() : asOf;
        Days.check(new Violations(), day, "asOf")
                .check(series != null, "series", "must be one of " + Arrays.toString(Series.values()))
                .refuse();
        List<Needed> needed = requirements.listStanding(series).stream()
                .map(one -> new Needed(one.id(), one.priority(), one.title(), one.unit(), one.needOn(day).minimum())).toList();
        List<Assured> assured = figures.assured(series, day);
        return new Credibility(series, ExerciseNote.of(series), day,
                criteria.list(series).stream().filter(CriterionRepresentation::enabled)
                        .map(criterion -> judge(criterion, needed, assured, series, day)).toList());
    }

    private Judged judge(CriterionRepresentation criterion, List<Needed> needed, List<Assured> assured, Series series,
            LocalDate day) {
        Judgement judgement = new Judgement(criterion);
        return switch (criterion.kind()) {
            case EACH_REQUIREMENT_ASSURED_AT_MINIMUM -> judgement.requirements(needed, assured);
            case ATTRIBUTE_IN_PRIORITY ->
                judgement.attributes(needed, assured, figures.having(criterion.attributes(), series, day));
            case SHARE_OF_ONE_PARTY -> judgement.share(needed, assured);
            case NO_CIRCULAR_CONDITIONS -> judgement.circles(links.circles(series).size());
            case APPROVALS_ON_SCHEDULE -> judgement.approvals(figures.overdueApprovals(series, day));
            case OPEN_QUESTIONS_NOT_OVERDUE -> judgement.questions(figures.overdueQuestions(series, day));
            case SUPPLEMENTS_WHERE_MILITARY_FELL_AWAY -> judgement.supplements(fallen.on(day, series));
        };
    }
}
