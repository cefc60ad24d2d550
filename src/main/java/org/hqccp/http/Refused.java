package org.hqccp.http;

import java.util.List;
import java.util.Map;
import org.hqccp.json.CaseProblem;
import org.hqccp.json.CaseRefused;

/** A request that is not answered as asked, because of what was sent. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final ProblemType type;
    private final String detail;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    /**
     * A refusal with headers of its own.
     *
     * @param detail what is wrong with this request, in one plain sentence that repeats nothing that was sent
     */
    Refused(ProblemType type, String detail, List<Fault> faults, Map<String, String> headers) {
        super(type.word(), null, false, false);
        this.type = type;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    Refused(ProblemType type, String detail, List<Fault> faults) {
        this(type, detail, faults, Map.of());
    }

    Refused(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** A refused case, with all its problems. */
    static Refused of(CaseRefused refused) {
        ProblemType type = switch (refused.kind()) {
            case MALFORMED -> ProblemType.MALFORMED_CASE;
            case TOO_LARGE -> ProblemType.TOO_LARGE;
            case INVALID -> ProblemType.INVALID_CASE;
        };
        List<CaseProblem> problems = refused.problems();
        String count = problems.size() == 1 ? "one problem" : problems.size() + " problems";
        return new Refused(
                type,
                "The case was not decided: " + count + " found.",
                problems.stream().map(Fault::of).toList());
    }

    ProblemType type() {
        return type;
    }

    String detail() {
        return detail;
    }

    List<Fault> faults() {
        return faults;
    }

    Map<String, String> headers() {
        return headers;
    }
}
