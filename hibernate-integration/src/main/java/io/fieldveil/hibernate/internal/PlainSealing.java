package io.fieldveil.hibernate.internal;

/** A masked attribute that is stored as it is. */
final class PlainSealing implements Sealing {

    private final Object domain;

    /** @param domain the permission: values may be copied only between attributes that the same people see */
    PlainSealing(Object domain) {
        this.domain = domain;
    }

    @Override
    public Object seal(Object typed) {
        return typed;
    }

    @Override
    public Object open(Object sealed) {
        return sealed;
    }

    @Override
    public Object covered(Object sealed) {
        throw new IllegalStateException("A stored value has no covered form but its mask");
    }

    @Override
    public Object toColumn(Object value) {
        return value;
    }

    @Override
    public Object fromColumn(Object column) {
        return column;
    }

    @Override
    public Form form() {
        return Form.PLAIN;
    }

    @Override
    public Object domain() {
        return domain;
    }
}
