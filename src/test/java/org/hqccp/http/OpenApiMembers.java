package org.hqccp.http;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What OpenAPI 3.1.0 lets stand in each kind of object. */
final class OpenApiMembers {
    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** What may stand in each kind of object; a star marks what must. */
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry(
                    "document",
                    "openapi* info* jsonSchemaDialect servers paths webhooks components security tags externalDocs"),
            Map.entry("info", "title* summary description termsOfService contact license version*"),
            Map.entry("license", "name* identifier url"),
            Map.entry("server", "url* description variables"),
            Map.entry("tag", "name* description externalDocs"),
            Map.entry("path", "$ref summary description servers parameters " + String.join(" ", METHODS)),
            Map.entry(
                    "operation",
                    "tags summary description externalDocs operationId* parameters requestBody responses* callbacks"
                            + " deprecated security servers"),
            Map.entry(
                    "parameter",
                    "name* in* description required deprecated allowEmptyValue style explode allowReserved schema example"
                            + " examples content"),
            Map.entry("requestBody", "description content* required"),
            Map.entry("media", "schema example examples encoding"),
            Map.entry("response", "description* headers content links"),
            Map.entry("header", "description required deprecated style explode schema example examples content"),
            Map.entry("example", "summary description value externalValue"),
            Map.entry(
                    "components",
                    "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems"),
            Map.entry("securityScheme", "type* description name in scheme bearerFormat flows openIdConnectUrl"),
            Map.entry("reference", "$ref* summary description"));

    private OpenApiMembers() {}

    /** The members of a kind of object; a star marks what must be there. */
    static List<String> of(String kind) {
        return List.of(MEMBERS.getOrDefault(kind, "").split(" "));
    }
}
