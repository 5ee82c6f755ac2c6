package io.fieldveil.hibernate.internal;

import java.lang.invoke.MethodType;

/** Primitive types and their boxes. */
final class Boxes {

    private Boxes() {}

    static Class<?> box(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
