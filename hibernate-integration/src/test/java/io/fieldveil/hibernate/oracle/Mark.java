package io.fieldveil.hibernate.oracle;

/** An attribute is unmarked, so that everyone sees it, or marked again. */
record Mark(Attribute attribute, boolean marked) implements Operation {

    @Override
    public void run(World world) {
        world.mark(attribute, marked);
    }
}
