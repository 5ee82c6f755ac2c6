package io.fieldveil.sample.web;

import io.fieldveil.FieldveilException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Pages for what went wrong that say what can be done. Their texts hold no value of any field. */
@ControllerAdvice
class ProblemPages {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String refused(FieldveilException refusal, Model model) {
        model.addAttribute("reason", refusal.getMessage());
        return "refused";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    String tooLarge(MaxUploadSizeExceededException tooLarge, Model model) {
        model.addAttribute("reason", "The file is larger than 5 MB. Split it, each part with the header line.");
        return "refused";
    }
}
