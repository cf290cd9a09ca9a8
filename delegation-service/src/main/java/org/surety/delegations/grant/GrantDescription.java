package org.surety.delegations.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Source;
import org.surety.kit.problem.Violations;

/**
 * What is said of a grant, and what PUT replaces when it was recorded wrongly.
 *
 * @param office of an office, and of nothing else
 * @param act of all but an office, which is enough for every act of its holder
 * @param scope without one: ALL
 * @param from first day
 * @param until last day; without one the end is open
 * @param issuedBy the person who issued full powers or a confirmation
 * @param issuedOn when they were issued: today when left out, and when they are corrected the day that was on record
 */
public record GrantDescription(
        @Schema(description = "Of an office, and of nothing else. HEAD_OF_ORGANISATION for organisations alone.") Office office,
        @Schema(description = "The one kind of act; not for an office. POLITICAL_PROMISE needs no authority and is refused.") KindOfAct act,
        @Schema(description = "ALL when left out, the code of a priority, or the id of a gathering, an instrument or a commitment.") String scope,
        LocalDate from, LocalDate until, UUID issuedBy, LocalDate issuedOn,
        @Schema(description = "The body or the post that issued it, at most 300 characters. Do not write names of persons: they stand in "
                + "/persons alone, where they can be erased.", maxLength = 300) String issuingAuthority,
        @Schema(description = "Cite the document; of a person write the post, not the name: it could not be erased here.") List<Source> sources) {

    private static final int MAX_AUTHORITY = 300;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public GrantDescription {
        scope = scopeOf(scope);
        sources = sources == null ? List.of() : sources;
    }

    /** The scope as it is kept: ids in small letters, and without one everything. */
    public static String scopeOf(String said) {
        return said == null ? AuthorityState.EVERYTHING : ID.matcher(said.toLowerCase()).matches() ? said.toLowerCase() : said;
    }

    /** Notes it unless the scope, as {@link #scopeOf} keeps it, is one. */
    public static Violations checkScope(String scope, Violations violations) {
        boolean known = scope.equals(AuthorityState.EVERYTHING) || ID.matcher(scope).matches()
                || List.of(PriorityCode.values()).stream().anyMatch(priority -> priority.name().equals(scope));
        return violations.check(known, "scope", "must be ALL, the code of a priority, or the id of a gathering, an instrument or a "
                + "commitment");
    }

    /** With this day where the day of issue was left out and there is one. */
    GrantDescription issuedOnOr(Ground ground, LocalDate day) {
        return !isIssued(ground) || issuedOn != null
                ? this
                : new GrantDescription(office, act, scope, from, until, issuedBy, day, issuingAuthority, sources);
    }

    /** An office is held and a practice is found; full powers and a confirmation are issued, by somebody and on a day. */
    static boolean isIssued(Ground ground) {
        return ground == Ground.FULL_POWERS || ground == Ground.CONFIRMATION;
    }

    /** To be called with the day of issue filled in. */
    Violations check(Ground ground, LocalDate today, Violations violations) {
        violations.check(from != null, "from", "must be stated")
                .check(from == null || until == null || !until.isBefore(from), "until", "must not be before from")
                .optionalText(issuingAuthority, "issuingAuthority", MAX_AUTHORITY)
                .sources(sources, "sources");
        checkScope(scope, violations);
        if (ground == Ground.OFFICE) {
            checkOffice(violations);
        } else {
            checkAct(violations);
        }
        if (isIssued(ground)) {
            checkIssue(ground, today, violations);
        } else {
            violations.check(issuedBy == null, "issuedBy", "is stated for full powers and confirmations alone")
                    .check(issuedOn == null, "issuedOn", "is stated for full powers and confirmations alone");
        }
        return violations;
    }

    private void checkOffice(Violations violations) {
        violations.check(office != null, "office", "must be stated")
                .check(act == null, "act", "is not stated for an office: it is enough for every act of its holder")
                .check(scope.equals(AuthorityState.EVERYTHING), "scope", "must be ALL for an office");
    }

    private void checkAct(Violations violations) {
        violations.check(office == null, "office", "is stated for an office alone")
                .check(act != null, "act", "must be stated")
                .check(act != KindOfAct.POLITICAL_PROMISE, "act", "must be another: a political promise needs no authority");
    }

    /** Full powers look ahead and a confirmation looks back: what was done before the powers were issued is confirmed, not empowered. */
    private void checkIssue(Ground ground, LocalDate today, Violations violations) {
        violations.check(issuedBy != null, "issuedBy", "must be stated")
                .check(!issuedOn.isAfter(today), "issuedOn", "must not be after today");
        if (ground == Ground.FULL_POWERS) {
            violations.check(from == null || !from.isBefore(issuedOn), "from",
                    "must not be before issuedOn (today when left out): what was done earlier is confirmed at /confirmations");
        } else {
            violations.check(until != null, "until", "must be stated: a confirmation is of a period that lies in the past")
                    .check(until == null || !until.isAfter(issuedOn), "until", "must not be after issuedOn (today when left out)");
        }
    }
}
