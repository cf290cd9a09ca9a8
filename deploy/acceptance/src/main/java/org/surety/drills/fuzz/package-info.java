/** Requests made of the published document of the API, sound and broken: what is asked wrongly is told so, and nothing fails. */
package org.surety.drills.fuzz;
