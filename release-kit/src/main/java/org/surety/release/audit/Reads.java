package org.surety.release.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestResponse;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;

/** What a service was asked and has answered, for its auditor. Who may ask stands on the methods of the resources that call this. */
@ApplicationScoped
public class Reads {

    private final ReadRepository reads;
    private final Paging paging;
    private final Reading reading;

    Reads(ReadRepository reads, Paging paging, Reading reading) {
        this.reads = reads;
        this.paging = paging;
        this.reading = reading;
    }

    /** A page of them as JSON, the newest first. */
    @Transactional
    public RestResponse<Page<ReadRepresentation>> list(ReadFilter filter, Integer limit, String cursor, HttpHeaders headers) {
        // Where a path has a method for each form, the framework gives the first one to who accepts none of them.
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
        return paging.answer(page(filter, limit, cursor));
    }

    /** The same page as CSV; the next one is in the header {@code Link}. */
    @Transactional
    public Response file(ReadFilter filter, Integer limit, String cursor) {
        Page<ReadRepresentation> page = reading.giving(page(filter, limit, cursor));
        return Response.fromResponse(paging.answer(page).toResponse()).entity(ReadFile.of(page.items())).type(ReadFile.CONTENT_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reads.csv\"").build();
    }

    private Page<ReadRepresentation> page(ReadFilter filter, Integer limit, String cursor) {
        filter.check();
        Paging.Request request = paging.request(limit, cursor);
        return paging.page(request, reads.list(filter, request), ReadRepresentation::place);
    }
}
