package org.personalize.template;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way back: what a template hands to a function, as plain Java. */
final class Plain {

    private Plain() {}

    static Object value(@Nullable TemplateModel model) throws TemplateModelException {
        if (model instanceof TemplateNumberModel number) {
            return number.getAsNumber();
        } else if (model instanceof TemplateBooleanModel flag) {
            return flag.getAsBoolean();
        } else if (model instanceof Moment moment) {
            return moment.value();
        } else if (model instanceof TemplateDateModel date) {
            return date(date);
        } else if (model instanceof TemplateSequenceModel sequence) {
            return list(sequence);
        } else if (model instanceof TemplateScalarModel text) {
            return text.getAsString();
        }
        if (model == null) {
            throw new Values.RefusedCall(
                    "what a function is given is blank; say what then, such as (customer.since)!now");
        }
        throw new Values.RefusedCall("a function takes texts, numbers, dates, yes or no, and lists of these");
    }

    private static Object date(TemplateDateModel date) throws TemplateModelException {
        var instant = date.getAsDate().toInstant();
        return date.getDateType() == TemplateDateModel.DATE
                ? instant.atZone(Moment.zone()).toLocalDate()
                : instant;
    }

    private static List<Object> list(TemplateSequenceModel sequence) throws TemplateModelException {
        var values = new ArrayList<Object>();
        for (TemplateModel item : Guard.items(sequence)) {
            values.add(value(item));
        }
        return List.copyOf(values);
    }
}
