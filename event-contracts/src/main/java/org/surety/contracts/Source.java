package org.surety.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where a record's facts come from: an address, a citation, or both.
 *
 * @param url at most 2,000 characters; never fetched by Surety
 * @param text a citation, at most 2,000 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(String url, String text) {
}
