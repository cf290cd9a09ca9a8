package org.surety.kit.http;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.surety.kit.problem.KitProblem;
import org.surety.kit.problem.Problem;

/**
 * Refuses query parameters that the method does not declare, naming those it does: a misspelt filter that is silently ignored answers
 * another question than the one asked.
 */
class KnownParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ResourceInfo resource, UriInfo uri) {
        Method method = resource.getResourceMethod();
        if (method == null || uri.getQueryParameters().isEmpty()) {
            return;
        }
        Set<String> names = known.computeIfAbsent(method, KnownParameters::declared);
        for (String name : uri.getQueryParameters().keySet()) {
            if (!names.contains(name)) {
                throw new Problem(KitProblem.UNKNOWN_PARAMETER, names.isEmpty()
                        ? "No query parameter is known here."
                        : "Known here: " + String.join(", ", names) + ".");
            }
        }
    }

    private static Set<String> declared(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                declared(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void declared(Class<?> bean, Set<String> names) {
        if (bean.isRecord()) {
            for (RecordComponent component : bean.getRecordComponents()) {
                QueryParam query = component.getAccessor().getAnnotation(QueryParam.class);
                if (query != null) {
                    names.add(query.value());
                }
            }
            return;
        }
        for (var field : bean.getDeclaredFields()) {
            QueryParam query = field.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
        }
    }
}
