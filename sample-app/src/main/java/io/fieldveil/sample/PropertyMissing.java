package io.fieldveil.sample;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where nobody configured the real thing, so that the sample brings its own. */
public abstract class PropertyMissing implements Condition {

    private final String name;

    protected PropertyMissing(String name) {
        this.name = name;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().containsProperty(name);
    }

    /** No database is configured. */
    public static final class Database extends PropertyMissing {
        public Database() {
            super("spring.datasource.url");
        }
    }

    /** No mail server is configured. */
    public static final class MailServer extends PropertyMissing {
        public MailServer() {
            super("spring.mail.host");
        }
    }
}
