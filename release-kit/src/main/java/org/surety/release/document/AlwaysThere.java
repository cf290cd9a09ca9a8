package org.surety.release.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Says in the service's document which fields of an answer are always there, as far as their records tell: numbers and truths that are no
 * objects, the {@code id}, and lists and maps - unless {@link JsonInclude} says on the field that it may be left out, or on the record that
 * empty ones are. All others may be left out, since what is null is not answered. Of what is sent nothing is said: there a number that is left
 * out is 0, and a list empty.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AlwaysThere implements OASFilter {

    private static final DotName SCHEMA = DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName UUID = DotName.createSimple(java.util.UUID.class);
    private static final Set<DotName> COLLECTIONS = Set.of(DotName.createSimple(List.class), DotName.createSimple(Map.class));
    private static final Set<String> PAGE = Set.of("items", "next");

    private final IndexView index;

    public AlwaysThere(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getComponents() == null) {
            return; // who has no operation says nothing
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> sent = SchemaReferences.ofRequests(document);
        schemas.forEach((name, schema) -> {
            if (!sent.contains(name) && schema.getProperties() != null) {
                Set<String> required = new TreeSet<>(required(name, schema.getProperties().keySet()));
                required.retainAll(schema.getProperties().keySet());
                Optional.ofNullable(schema.getRequired()).ifPresent(required::addAll);
                schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
            }
        });
    }

    /** A name may stand for several records: one that has a number behind it is the second, third ... of that name. */
    private Set<String> required(String name, Set<String> properties) {
        if (name.startsWith("Page") && properties.equals(PAGE)) {
            return Set.of("items");
        }
        String plain = name.replaceFirst("\\d+$", "");
        Set<String> required = null;
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && plain.equals(schemaName(type)) && names(type).containsAll(properties)) {
                Set<String> there = alwaysThere(type);
                if (required == null) {
                    required = there;
                } else {
                    required.retainAll(there);
                }
            }
        }
        return required == null ? Set.of() : required;
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance annotation = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = annotation == null ? null : annotation.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    private static List<String> names(ClassInfo type) {
        return type.recordComponents().stream().map(RecordComponentInfo::name).toList();
    }

    private static Set<String> alwaysThere(ClassInfo type) {
        boolean emptyIsLeftOut = leftOut(type.declaredAnnotation(INCLUDE)).equals("NON_EMPTY");
        return type.recordComponents().stream().filter(component -> isAlwaysThere(component, type, emptyIsLeftOut))
                .map(RecordComponentInfo::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAlwaysThere(RecordComponentInfo component, ClassInfo type, boolean emptyIsLeftOut) {
        DotName of = component.type().name();
        return component.type().kind() == Type.Kind.PRIMITIVE || component.name().equals("id") && of.equals(UUID)
                || COLLECTIONS.contains(of) && !emptyIsLeftOut
                        && leftOut(type.field(component.name()).annotation(INCLUDE)).isEmpty();
    }

    /** What an annotation says to leave out; nothing where it is not there. */
    private static String leftOut(AnnotationInstance include) {
        return include == null || include.value() == null ? "" : include.value().asEnum();
    }
}
