package org.hqccp.http;

import org.hqccp.json.CaseRefused;
import org.hqccp.service.Decided;
import org.hqccp.service.NoSuchDecision;

/** Decides one case; safe for all threads. */
interface Decider {
    Decided decide(String decision, byte[] caseJson, boolean changes) throws CaseRefused, NoSuchDecision;
}
