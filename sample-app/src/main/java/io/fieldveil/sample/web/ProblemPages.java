package io.fieldveil.sample.web;

import io.fieldveil.FieldveilException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Pages for what went wrong that say what can be done. Their texts hold no value of any field. */
@ControllerAdvice
class ProblemPages {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);

    @ExceptionHandler
    ModelAndView refused(FieldveilException refusal) {
        var reasons = Refusals.reasons(refusal);
        if (reasons.isPresent()) {
            return page(reasons.get(), HttpStatus.FORBIDDEN);
        }
        LOG.error("A page failed: {}", refusal.getMessage(), refusal);
        var failed = new Refusal(
                "It failed here, not with you. Tell whoever runs the application, with the code.", refusal.code());
        return page(List.of(failed), HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException tooLarge) {
        var reason = Refusal.of("The file is larger than 5 MB. Split it, each part with the header line.");
        return page(List.of(reason), HttpStatus.CONTENT_TOO_LARGE);
    }

    private static ModelAndView page(List<Refusal> refusals, HttpStatus status) {
        return new ModelAndView("refused", Map.of("refusals", refusals), status);
    }
}
