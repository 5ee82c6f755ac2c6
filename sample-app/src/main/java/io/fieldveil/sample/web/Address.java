package io.fieldveil.sample.web;

import io.fieldveil.sample.people.DemoUser;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the sample is to be found, as the last line of its start. */
@Component
class Address {

    private static final Logger LOG = LoggerFactory.getLogger(Address.class);

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        LOG.info(
                "Open http://localhost:{} and sign in as {}; the sign-in page has the passwords.",
                port,
                Arrays.stream(DemoUser.values()).map(DemoUser::login).collect(Collectors.joining(" or ")));
    }
}
