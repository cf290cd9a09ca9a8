/** What whoever verifies an access token holds it to, beyond what the extension for OpenID Connect does. */
package org.surety.token;
