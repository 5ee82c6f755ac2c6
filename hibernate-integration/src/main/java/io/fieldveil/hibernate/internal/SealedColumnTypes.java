package io.fieldveil.hibernate.internal;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.PrimitiveByteArrayJavaType;
import org.hibernate.type.descriptor.java.StringJavaType;
import org.jspecify.annotations.Nullable;

/**
 * The Java types of columns of ciphertext. Whatever crosses JDBC passes them together with its session, be it of an
 * entity, a collection, a query or a natural id, so that no session of one tenant is served under another one's keys.
 */
final class SealedColumnTypes {

    private SealedColumnTypes() {}

    static JavaType<?> of(SealedConverter converter, boolean text) {
        return text ? new Text(converter) : new Bytes(converter);
    }

    /** The type of a column that holds masked texts as they are. */
    static JavaType<?> plain() {
        return new Plain();
    }

    private static void bound(SealedConverter converter, WrapperOptions options) {
        // A literal is rendered without a session: the statement itself asks about its tenant when it runs.
        if (options instanceof SharedSessionContractImplementor session) {
            HibernateTenants.checkBound(session, converter.attribute().runtime());
        }
    }

    private static void read(SealedConverter converter, WrapperOptions options) {
        if (options instanceof SharedSessionContractImplementor session) {
            HibernateTenants.check(session, converter.attribute().runtime());
        }
    }

    private static final class Bytes extends PrimitiveByteArrayJavaType {
        private static final long serialVersionUID = 1L;
        private final transient SealedConverter converter;

        Bytes(SealedConverter converter) {
            this.converter = converter;
        }

        @Override
        public <X> X unwrap(byte[] value, Class<X> type, WrapperOptions options) {
            bound(converter, options);
            return super.unwrap(value, type, options);
        }

        @Override
        public <X> byte[] wrap(X value, WrapperOptions options) {
            read(converter, options);
            return super.wrap(value, options);
        }
    }

    private static final class Text extends StringJavaType {
        private static final long serialVersionUID = 1L;
        private final transient SealedConverter converter;

        Text(SealedConverter converter) {
            this.converter = converter;
        }

        @Override
        public <X> X unwrap(String value, Class<X> type, WrapperOptions options) {
            bound(converter, options);
            return super.unwrap(value, type, options);
        }

        @Override
        public <X> String wrap(X value, WrapperOptions options) {
            read(converter, options);
            return super.wrap(value, options);
        }
    }

    private static final class Plain extends StringJavaType {
        private static final long serialVersionUID = 1L;

        @Override
        public String extractLoggableRepresentation(@Nullable String value) {
            return value == null ? "null" : ProtectedJavaType.REDACTED;
        }
    }
}
