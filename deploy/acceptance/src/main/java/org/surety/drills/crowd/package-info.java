/** Many connections that are slow on purpose, and what they cost the others. */
package org.surety.drills.crowd;
