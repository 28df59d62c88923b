package org.personalize.template;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** The key to FreeMarker's package-private parts; a FreeMarker that has changed is noticed here, not in a mail. */
final class Internals {

    private Internals() {}

    static Class<?> type(String name) {
        return read(() -> Class.forName("freemarker.core." + name));
    }

    static <T extends AccessibleObject> T opened(Step<T> member) {
        T found = read(member);
        found.setAccessible(true);
        return found;
    }

    interface Step<T extends @Nullable Object> {
        T run() throws ReflectiveOperationException;
    }

    static <T extends @Nullable Object> T read(Step<T> step) {
        try {
            return step.run();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("FreeMarker's tree refused a step", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("FreeMarker's tree is not as we know it", e);
        }
    }
}
