package org.personalize.template;

import freemarker.core.Expression;
import freemarker.core.TemplateElement;
import freemarker.core.TemplateObject;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One node of a parsed template. FreeMarker keeps its tree to itself, so this reads the fields of its nodes; whatever a
 * node can reach is its child, so that no part of a template escapes inspection because an accessor forgot it.
 */
@SuppressWarnings("deprecation") // FreeMarker marks its whole tree as deprecated to say that it is internal.
final class Node {

    private static final Class<?> BUILT_IN = Internals.type("BuiltIn");
    private static final Class<?> ELEMENTS = Internals.type("TemplateElements");
    private static final Constructor<?> CALL = Internals.opened(
            () -> Internals.type("MethodCall").getDeclaredConstructor(Expression.class, ArrayList.class));
    private static final Constructor<?> IDENTIFIER =
            Internals.opened(() -> Internals.type("Identifier").getDeclaredConstructor(String.class));
    private static final Constructor<?> DIRECTIVE = Internals.opened(() ->
            Internals.type("UnifiedCall").getDeclaredConstructor(Expression.class, Map.class, ELEMENTS, List.class));
    private static final Method ADD_CHILD = Internals.opened(
            () -> TemplateElement.class.getDeclaredMethod("addChild", int.class, TemplateElement.class));
    private static final Method COPY_LOCATION =
            Internals.opened(() -> TemplateObject.class.getDeclaredMethod("copyLocationFrom", TemplateObject.class));
    private static final Field CONSTANT = Internals.opened(() -> Expression.class.getDeclaredField("constantValue"));
    private static final Field BLAMED =
            Internals.opened(() -> TemplateException.class.getDeclaredField("blamedExpression"));
    private static final Field STACK =
            Internals.opened(() -> TemplateException.class.getDeclaredField("ftlInstructionStackSnapshot"));
    private static final Object NO_ELEMENTS = Internals.read(
            () -> Internals.opened(() -> ELEMENTS.getDeclaredField("EMPTY")).get(null));

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return fieldsOf(type);
        }
    };

    private static final Comparator<Node> AS_WRITTEN =
            Comparator.comparingInt(Node::line).thenComparingInt(Node::column);

    private final TemplateObject raw;

    private Node(TemplateObject raw) {
        this.raw = raw;
    }

    static Optional<Node> root(freemarker.template.Template template) {
        return Optional.ofNullable(template.getRootTreeNode()).map(Node::new);
    }

    /** The expression that an exception is about. */
    static Optional<Node> blamed(TemplateException e) {
        return Optional.ofNullable(Internals.read(() -> (TemplateObject) BLAMED.get(e)))
                .map(Node::new);
    }

    /** The element in which an exception arose. */
    static Optional<Node> failing(TemplateException e) {
        return Internals.read(() -> (Object[]) STACK.get(e)) instanceof TemplateObject[] stack && stack.length > 0
                ? Optional.of(new Node(stack[0]))
                : Optional.empty();
    }

    /** The name of FreeMarker's class, such as {@code IfBlock}. */
    String kind() {
        return raw.getClass().getSimpleName();
    }

    boolean isKind(String kind) {
        return kind().equals(kind);
    }

    boolean isSame(Node other) {
        return raw == other.raw;
    }

    boolean isBuiltIn() {
        return BUILT_IN.isInstance(raw);
    }

    boolean isElement() {
        return raw instanceof TemplateElement;
    }

    int line() {
        return raw.getBeginLine();
    }

    int column() {
        return raw.getBeginColumn();
    }

    int endLine() {
        return raw.getEndLine();
    }

    int endColumn() {
        return raw.getEndColumn();
    }

    String source() {
        return raw.getSource();
    }

    /** What FreeMarker writes for this node in its own messages, such as {@code #attempt}. */
    String symbol() {
        return Internals.read(() -> Internals.opened(() -> TemplateObject.class.getDeclaredMethod("getNodeTypeSymbol"))
                .invoke(raw)
                .toString());
    }

    @Nullable
    Object value(String field) {
        return Internals.read(() -> fieldNamed(field).get(raw));
    }

    String text(String field) {
        Object value = value(field);
        return value == null ? "" : value.toString();
    }

    Optional<Node> node(String field) {
        return value(field) instanceof TemplateObject child ? Optional.of(new Node(child)) : Optional.empty();
    }

    List<Node> nodes(String field) {
        var found = new ArrayList<Node>();
        gather(value(field), found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    /** The parameters that a lambda expression declares. */
    List<Node> lambdaParameters() {
        Object list = value("lho");
        return Internals.read(() -> {
            var method = list == null ? null : list.getClass().getDeclaredMethod("getParameters");
            if (method == null) {
                return List.<Node>of();
            }
            method.setAccessible(true);
            return ((List<?>) method.invoke(list))
                    .stream().map(p -> new Node((TemplateObject) p)).toList();
        });
    }

    /** All nodes directly beneath, in the order in which they are written. */
    List<Node> children() {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(raw);
        var found = new ArrayList<Node>();
        for (Field field : FIELDS.get(raw.getClass())) {
            gather(Internals.read(() -> field.get(raw)), found, seen);
        }
        found.sort(AS_WRITTEN);
        return found;
    }

    private static void gather(@Nullable Object value, List<Node> found, Set<Object> seen) {
        if (value instanceof TemplateObject child) {
            if (seen.add(child)) {
                found.add(new Node(child));
            }
        } else if (value instanceof Object[] array) {
            Arrays.stream(array).forEach(v -> gather(v, found, seen));
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(v -> gather(v, found, seen));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(v -> gather(v, found, seen));
        }
    }

    /** Puts a method call around a child expression: what the child gives goes through the method first. */
    Node guard(Node child, TemplateMethodModelEx method) {
        return substitute(child, child, method);
    }

    /** What is the same in every mail was worked out when it was read, past the guards that came after. */
    void forgetConstant() {
        if (raw instanceof Expression) {
            Internals.read(() -> {
                CONSTANT.set(raw, null);
                return Optional.empty();
            });
        }
    }

    /** Puts a method call with one argument where a child expression was. */
    Node substitute(Node child, Node argument, TemplateMethodModelEx method) {
        Expression call = Internals.read(() -> {
            var arguments = new ArrayList<Object>(List.of(argument.raw));
            var made = (Expression) CALL.newInstance(constant(method, child), arguments);
            COPY_LOCATION.invoke(made, child.raw);
            return made;
        });
        for (Field field : FIELDS.get(raw.getClass())) {
            replace(field, child.raw, call);
        }
        return new Node(call);
    }

    private void replace(Field field, TemplateObject old, Expression fresh) {
        Object value = Internals.read(() -> field.get(raw));
        if (value == old) {
            Internals.read(() -> {
                field.set(raw, fresh);
                return field;
            });
        } else {
            replaceWithin(value, old, fresh);
        }
    }

    @SuppressWarnings("unchecked")
    private static void replaceWithin(@Nullable Object value, TemplateObject old, Expression fresh) {
        if (value instanceof Object[] array) {
            Arrays.setAll(array, i -> array[i] == old ? fresh : array[i]);
        } else if (value instanceof List<?> list) {
            ((List<Object>) list).replaceAll(v -> v == old ? fresh : v);
        } else if (value instanceof Map<?, ?> map) {
            ((Map<Object, Object>) map).replaceAll((k, v) -> v == old ? fresh : v);
        }
    }

    /** Runs the directive before everything else in this element. */
    void prepend(TemplateDirectiveModel directive) {
        insert(0, directive);
    }

    /** Runs the directive after everything else in this element. */
    void append(TemplateDirectiveModel directive) {
        insert(((TemplateElement) raw).getChildCount(), directive);
    }

    private void insert(int index, TemplateDirectiveModel directive) {
        Internals.read(() -> {
            Object call = DIRECTIVE.newInstance(constant(directive, this), null, NO_ELEMENTS, null);
            COPY_LOCATION.invoke(call, raw);
            return Optional.ofNullable(ADD_CHILD.invoke(raw, index, call));
        });
    }

    private static Expression constant(TemplateModel value, Node place) throws ReflectiveOperationException {
        var expression = (Expression) IDENTIFIER.newInstance("");
        CONSTANT.set(expression, value);
        COPY_LOCATION.invoke(expression, place.raw);
        return expression;
    }

    private Field fieldNamed(String name) {
        return FIELDS.get(raw.getClass()).stream()
                .filter(f -> f.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(kind() + " has no field " + name));
    }

    private static List<Field> fieldsOf(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (Class<?> c = type; c != null && c != TemplateObject.class; c = c.getSuperclass()) {
            Arrays.stream(c.getDeclaredFields())
                    .filter(f ->
                            !Modifier.isStatic(f.getModifiers()) && !f.getName().equals("parent"))
                    .forEach(fields::add);
        }
        fields.forEach(f -> f.setAccessible(true));
        return List.copyOf(fields);
    }
}
