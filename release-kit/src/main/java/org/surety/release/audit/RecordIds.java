package org.surety.release.audit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The ids of the records that an answer gives, in the order in which they stand in it. By the names of its JSON, so that who has the answer
 * finds the same ones:
 * <ol>
 * <li>what has {@code items} gives these and nothing else;</li>
 * <li>what has an id gives that one record, and nothing of what hangs on it: the first that it has of {@link AuditConfig#ids()};</li>
 * <li>what has none gives what its members give.</li>
 * </ol>
 */
@ApplicationScoped
class RecordIds {

    private static final String ITEMS = "items";

    /** What is known of a class is found out once. */
    private final ClassValue<Shape> shapes = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type, config.ids());
        }
    };

    private final AuditConfig config;

    RecordIds(AuditConfig config) {
        this.config = config;
    }

    /** Whether it is looked at by itself: text and bytes are not. */
    static boolean canTell(Object answer) {
        return answer instanceof Collection<?> || answer instanceof Map<?, ?> || answer instanceof Record;
    }

    /** Hands over the ids of a representation, a list or a map of them; what is none of these gives nothing. */
    void each(Object answer, Consumer<String> ids) {
        if (answer instanceof Collection<?> list) {
            list.forEach(one -> each(one, ids));
        } else if (answer instanceof Map<?, ?> map) {
            map.values().forEach(one -> each(one, ids));
        } else if (answer instanceof Record) {
            shapes.get(answer.getClass()).each(answer, ids, this);
        }
    }

    /** The value as it stands in JSON where it is one; null where it is none. */
    private String scalar(Object value) {
        if (value instanceof UUID || value instanceof CharSequence || value instanceof Number) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Record) {
            Method written = shapes.get(value.getClass()).writtenAs();
            return written == null ? null : scalar(call(written, value));
        }
        return null;
    }

    private static Object call(Method method, Object on) {
        try {
            return method.invoke(on);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("an answer cannot be read: " + method, e);
        }
    }

    /**
     * A kind of record.
     *
     * @param writtenAs what JSON has in place of the record; null where it has its members
     * @param items null where there are none
     * @param ids in the order of the names
     */
    private record Shape(Method writtenAs, Method items, List<Method> ids, List<Method> members) {

        static Shape of(Class<?> type, List<String> names) {
            Method written = Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(JsonValue.class))
                    .findFirst().map(Shape::open).orElse(null);
            List<RecordComponent> shown = type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .filter(component -> !ignored(component.getAccessor())).toList()
                    : List.of();
            List<Method> ids = new ArrayList<>();
            for (String name : names) {
                shown.stream().filter(component -> component.getName().equals(name))
                        .forEach(component -> ids.add(open(component.getAccessor())));
            }
            Method items = shown.stream().filter(component -> component.getName().equals(ITEMS)).findFirst()
                    .map(component -> open(component.getAccessor())).orElse(null);
            return new Shape(written, items, ids, shown.stream().map(component -> open(component.getAccessor())).toList());
        }

        private static boolean ignored(AnnotatedElement accessor) {
            return accessor.isAnnotationPresent(JsonIgnore.class);
        }

        /** Representations are not public outside their package. */
        private static Method open(Method method) {
            method.setAccessible(true);
            return method;
        }

        void each(Object answer, Consumer<String> found, RecordIds records) {
            if (writtenAs != null) {
                return;
            }
            Object list = items == null ? null : call(items, answer);
            if (list != null) {
                records.each(list, found);
                return;
            }
            for (Method id : ids) {
                String value = records.scalar(call(id, answer));
                if (value != null) {
                    found.accept(value);
                    return;
                }
            }
            members.forEach(member -> records.each(call(member, answer), found));
        }
    }
}
