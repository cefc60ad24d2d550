package org.hqccp.json;

import org.hqccp.decision.MissingFact;
import org.hqccp.decision.UnknownParameter;

/** Writes what keeps something undecided: facts of the case, and parameters of the rules. */
record MissingWriter(JsonBytes json) {

    void fact(MissingFact missing) {
        json.writeStartObject();
        json.writeStringField("fact", missing.fact());
        json.writeStringField("label", missing.label());
        json.writeStringField("pointer", missing.pointer());
        json.writeStringField("reason", missing.reason());
        json.writeEndObject();
    }

    void parameter(UnknownParameter unknown) {
        json.writeStartObject();
        json.writeStringField("label", unknown.label());
        json.writeStringField("parameter", unknown.parameter());
        json.writeStringField("reason", unknown.reason());
        json.writeEndObject();
    }
}
