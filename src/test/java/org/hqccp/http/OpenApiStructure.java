package org.hqccp.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.json.Schemas;

/**
 * Where a document is not built as OpenAPI 3.1.0 says: members that must be there, members that mean nothing, references, path parameters,
 * examples that their own schema refuses. Each finding begins with its place.
 */
final class OpenApiStructure {
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}/]+)}");
    private static final Set<String> PLACES = Set.of("path", "query", "header", "cookie");

    private final JsonNode document;
    private final List<String> findings = new ArrayList<>();
    private final Set<String> operationIds = new HashSet<>();
    private final Set<String> tags = new HashSet<>();

    private OpenApiStructure(JsonNode document) {
        this.document = document;
    }

    static List<String> findings(JsonNode document) {
        OpenApiStructure structure = new OpenApiStructure(document);
        structure.document();
        return structure.findings;
    }

    private void document() {
        references("", document);
        if (!findings.isEmpty()) {
            // A schema that refers to nothing cannot be asked about its examples.
            return;
        }
        members("", "document", document);
        members("/info", "info", document.path("info"));
        if (document.path("info").has("license")) {
            members("/info/license", "license", document.at("/info/license"));
        }
        if (!document.path("openapi").asText().matches("3\\.1\\.\\d+")) {
            found("/openapi", "is not a version of OpenAPI 3.1");
        }
        each(document.path("servers"), (at, server) -> members("/servers/" + at, "server", server));
        each(document.path("tags"), (at, tag) -> {
            members("/tags/" + at, "tag", tag);
            if (!tags.add(tag.path("name").asText())) {
                found("/tags/" + at, "stands twice");
            }
        });
        components();
        Set<String> templates = new HashSet<>();
        each(document.path("paths"), (path, item) -> {
            if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
                found("/paths/" + path, "is not a path");
            }
            if (!templates.add(TEMPLATE.matcher(path).replaceAll("{}"))) {
                found("/paths/" + path, "is the same as another path");
            }
            path("/paths/" + path, path, item);
        });
    }

    private void components() {
        JsonNode components = document.path("components");
        members("/components", "components", components);
        each(
                components,
                (kind, named) -> each(named, (name, component) -> {
                    String place = "/components/" + kind + "/" + name;
                    if (!name.matches("[a-zA-Z0-9._-]+")) {
                        found(place, "is no name for a component");
                    }
                    switch (kind) {
                        case "parameters" -> parameter(place, component);
                        case "responses" -> response(place, component);
                        case "securitySchemes" -> members(place, "securityScheme", component);
                        case "schemas" -> {}
                        default -> found(place, "is of a kind that this check does not know");
                    }
                }));
    }

    private void path(String place, String path, JsonNode item) {
        members(place, "path", item);
        each(item, (method, operation) -> {
            if (OpenApiMembers.METHODS.contains(method)) {
                operation(place + "/" + method, path, item.path("parameters"), operation);
            }
        });
    }

    private void operation(String place, String path, JsonNode shared, JsonNode operation) {
        members(place, "operation", operation);
        if (!operationIds.add(operation.path("operationId").asText())) {
            found(place, "has the operationId of another operation");
        }
        for (JsonNode tag : operation.path("tags")) {
            if (!tags.contains(tag.asText())) {
                found(place, "has a tag that is not declared");
            }
        }
        for (JsonNode needed : operation.path("security")) {
            needed.fieldNames().forEachRemaining(scheme -> {
                if (!document.path("components").path("securitySchemes").has(scheme)) {
                    found(place, "needs a security scheme that is not declared");
                }
            });
        }
        Set<String> seen = new HashSet<>();
        Set<String> inPath = new TreeSet<>();
        for (JsonNode list : List.of(shared, operation.path("parameters"))) {
            each(list, (at, each) -> {
                JsonNode parameter = referred(place + "/parameters/" + at, "parameters", each);
                if (!each.has("$ref")) {
                    parameter(place + "/parameters/" + at, each);
                }
                if (!seen.add(parameter.path("in").asText() + " "
                        + parameter.path("name").asText().toLowerCase(Locale.ROOT))) {
                    found(place + "/parameters/" + at, "stands twice");
                }
                if (parameter.path("in").asText().equals("path")) {
                    inPath.add(parameter.path("name").asText());
                }
            });
        }
        Set<String> named = new TreeSet<>();
        Matcher template = TEMPLATE.matcher(path);
        while (template.find()) {
            named.add(template.group(1));
        }
        if (!named.equals(inPath)) {
            found(place, "declares other path parameters than its path names");
        }
        if (operation.has("requestBody")) {
            members(place + "/requestBody", "requestBody", operation.path("requestBody"));
            content(place + "/requestBody", operation.path("requestBody").path("content"));
        }
        if (operation.path("responses").isEmpty()) {
            found(place, "has no response");
        }
        each(operation.path("responses"), (status, each) -> {
            String response = place + "/responses/" + status;
            if (!status.matches("[1-5](\\d\\d|XX)|default")) {
                found(response, "is no status");
            }
            if (each.has("$ref")) {
                referred(response, "responses", each);
            } else {
                response(response, each);
            }
        });
    }

    private void parameter(String place, JsonNode parameter) {
        members(place, "parameter", parameter);
        String in = parameter.path("in").asText();
        if (!PLACES.contains(in)) {
            found(place, "is in no place that a parameter can have");
        }
        if (in.equals("path") && !parameter.path("required").asBoolean()) {
            found(place, "is in the path and not required");
        }
        if (parameter.has("schema") == parameter.has("content")) {
            found(place, "needs a schema, or a content, and not both");
        }
        examples(place, parameter);
    }

    private void response(String place, JsonNode response) {
        members(place, "response", response);
        each(response.path("headers"), (name, header) -> {
            if (!header.has("$ref")) {
                members(place + "/headers/" + name, "header", header);
            }
        });
        content(place, response.path("content"));
    }

    private void content(String place, JsonNode content) {
        each(content, (type, media) -> {
            String at = place + "/content/" + type;
            if (!type.matches("[^/ ]+/[^/ ]+")) {
                found(at, "is no media type");
            }
            members(at, "media", media);
            examples(at, media);
        });
    }

    private void examples(String place, JsonNode holder) {
        if (holder.has("example") && holder.has("examples")) {
            found(place, "has an example and examples");
        }
        if (holder.has("example")) {
            conforms(place + "/example", holder.path("schema"), holder.path("example"));
        }
        each(holder.path("examples"), (name, example) -> {
            members(place + "/examples/" + name, "example", example);
            conforms(place + "/examples/" + name, holder.path("schema"), example.path("value"));
        });
    }

    private void conforms(String place, JsonNode schema, JsonNode value) {
        if (schema.isMissingNode()) {
            return;
        }
        // The schema refers to its neighbors from the root of the document, so it is asked from there.
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("components", document.path("components"));
        root.putArray("allOf").add(schema);
        for (String error :
                Schemas.errors(Schemas.schema(root.toString().getBytes(StandardCharsets.UTF_8)), value.toString())) {
            found(place, "is refused by its schema: " + error);
        }
    }

    /** What a reference leads to; what is no reference is given back as it is. */
    private JsonNode referred(String place, String kind, JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        members(place, "reference", node);
        String to = node.path("$ref").asText();
        if (!to.startsWith("#/components/" + kind + "/")) {
            found(place, "refers to something that cannot stand here");
            return node;
        }
        return document.at(to.substring(1));
    }

    private void references(String place, JsonNode node) {
        JsonNode to = node.path("$ref");
        if (to.isTextual()
                && (!to.asText().startsWith("#/")
                        || document.at(to.asText().substring(1)).isMissingNode())) {
            found(place, "refers to nothing");
        }
        each(node, (name, inner) -> references(place + "/" + name, inner));
    }

    private void members(String place, String kind, JsonNode node) {
        List<String> allowed = OpenApiMembers.of(kind);
        if (!node.isObject()) {
            found(place, "is no object");
            return;
        }
        for (String member : allowed) {
            if (member.endsWith("*") && node.path(member.replace("*", "")).isMissingNode()) {
                found(place, "has no '" + member.replace("*", "") + "'");
            }
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name) && !allowed.contains(name + "*") && !name.startsWith("x-")) {
                found(place, "has '" + name + "', which means nothing there");
            }
        });
    }

    private static void each(JsonNode node, BiConsumer<String, JsonNode> seen) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                seen.accept(String.valueOf(i), node.get(i));
            }
        } else {
            node.properties().forEach(member -> seen.accept(member.getKey(), member.getValue()));
        }
    }

    private void found(String place, String what) {
        findings.add(place + " " + what);
    }
}
