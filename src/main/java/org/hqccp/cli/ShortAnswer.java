package org.hqccp.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Question;
import org.hqccp.decision.Result;
import org.hqccp.json.Json;

/** A decision in one short line: what came out, why by rule id, and what is still to be asked. For files about many students. */
final class ShortAnswer {
    private ShortAnswer() {}

    static byte[] of(Decision decision) {
        return Json.bytes(Json.value(brief(decision)));
    }

    private static Map<String, Object> brief(Decision decision) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("caseId", decision.caseId());
        line.put("asOf", decision.asOf().toString());
        line.put("decision", decision.name());
        line.put("outcome", decision.outcome());
        List<Object> results = new ArrayList<>();
        decision.results().forEach(result -> results.add(result(result)));
        line.put("results", results);
        List<Object> supports = new ArrayList<>();
        decision.supports().forEach(support -> {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("id", support.id());
            each.put("mode", support.mode());
            each.put("codes", support.codes());
            each.put("role", support.role());
            each.put("urgency", support.urgency());
            each.put("audience", support.audience());
            supports.add(each);
        });
        line.put("supports", supports);
        line.put("ask", decision.questions().stream().map(Question::fact).toList());
        if (!decision.parts().isEmpty()) {
            line.put("parts", decision.parts().stream().map(ShortAnswer::brief).toList());
        }
        line.put("ruleSetVersion", decision.ruleSetVersion());
        return line;
    }

    private static Map<String, Object> result(Result result) {
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("subject", result.subject());
        each.put("outcome", result.outcome());
        each.put("because", result.because());
        List<Object> actions = new ArrayList<>();
        result.actions().forEach(action -> {
            Map<String, Object> todo = new LinkedHashMap<>();
            todo.put("code", action.code());
            todo.put("who", action.who());
            if (action.by() != null) {
                todo.put("by", String.valueOf(action.by()));
            }
            actions.add(todo);
        });
        each.put("actions", actions);
        return each;
    }
}
