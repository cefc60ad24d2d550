package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A case with the edits of a proposed change made in its JSON, from outside. */
final class EditedCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EditedCase() {}

    /** The case with the edits made in it; the number of the edit {@code nearer} stays one step nearer to where it was. */
    static String of(String caseJson, JsonNode edits, int nearer) throws IOException {
        JsonNode document = JSON.readTree(caseJson);
        for (int i = 0; i < edits.size(); i++) {
            JsonNode edit = edits.get(i);
            String pointer = edit.at("/pointer").asText();
            String name = pointer.substring(pointer.lastIndexOf('/') + 1);
            JsonNode holder = document.at(pointer.substring(0, pointer.lastIndexOf('/')));
            if (name.equals("-")) {
                ((ArrayNode) holder).add(edit.path("to"));
            } else {
                assertThat(same(holder.path(name), edit.path("from")))
                        .as(edits.toString())
                        .isTrue();
                ((ObjectNode) holder).set(name, i == nearer ? nearer(edit) : edit.path("to"));
            }
        }
        return JSON.writeValueAsString(document);
    }

    /** Sets have no order. */
    private static boolean same(JsonNode a, JsonNode b) {
        if (a.isArray() && b.isArray()) {
            List<String> left = new ArrayList<>();
            List<String> right = new ArrayList<>();
            a.forEach(each -> left.add(each.toString()));
            b.forEach(each -> right.add(each.toString()));
            return left.stream()
                    .sorted()
                    .toList()
                    .equals(right.stream().sorted().toList());
        }
        return a.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
    }

    private static JsonNode nearer(JsonNode edit) {
        BigDecimal to = edit.path("to").decimalValue();
        int back = edit.path("from").decimalValue().compareTo(to);
        return JSON.getNodeFactory().numberNode(to.add(BigDecimal.valueOf(back)));
    }
}
