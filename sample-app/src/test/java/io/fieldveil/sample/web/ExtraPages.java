package io.fieldveil.sample.web;

import io.fieldveil.FieldveilException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Pages that only the tests have: one that nobody listed, and one that fails. */
@Controller
class ExtraPages {

    static final String CANARY = "canary@example.org";

    @GetMapping("/unlisted")
    @ResponseBody
    String unlisted() {
        return "reached";
    }

    @GetMapping("/contacts/keys")
    String keys() {
        throw new FieldveilException("FV-416", "the reason for the operator");
    }

    @GetMapping("/contacts/failure")
    String failure() {
        throw new IllegalStateException("the failing page holds " + CANARY);
    }
}
