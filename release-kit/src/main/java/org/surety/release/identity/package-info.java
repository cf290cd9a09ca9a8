/** What a request must bring to be somebody's, beyond what the extension for OpenID Connect checks. The gateway holds the same rules for itself. */
package org.surety.release.identity;
