package org.hqccp.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Validates documents with a validator that is not ours. */
public final class Schemas {
    private Schemas() {}

    /** A schema; its patterns end where JavaScript's do, while in Java a line break could follow. */
    public static Schema schema(byte[] schema) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(Schemas::pattern)
                .build();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                .getSchema(new String(schema, StandardCharsets.UTF_8), InputFormat.JSON);
    }

    private static RegularExpression pattern(String written) {
        Pattern pattern = Pattern.compile(written.replaceFirst("[$]$", "\\\\z"));
        return text -> pattern.matcher(text).find();
    }

    /** What the validator finds wrong. */
    public static List<String> errors(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
                .toList();
    }
}
