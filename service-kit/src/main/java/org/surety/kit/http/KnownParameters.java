package org.surety.kit.http;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

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

    private static final Kind TEXT = new Kind("text without the character U+0000", value -> require(value.indexOf('\0') < 0));
    private static final Kind INTEGER = new Kind("a whole number", Integer::parseInt);
    private static final Kind LONG = new Kind("a whole number", Long::parseLong);
    private static final Kind TRUTH = new Kind("true or false", value -> require(value.equals("true") || value.equals("false")));
    private static final Map<Class<?>, Kind> KINDS = Map.of(Integer.class, INTEGER, int.class, INTEGER, Long.class, LONG,
            long.class, LONG,
            Boolean.class, TRUTH, boolean.class, TRUTH, UUID.class, new Kind("an id", UUID::fromString),
            LocalDate.class, new Kind("a day like 2026-01-06", value -> LocalDate.parse(ofFourDigits(value))),
            Instant.class, new Kind("an instant like 2026-01-06T12:00:00Z", value -> Instant.parse(ofFourDigits(value))));

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    /** What is sent for a parameter of a type; the reader fails on what does not belong there. */
    private record Kind(String described, Consumer<String> reader) {
    }

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
            parameter.getValue().forEach(value -> checkValue(parameter.getKey(), value, type));
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
        Kind kind = KINDS.getOrDefault(type, TEXT);
        try {
            kind.reader().accept(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidRequest(name, "must be " + kind.described());
        }
    }

    private static void require(boolean belongs) {
        if (!belongs) {
            throw new IllegalArgumentException();
        }
    }

    /** Years of more than four digits, and before the first, are written with a sign; the database knows few of them. */
    private static String ofFourDigits(String date) {
        require(!date.startsWith("+") && !date.startsWith("-"));
        return date;
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
        for (Field field : bean.getDeclaredFields()) {
            QueryParam query = field.getAnnotation(QueryParam.class);
            if (query != null) {
                names.put(query.value(), field.getType());
            }
        }
    }
}
