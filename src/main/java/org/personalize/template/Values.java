package org.personalize.template;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that a template may hold, and no others: nothing here looks into a Java object, so that no method of any
 * class can be reached from a template.
 */
final class Values implements ObjectWrapper {

    static final Values WRAPPER = new Values();

    /** Longer than any text that belongs in a mail, and short enough to be copied some hundred times. */
    static final int LONGEST_TEXT = 1 << 18;

    private Values() {}

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) {
        return model(value);
    }

    static @Nullable TemplateModel model(@Nullable Object value) {
        if (value == null || value instanceof TemplateModel) {
            return (TemplateModel) value;
        } else if (value instanceof String text) {
            return text(text);
        } else if (value instanceof Number number) {
            return new SimpleNumber(Numbers.bounded(number));
        } else if (value instanceof Boolean flag) {
            return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        } else if (value instanceof Fields fields) {
            return new Scope(fields);
        } else if (value instanceof List<?> list) {
            return new Sequence(list);
        } else if (value instanceof Map<?, ?> map) {
            return new Dictionary(map);
        } else if (value instanceof LocalDate || value instanceof Instant || value instanceof ZonedDateTime) {
            return new Moment(value);
        } else if (value instanceof Fields.Function function) {
            return new Call(function);
        }
        throw new IllegalStateException(
                "a template cannot hold a " + value.getClass().getName());
    }

    private static SimpleScalar text(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new LimitReached("a text is longer than " + LONGEST_TEXT + " characters");
        }
        return new SimpleScalar(text);
    }

    /** Named values, looked up one by one; they cannot be listed. */
    static final class Scope implements TemplateHashModel {

        private final Fields fields;

        Scope(Fields fields) {
            this.fields = fields;
        }

        @Override
        public @Nullable TemplateModel get(String key) {
            return model(fields.field(key));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    private static final class Sequence implements TemplateSequenceModel {

        private final List<?> list;

        Sequence(List<?> list) {
            this.list = list;
        }

        @Override
        public @Nullable TemplateModel get(int index) {
            return index >= 0 && index < list.size() ? model(list.get(index)) : null;
        }

        @Override
        public int size() {
            return list.size();
        }
    }

    private static final class Call implements TemplateMethodModelEx {

        private final Fields.Function function;

        Call(Fields.Function function) {
            this.function = function;
        }

        @Override
        @SuppressWarnings("rawtypes") // FreeMarker's signature.
        public @Nullable Object exec(List arguments) throws TemplateModelException {
            var plain = new ArrayList<Object>();
            for (Object argument : arguments) {
                plain.add(Plain.value((TemplateModel) argument));
            }
            try {
                return model(function.call(List.copyOf(plain)));
            } catch (IllegalArgumentException e) {
                throw new RefusedCall(String.valueOf(e.getMessage()));
            }
        }
    }

    /** A function said that it cannot work with its arguments; the message is its own. */
    static final class RefusedCall extends TemplateModelException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        RefusedCall(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
