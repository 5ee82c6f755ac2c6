package io.fieldveil.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.sample.SampleTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@SampleTest
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init")
class AddressTest {

    @Autowired
    ConfigurableApplicationContext context;

    @LocalServerPort
    int port;

    @Test
    void start_whenAllIsReady_saysWhereAndAsWhom(CapturedOutput output) {
        context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
        assertThat(output.getAll().strip().lines().reduce("", (first, last) -> last))
                .contains("Open http://localhost:" + port + " and sign in as admin or viewer");
    }
}
