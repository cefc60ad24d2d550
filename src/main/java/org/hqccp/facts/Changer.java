package org.hqccp.facts;

/** Who can change what a fact says; a change is only ever suggested to somebody who can make it. */
public enum Changer {
    SCHOOL,
    STUDENT,
    NOBODY
}
