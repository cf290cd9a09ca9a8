package org.surety.kit.http;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.KitProblem;
import org.surety.kit.problem.Problem;

/**
 * Refuses query parameters that the method does not declare, naming those it does: a misspelt filter that is silently ignored answers
 * another question than the one asked. And refuses values that are not what belongs there, of which the framework would make a 404.
 */
class KnownParameters {

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ResourceInfo resource, UriInfo uri) {
        Method method = resource.getResourceMethod();
        if (method == null || uri.getQueryParameters().isEmpty()) {
            return;
        }
        Map<String, Class<?>> declared = known.computeIfAbsent(method, KnownParameters::declared);
        // By name: of several that are wrong the same one is told each time.
        for (Map.Entry<String, List<String>> parameter : new TreeMap<>(uri.getQueryParameters()).entrySet()) {
            Class<?> type = declared.get(parameter.getKey());
            if (type == null) {
                throw new Problem(KitProblem.UNKNOWN_PARAMETER, declared.isEmpty()
                        ? "No query parameter is known here."
                        : "Known here: " + String.join(", ", declared.keySet()) + ".");
            }
            if (parameter.getValue().size() > 1 && type != List.class) {
                throw new InvalidRequest(parameter.getKey(), "must be given once");
            }
            checkValue(parameter.getKey(), parameter.getValue().get(0), type);
        }
    }

    private static void checkValue(String name, String value, Class<?> type) {
        if (type.isEnum()) {
            List<?> constants = Arrays.asList(type.getEnumConstants());
            if (constants.stream().noneMatch(constant -> ((Enum<?>) constant).name().equals(value))) {
                throw new InvalidRequest(name, "must be one of " + constants);
            }
            return;
        }
        try {
            if (type == Integer.class || type == int.class) {
                Integer.parseInt(value);
            } else if (type == Long.class || type == long.class) {
                Long.parseLong(value);
            } else if (type == UUID.class) {
                UUID.fromString(value);
            } else if (type == LocalDate.class) {
                LocalDate.parse(value);
            } else if (type == Instant.class) {
                Instant.parse(value);
            } else if ((type == Boolean.class || type == boolean.class) && !value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException();
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidRequest(name, "must be " + describe(type));
        }
    }

    private static String describe(Class<?> type) {
        if (type == UUID.class) {
            return "an id";
        }
        if (type == LocalDate.class) {
            return "a day like 2026-01-06";
        }
        if (type == Instant.class) {
            return "an instant like 2026-01-06T12:00:00Z";
        }
        return type == Boolean.class || type == boolean.class ? "true or false" : "a whole number";
    }

    private static Map<String, Class<?>> declared(Method method) {
        Map<String, Class<?>> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.put(query.value(), parameter.getType());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                declared(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void declared(Class<?> bean, Map<String, Class<?>> names) {
        if (bean.isRecord()) {
            for (RecordComponent component : bean.getRecordComponents()) {
                QueryParam query = component.getAccessor().getAnnotation(QueryParam.class);
                if (query != null) {
                    names.put(query.value(), component.getType());
                }
            }
            return;
        }
        for (Field field : bean.getDeclaredFields()) {
            QueryParam query = field.getAnnotation(QueryParam.class);
            if (query != null) {
                names.put(query.value(), field.getType());
            }
        }
    }
}
