package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tools read the OpenAPI document by the rules of OpenAPI 3.1, so it keeps them. */
class OpenApiStructureTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static JsonNode document;

    @BeforeAll
    static void read() throws Exception {
        try (TestServer server = RealRules.serve()) {
            document = server.get("/openapi.json").json();
        }
    }

    @Test
    void theDocumentIsBuiltAsOpenApiSays() {
        assertThat(OpenApiStructure.findings(document)).isEmpty();
    }

    /** Without this the test above could be one that finds nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            /info                                       ; title       ;                                 ; /info has no 'title'
            /info                                       ; titel       ; "x"                             ; /info has 'titel', which means nothing there
                                                        ; openapi     ; "3.0.3"                         ; /openapi is not a version of OpenAPI 3.1
            /paths                                      ; livez       ; {}                              ; /paths/livez is not a path
            /paths                                      ; /v1/log/{x} ; {}                              ; /paths//v1/log/{x} is the same as another path
            /paths/~1livez/get                          ; responses   ; {}                              ; /paths//livez/get has no response
            /paths/~1livez/get                          ; operationId ; "ready"                         ; has the operationId of another operation
            /paths/~1livez/get                          ; tags        ; ["Nothing"]                     ; /paths//livez/get has a tag that is not declared
            /paths/~1livez/get                          ; security    ; [{"key": []}]                   ; /paths//livez/get needs a security scheme that is not declared
            /paths/~1livez/get                          ; parameters  ; [{"name": "x", "in": "path", "required": true, "schema": {}}] ; /paths//livez/get declares other path parameters than its path names
            /paths/~1livez/get                          ; parameters  ; [{"$ref": "#/components/schemas/Problem"}]                    ; /paths//livez/get/parameters/0 refers to something that cannot stand here
            /paths/~1livez/get/responses                ; 2000        ; {"description": "x"}            ; /paths//livez/get/responses/2000 is no status
            /paths/~1livez/get/responses                ; 201         ; {}                              ; /paths//livez/get/responses/201 has no 'description'
            /components/parameters/decision             ; required    ; false                           ; /components/parameters/decision is in the path and not required
            /components/parameters/decision             ; schema      ;                                 ; /components/parameters/decision needs a schema, or a content, and not both
            /components/parameters/decision             ; example     ; 5                               ; /components/parameters/decision/example is refused by its schema
            /components/responses                       ; a b         ; {"description": "x"}            ; /components/responses/a b is no name for a component
            /components/responses/BadRequest/content/application~1problem+json ; example ; {"status": "400"} ; /components/responses/BadRequest/content/application/problem+json/example is refused by its schema
            /components/schemas/Problem                 ; $ref        ; "#/components/schemas/Nothing"  ; /components/schemas/Problem refers to nothing
            """)
    void anErrorThatIsPlantedIsFound(String holder, String member, String value, String finding) throws Exception {
        JsonNode planted = document.deepCopy();
        ObjectNode place = (ObjectNode) (holder == null ? planted : planted.at(holder));
        if (value == null) {
            assertThat(place.remove(member)).as("what was there").isNotNull();
        } else {
            place.set(member, JSON.readTree(value));
        }

        assertThat(OpenApiStructure.findings(planted)).anyMatch(found -> found.contains(finding));
    }
}
