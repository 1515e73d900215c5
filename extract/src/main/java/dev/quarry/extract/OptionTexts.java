package dev.quarry.extract;

import dev.quarry.extract.scan.ScanOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The effective value of every option as text, by the option's name.
final class OptionTexts {
    private OptionTexts() {}

    /// The scan's options: the record's components are the options, in camel case.
    static Map<String, String> of(ScanOptions options) {
        Map<String, String> texts = new TreeMap<>();
        for (RecordComponent component : ScanOptions.class.getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(options);
                if (value != null) {
                    texts.put(optionName(component.getName()), text(value));
                }
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record's accessors are public and only return", e);
            }
        }
        return texts;
    }

    private static String text(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(","))
                : value.toString();
    }

    /// `maxFileBytes` is `max_file_bytes`.
    private static String optionName(String component) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < component.length(); i++) {
            char c = component.charAt(i);
            if (Character.isUpperCase(c)) {
                name.append('_').append(Character.toLowerCase(c));
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }
}
