/** What leaves a service: the released form of its change log, and what its files say of themselves. No business word. */
package org.surety.release;
