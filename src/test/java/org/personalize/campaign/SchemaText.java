package org.personalize.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The JSON schema (draft 7) of a campaign file, for editors, as it follows from the description of the keys. */
final class SchemaText {

    private static final String ENVIRONMENT = "^\\$\\{env\\.[A-Za-z_][A-Za-z0-9_]*\\}$";

    private SchemaText() {}

    static String of(Section top) {
        return """
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "title": "personalize campaign",
                  "description": "A campaign file, or the personalize.yaml of a workspace.",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                %s
                  }
                }
                """.formatted(properties(top, "    ", false, ""));
    }

    private static String properties(Section section, String indent, boolean isOpen, String path) {
        return section.keys().stream()
                .map(key -> {
                    boolean isInside = isOpen || (path.isEmpty() && Secrets.mayUseEnvironment(key.name()));
                    return indent + quoted(key.name()) + ": {\n" + indent + "  \"description\": "
                            + quoted(key.meaning() + " Example: " + key.example()) + ",\n"
                            + shape(key.shape(), indent + "  ", isInside) + "\n" + indent + "}";
                })
                .collect(Collectors.joining(",\n"));
    }

    private static String shape(Shape shape, String indent, boolean isOpen) {
        if (shape instanceof Kind<?> kind) {
            return isOpen
                    ? either(List.of(kindText(kind, indent + "    "), environment(indent + "    ")), indent)
                    : kindText(kind, indent);
        }
        if (shape instanceof Shape.ListOf list) {
            String array = indent + "    \"type\": \"array\",\n" + indent + "    \"items\": {\n"
                    + shape(list.element(), indent + "      ", isOpen) + "\n" + indent + "    }";
            return either(List.of(shape(list.element(), indent + "    ", isOpen), array), indent);
        }
        if (shape instanceof Shape.MapOf map) {
            String names = map.names().written().pattern();
            return indent + "\"type\": \"object\",\n"
                    + (names.isEmpty() ? "" : indent + "\"propertyNames\": { \"pattern\": " + quoted(names) + " },\n")
                    + indent + "\"additionalProperties\": {\n" + shape(map.values(), indent + "  ", isOpen) + "\n"
                    + indent + "}";
        }
        if (shape instanceof Shape.Either either) {
            return either(
                    either.shapes().stream()
                            .map(s -> shape(s, indent + "    ", isOpen))
                            .toList(),
                    indent);
        }
        return indent + "\"type\": \"object\",\n" + indent + "\"additionalProperties\": false,\n" + indent
                + "\"properties\": {\n" + properties((Section) shape, indent + "  ", isOpen, "inside") + "\n" + indent
                + "}";
    }

    private static String either(List<String> shapes, String indent) {
        return shapes.stream()
                .map(s -> indent + "  {\n" + s + "\n" + indent + "  }")
                .collect(Collectors.joining(",\n", indent + "\"anyOf\": [\n", "\n" + indent + "]"));
    }

    private static String kindText(Kind<?> kind, String indent) {
        var written = kind.written();
        List<String> lines = new ArrayList<>();
        if (!written.words().isEmpty()) {
            lines.add("\"enum\": [" + list(written.words()) + "]");
        } else if (!kind.written().types().equals(List.of("string"))) {
            lines.add("\"type\": [" + list(written.types()) + "]");
        } else {
            // YAML reads 2026 as a number where the program reads a text.
            lines.add(
                    written.pattern().isEmpty()
                            ? "\"type\": [\"string\", \"number\", \"boolean\"]"
                            : "\"type\": [\"string\", \"number\"]");
        }
        if (!written.pattern().isEmpty()) {
            lines.add("\"pattern\": " + quoted(written.pattern()));
        }
        return indent + String.join(",\n" + indent, lines);
    }

    private static String environment(String indent) {
        return indent + "\"type\": \"string\",\n" + indent + "\"pattern\": " + quoted(ENVIRONMENT);
    }

    private static String list(List<String> words) {
        return words.stream().map(SchemaText::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
