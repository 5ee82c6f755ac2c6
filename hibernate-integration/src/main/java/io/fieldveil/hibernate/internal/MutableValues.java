package io.fieldveil.hibernate.internal;

import java.util.Calendar;
import java.util.Date;

/** Copies the basic types that are mutable, so that a change in place is noticed. */
final class MutableValues {

    private MutableValues() {}

    @SuppressWarnings("JavaUtilDate") // attributes of that type are mapped all the same
    static Object copy(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof Object[] elements) {
            return elements.clone();
        }
        if (value instanceof char[] chars) {
            return chars.clone();
        }
        if (value instanceof Date date) {
            return date.clone();
        }
        if (value instanceof Calendar calendar) {
            return calendar.clone();
        }
        return value;
    }
}
