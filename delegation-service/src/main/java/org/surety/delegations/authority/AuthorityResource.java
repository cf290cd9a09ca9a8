package org.surety.delegations.authority;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.surety.kit.actor.Role;

/** Authority over HTTP: a question, and nothing to write. */
@Path("/api/v1/authority")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authority")
class AuthorityResource {

    private final AuthorityService authority;

    AuthorityResource(AuthorityService authority) {
        this.authority = authority;
    }

    @GET
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR})
    @Operation(summary = "Ask whether a person could perform an act for a party", description = "Yes, no or provisional; on what ground, "
            + "by which records, and by which rule of treaty law; or what is missing. Of a day, and as it was known at an instant. "
            + "The answer is about what is on record and released to you.")
    public AuthorityRepresentation answer(@BeanParam AuthorityQuestion question) {
        return authority.answer(question);
    }
}
