package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.surety.commitments.approval.ApprovalReference;
import org.surety.commitments.requirement.RequirementReference;
import org.surety.commitments.trigger.Trigger;
import org.surety.contracts.Basis;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.Violations;

/**
 * What a description must be to describe a commitment of this basis in this series. All broken rules are named at once.
 *
 * @param party whose it is
 * @param approvals those that the description names, likewise
 * @param requirements those that the description names, as far as they are known here and released to who describes
 */
record CommitmentRules(String party, Basis basis, Series series, Map<UUID, RequirementReference> requirements,
        Map<UUID, ApprovalReference> approvals) {

    static final int MAX_TITLE = 200;
    static final int MAX_TEXT = Violations.MAX_TEXT;
    static final int MAX_PLACE = 200;
    static final int MAX_UNIT = 60;
    static final int MAX_GROUP = 100;
    static final int MAX_CONTRIBUTIONS = 50;
    static final int MAX_ELEMENT = 100;
    static final int MAX_APPROVALS = 20;

    /** The description with its contributions in the units of their requirements; refuses what breaks a rule. */
    CommitmentDescription require(CommitmentDescription description) {
        if (description.label() == null) {
            throw new InvalidRequest("label", "must be stated");
        }
        Violations violations = new Violations();
        fields(description, violations);
        AmountRules.quantity(description.quantity(), "quantity", violations);
        AmountRules.money(description.money(), "money", violations);
        AmountRules.money(description.euroValue(), "euroValue", violations);
        Money euro = description.euroValue();
        violations.check(euro == null || euro.currency() == null || euro.currency().equals("EUR"), "euroValue.currency",
                "must be EUR");
        violations.check(description.quantity() != null || description.money() != null, "quantity",
                "must be stated or undisclosed for a reason, where money is not");
        AmountRules.sources(description.sources(), "sources", violations);
        contributions(description, violations);
        approvals(description, violations);
        ParticularsRules.check(description, violations);
        Trigger.check(description.triggers(), basis, violations);
        violations.refuse();
        Label label = description.label().ownedBy(party, series);
        if (description.amountsLabel() != null
                && !label.covers(description.amountsLabel().ownedBy(party, series, "amountsLabel"))) {
            throw new InvalidRequest("amountsLabel", "must not be wider than the label");
        }
        description.approvals().stream().map(approvals::get).filter(approval -> !approval.label().covers(label)).findFirst()
                .ifPresent(approval -> {
                    throw CommitmentProblem.tooWideForApproval(approval.id(), approval.label());
                });
        description.contributions().forEach(contribution -> requireReleased(label,
                requirements.get(contribution.requirement())));
        return description.contributing(description.contributions().stream()
                .map(contribution -> contribution.in(requirements.get(contribution.requirement()).unit())).toList());
    }

    private void fields(CommitmentDescription description, Violations violations) {
        violations.check(description.kind() != null, "kind", "must be stated");
        violations.text(description.title(), "title", MAX_TITLE).optionalText(description.text(), "text", MAX_TEXT)
                .optionalText(description.place() == null ? null : description.place().text(), "place", MAX_PLACE)
                .optionalText(description.group(), "group", MAX_GROUP);
        violations.check(description.category() == null || description.category().matches("[A-Z][A-Z_]{0,39}"), "category",
                "must be capital letters and underscores, at most 40");
        violations.check(description.category() == null || basis == Basis.EARLIER_SUPPORT, "category",
                "is for earlier support alone");
        CommitmentDescription.Period period = description.period();
        LocalDate from = period == null || period.from() == null ? null : period.from().day();
        LocalDate until = period == null || period.until() == null ? null : period.until().day();
        violations.check(from == null || until == null || !until.isBefore(from), "period.until", "must not be before from");
        if (period != null) {
            stated(period.from() == null ? null : period.from().undisclosed(), "period.from", violations);
            stated(period.until() == null ? null : period.until().undisclosed(), "period.until", violations);
        }
        stated(description.place() == null ? null : description.place().undisclosed(), "place", violations);
        stated(description.announcedOn() == null ? null : description.announcedOn().undisclosed(), "announcedOn", violations);
    }

    private static void stated(Undisclosed reason, String field, Violations violations) {
        violations.check(AmountRules.isReason(reason), field, "cannot be NOT_RELEASED: that is for answers alone");
    }

    private void contributions(CommitmentDescription description, Violations violations) {
        List<Contribution> contributions = description.contributions();
        violations.check(contributions.size() <= MAX_CONTRIBUTIONS, "contributions", "must be at most " + MAX_CONTRIBUTIONS);
        violations.check(contributions.isEmpty() || basis == Basis.GUARANTEE, "contributions",
                "are for guarantees alone: earlier support is never in coverage");
        Set<UUID> named = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < contributions.size(); i++) {
            Contribution contribution = contributions.get(i);
            String field = "contributions[" + i + "]";
            RequirementReference requirement = contribution == null ? null : requirements.get(contribution.requirement());
            if (requirement == null) {
                violations.check(false, field + ".requirement",
                        "is not known here; a requirement stated a moment ago is known within seconds");
                continue;
            }
            violations.check(named.add(contribution.requirement()), field + ".requirement", "is named twice");
            AmountRules.number(contribution.quantity(), contribution.undisclosed(), field, violations);
            violations
                    .check(contribution.element() == null || !contribution.element().isBlank(), field + ".element",
                            "must not be blank")
                    .optionalText(contribution.element(), field + ".element", MAX_ELEMENT);
            fit(contribution, requirement, description, field, violations);
            if (contribution.quantity() != null && statesIn(description.quantity(), requirement.unit())) {
                sum = sum.add(contribution.quantity());
                violations.check(
                        contribution.quantity().compareTo(description.quantity().quantity()) <= 0 || contributions.size() == 1,
                        field + ".quantity", "must not be more than the quantity");
            }
        }
        Quantity promised = description.quantity();
        boolean overlaps = description.particulars() != null && description.particulars().overlap() != null;
        violations.check(overlaps || sum.signum() <= 0 || promised.quantity() == null || sum.compareTo(promised.quantity()) <= 0,
                "contributions",
                "must not be more than the quantity in all");
        violations.check(!overlaps || contributions.size() > 1, "particulars.overlap", "is for several contributions");
    }

    private void approvals(CommitmentDescription description, Violations violations) {
        List<UUID> named = description.approvals();
        violations.check(named.size() <= MAX_APPROVALS, "approvals", "must be at most " + MAX_APPROVALS);
        violations.check(named.isEmpty() || basis == Basis.GUARANTEE, "approvals",
                "are for guarantees alone: earlier support has been given");
        for (int i = 0; i < named.size(); i++) {
            String field = "approvals[" + i + "]";
            ApprovalReference approval = named.get(i) == null ? null : approvals.get(named.get(i));
            violations.check(approval != null, field, "is not an approval that is known to you");
            violations.check(approval == null || approval.series() == series, field, "must be of the same series");
            violations.check(named.indexOf(named.get(i)) == i, field, "is named twice");
        }
    }

    private void fit(Contribution contribution, RequirementReference requirement, CommitmentDescription description, String field,
            Violations violations) {
        violations.check(requirement.series() == series, field + ".requirement",
                "is of the series " + requirement.series() + ", the party is of " + series);
        violations.check(!requirement.withdrawn(), field + ".requirement", "has been withdrawn");
        violations.check(requirement.priority() == description.priority(), field + ".requirement",
                "belongs to the priority " + requirement.priority());
        violations.check(!requirement.kinds().isEmpty() || description.kind() == null
                || !Kind.SUPPLEMENTS.contains(description.kind()), field + ".requirement",
                "must name the kind " + description.kind() + ", which adds to no figure of forces");
        violations.check(requirement.kinds().isEmpty() || description.kind() == null
                || requirement.kinds().contains(description.kind()), field + ".requirement",
                "takes only the kinds " + requirement.kinds().stream().sorted().toList());
        String unit = contribution.unit() != null
                ? contribution.unit()
                : description.quantity() == null || description.quantity().unit() == null
                        ? requirement.unit()
                        : description.quantity().unit();
        violations.check(unit.equals(requirement.unit()), field + ".unit", "must be " + requirement.unit());
    }

    /** A commitment shows the requirement it contributes to, so it may not be seen by who may not see that one. */
    private static void requireReleased(Label commitment, RequirementReference requirement) {
        if (!requirement.label().covers(commitment)) {
            throw CommitmentProblem.tooWide(requirement.id(), requirement.label());
        }
    }

    private static boolean statesIn(Quantity quantity, String unit) {
        return quantity != null && quantity.quantity() != null && unit.equals(quantity.unit());
    }
}
