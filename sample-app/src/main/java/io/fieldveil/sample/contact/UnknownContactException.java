package io.fieldveil.sample.contact;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no contact with this id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class UnknownContactException extends RuntimeException {
    UnknownContactException(long id) {
        super("There is no contact " + id);
    }
}
