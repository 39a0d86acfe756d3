package org.bookbell.web.access;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs can read the description of the API, and each of its examples is what its schema describes. */
class OpenApiDocumentTest {

    private static final JsonNode DOCUMENT = read();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            factory -> factory.metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    /** What has an example and perhaps a schema, and where it stands. */
    private record Example(String where, JsonNode node) {

        @Override
        public String toString() {
            return where;
        }
    }

    /** What one method of one address does. */
    private record Operation(String path, String method, JsonNode node) {

        Set<String> described(String place) {
            return elements(node.path("parameters"))
                    .filter(parameter -> parameter.path("in").asText().equals(place))
                    .map(parameter -> parameter.path("name").asText())
                    .collect(toSet());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void it_is_a_document_of_openapi_3() {
        assertThat(DOCUMENT.path("openapi").asText()).startsWith("3.0.");
        assertThat(DOCUMENT.path("info").path("title").asText()).isEqualTo("Bookbell");
        assertThat(operations()).hasSizeGreaterThan(100);
    }

    @Test
    void every_reference_leads_somewhere() {
        var lost = DOCUMENT.findValuesAsText("$ref").stream()
                .distinct()
                .filter(reference -> DOCUMENT.at(reference.substring(1)).isMissingNode());

        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_tells_what_it_needs_and_what_it_answers(Operation operation) {
        var named = PARAMETER.matcher(operation.path()).results().map(match -> match.group(1));

        assertThat(operation.node().path("summary").asText()).isNotBlank();
        assertThat(operation.described("path")).containsExactlyInAnyOrderElementsOf(named.toList());
        assertThat(operation.node().path("responses").has("default")).isTrue();
        assertThat(operation.node().path("responses").size()).isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_what_its_schema_describes(Example example) {
        assertThat(faults(example.node())).isEmpty();
    }

    @Test
    void an_example_of_another_type_would_be_found() {
        var problem = (ObjectNode) DOCUMENT.at("/components/responses/Problem/content/application~1problem+json")
                .deepCopy();
        ((ObjectNode) problem.path("example")).put("status", "many");

        assertThat(faults(problem)).singleElement().asString().contains("status");
    }

    static Stream<Operation> operations() {
        return DOCUMENT.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Operation(path.getKey(), method.getKey(), method.getValue())));
    }

    static List<Example> examples() {
        return below("", DOCUMENT).filter(each -> each.node().has("example")).toList();
    }

    private static Stream<Example> below(String where, JsonNode node) {
        var deeper = Stream.concat(
                node.properties().stream()
                        .filter(member -> !member.getKey().equals("example"))
                        .flatMap(member -> below(where + "/" + member.getKey(), member.getValue())),
                elements(node).flatMap(element -> below(where + "/-", element)));
        return Stream.concat(Stream.of(new Example(where, node)), deeper);
    }

    /** Elements of a list; members of an object have names. */
    private static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
    }

    private static Set<ValidationMessage> faults(JsonNode withExample) {
        assertThat(withExample.has("schema")).as("a schema beside the example").isTrue();
        var schema = (ObjectNode) withExample.path("schema").deepCopy();
        // what a reference within it leads to
        schema.set("components", DOCUMENT.path("components"));
        return SCHEMAS.getSchema(schema).validate(withExample.path("example"));
    }

    private static JsonNode read() {
        var yaml = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (var in = Objects.requireNonNull(OpenApiDocumentTest.class.getResourceAsStream("/META-INF/openapi.yaml"))) {
            return new ObjectMapper(yaml).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
