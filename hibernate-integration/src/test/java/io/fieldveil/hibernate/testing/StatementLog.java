package io.fieldveil.hibernate.testing;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * What a data source was asked to execute: each call to the driver once, a whole batch as one. Without the periodic look
 * at the markings, which comes from a thread of its own whenever it likes. Thread-safe.
 */
public final class StatementLog implements QueryExecutionListener {

    private final List<Execution> executions = new ArrayList<>();

    /** One call to the driver: the statement's text, and how many rows of parameters went with it. */
    public record Execution(String sql, int batchSize) {}

    DataSource watch(DataSource watched) {
        return ProxyDataSourceBuilder.create(watched).listener(this).build();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public synchronized void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        for (QueryInfo query : queries) {
            if (query.getQuery().contains("fieldveil_marking")) {
                continue;
            }
            executions.add(new Execution(query.getQuery(), execution.isBatch() ? execution.getBatchSize() : 1));
        }
    }

    /** Calls to the driver since the last {@link #clear()}, in their order. */
    public synchronized List<Execution> executions() {
        return List.copyOf(executions);
    }

    /** The number of calls to the driver since the last {@link #clear()}. */
    public synchronized int count() {
        return executions.size();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        executions.clear();
    }
}
