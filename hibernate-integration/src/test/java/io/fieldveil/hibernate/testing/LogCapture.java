package io.fieldveil.hibernate.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged from here to {@link #close()}: all loggers at DEBUG, Hibernate's (bound parameters
 * and read columns among them) at TRACE. The usual appenders are silent meanwhile. One at a time in a JVM.
 *
 * <p>Loggers of {@code java.util.logging} (the PostgreSQL driver's) are not captured.
 */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Map<String, Level> LEVELS =
            Map.of(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.DEBUG, "org.hibernate", Level.TRACE);

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Map<Logger, @Nullable Level> earlierLevels = new LinkedHashMap<>();
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private LogCapture() {}

    /** Begins to capture. */
    public static LogCapture begin() {
        LogCapture capture = new LogCapture();
        capture.setContext(capture.root.getLoggerContext());
        capture.install();
        return capture;
    }

    /** What was logged, each event with its logger, message, arguments, mapped context and stack trace. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAppender(this);
        silenced.forEach(root::addAppender);
        earlierLevels.forEach(Logger::setLevel);
        stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        String trace =
                event.getThrowableProxy() == null ? "" : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
        lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + " "
                + event.getMDCPropertyMap() + trace);
    }

    private void install() {
        start();
        root.iteratorForAppenders().forEachRemaining(silenced::add);
        silenced.forEach(root::detachAppender);
        LEVELS.forEach((name, level) -> {
            Logger logger = logger(name);
            earlierLevels.put(logger, logger.getLevel());
            logger.setLevel(level);
        });
        root.addAppender(this);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
