package io.fieldveil.sample;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.fieldveil.sample.people.DemoUser;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Requests of someone who has signed in. */
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor as(DemoUser person) {
        return user(person.login()).authorities(AuthorityUtils.createAuthorityList(person.permissions()));
    }
}
