package org.personalize.template;

import freemarker.core.Environment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What FreeMarker's environment knows of a run and has no public word for. */
final class EnvironmentField {

    private EnvironmentField() {}

    static VarHandle of(String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(Environment.class, MethodHandles.lookup())
                    .findVarHandle(Environment.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("FreeMarker's environment is not as we know it", e);
        }
    }
}
