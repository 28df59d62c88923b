package org.personalize.template;

import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * FreeMarker with everything shut that can be shut. It loads nothing itself: an import or include finds the templates
 * that were read, inspected and put here beforehand, and no others.
 */
final class LockedConfiguration extends Configuration {

    private static final String USUAL = "usual";

    private final Map<String, Template> templates = new HashMap<>();

    LockedConfiguration() {
        super(Configuration.VERSION_2_3_34);
        setTagSyntax(ANGLE_BRACKET_TAG_SYNTAX);
        setInterpolationSyntax(DOLLAR_INTERPOLATION_SYNTAX);
        setNamingConvention(LEGACY_NAMING_CONVENTION);
        setTabSize(1);
        setTemplateLoader(null);
        setObjectWrapper(Values.WRAPPER);
        setArithmeticEngine(new Numbers());
        setCustomNumberFormats(Map.of(USUAL, new UsualNumbers()));
        setNumberFormat('@' + USUAL);
        setCustomDateFormats(Map.of(USUAL, new UsualDays()));
        setDateFormat('@' + USUAL);
        setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        setAPIBuiltinEnabled(false);
        setOutputFormat(PlainTextOutputFormat.INSTANCE);
        setRecognizeStandardFileExtensions(true);
        setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        setLogTemplateExceptions(false);
        setWrapUncheckedExceptions(true);
        setShowErrorTips(false);
        setFallbackOnNullLoopVariable(false);
        setDefaultEncoding("UTF-8");
        setURLEscapingCharset("UTF-8");
        setLocale(Locale.ENGLISH);
        setTimeZone(TimeZone.getTimeZone("UTC"));
    }

    void put(Template template) {
        templates.put(template.getName(), template);
    }

    @Override
    public Template getTemplate(
            String name,
            @Nullable Locale locale,
            @Nullable Object condition,
            @Nullable String encoding,
            boolean isParsed,
            boolean mayBeMissing)
            throws TemplateNotFoundException {
        Template found = templates.get(Path.of(name).normalize().toString().replace('\\', '/'));
        if (found == null) {
            throw new TemplateNotFoundException(name, null, "it was not read beforehand");
        }
        return found;
    }
}
