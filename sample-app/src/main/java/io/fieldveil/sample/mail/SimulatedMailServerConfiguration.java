package io.fieldveil.sample.mail;

import io.fieldveil.sample.PropertyMissing;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends the sample's mail to a simulated server of its own, unless {@code spring.mail.host} names a real one. */
@Configuration(proxyBeanMethods = false)
@Conditional(PropertyMissing.MailServer.class)
class SimulatedMailServerConfiguration {

    @Bean
    SimulatedMailServer simulatedMailServer() {
        LoggerFactory.getLogger(SimulatedMailServer.class)
                .warn("No 'spring.mail.host' is set: mail goes to a simulated server inside the application.");
        return new SimulatedMailServer();
    }

    @Bean
    JavaMailSender simulatedMailSender(SimulatedMailServer server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        sender.setDefaultEncoding("UTF-8");
        return sender;
    }
}
