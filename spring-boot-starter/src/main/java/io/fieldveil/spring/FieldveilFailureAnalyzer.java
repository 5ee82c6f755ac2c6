package io.fieldveil.spring;

import io.fieldveil.FieldveilException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why Fieldveil stopped the start, without a stack trace. */
final class FieldveilFailureAnalyzer extends AbstractFailureAnalyzer<FieldveilException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FieldveilException cause) {
        return new FailureAnalysis(
                "Fieldveil cannot start. " + cause.getMessage(),
                "Do what the description says; docs/errors.md explains " + cause.code() + ".",
                cause);
    }
}
