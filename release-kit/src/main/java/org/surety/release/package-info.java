/** What leaves a service: the released form of its change log for partners, and the record of who read what. No business word. */
package org.surety.release;
