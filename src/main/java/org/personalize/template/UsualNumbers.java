package org.personalize.template;

import freemarker.core.Environment;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.core.TemplateValueFormatException;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as FreeMarker writes them where a template does not say how; only it need not do so anew for every mail. */
final class UsualNumbers extends TemplateNumberFormatFactory {

    private static final String FREEMARKERS_OWN = "number";

    private final Written written = new Written();

    @Override
    public TemplateNumberFormat get(String parameters, Locale locale, Environment environment) {
        return new Format(locale, environment);
    }

    private final class Format extends TemplateNumberFormat {

        private final Locale locale;
        private final Environment environment;
        private @Nullable TemplateNumberFormat own;

        Format(Locale locale, Environment environment) {
            this.locale = locale;
            this.environment = environment;
        }

        @Override
        public String formatToPlainText(TemplateNumberModel model)
                throws TemplateValueFormatException, TemplateModelException {
            Number number = model.getAsNumber();
            String known = number == null ? null : written.of(number, locale);
            if (known == null) {
                known = own().formatToPlainText(model);
                if (number != null) {
                    written.keep(number, locale, known);
                }
            }
            return known;
        }

        private TemplateNumberFormat own() throws TemplateValueFormatException {
            if (own == null) {
                own = environment.getTemplateNumberFormat(FREEMARKERS_OWN, locale);
            }
            return own;
        }

        @Override
        public boolean isLocaleBound() {
            return true;
        }

        @Override
        public String getDescription() {
            return FREEMARKERS_OWN;
        }
    }
}
