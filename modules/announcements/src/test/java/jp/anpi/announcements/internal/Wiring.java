package jp.anpi.announcements.internal;

import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Fills the injected fields of beans as the container does: by type, from what it was given or made before. */
final class Wiring {

    private final List<Object> beans = new ArrayList<>();

    Wiring(Object... given) {
        beans.addAll(List.of(given));
    }

    /** Makes the bean of a name that may be another module's private room. */
    Wiring add(String type) {
        try {
            beans.add(filled(Class.forName(type).getDeclaredConstructor().newInstance()));
            return this;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type, impossible);
        }
    }

    Wiring add(Class<?> type) {
        return add(type.getName());
    }

    <T> T get(Class<T> type) {
        return beans.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private Object filled(Object bean) throws IllegalAccessException {
        for (Field field : bean.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class)) {
                field.setAccessible(true);
                field.set(bean, get(field.getType()));
            }
        }
        return bean;
    }
}
