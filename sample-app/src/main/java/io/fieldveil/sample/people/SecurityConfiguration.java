package io.fieldveil.sample.people;

import static io.fieldveil.sample.people.Permissions.CAMPAIGN_CHECKER;
import static io.fieldveil.sample.people.Permissions.UPDATE_DATA;
import static io.fieldveil.sample.people.Permissions.VIEW_DASHBOARD;
import static io.fieldveil.sample.people.Permissions.VIEW_PII;
import static io.fieldveil.sample.people.Permissions.VIEW_USER_PROFILE;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Who may call which page; a page that stands in no line here is refused to everyone. The list of contacts is open to everyone, on purpose: the demonstration is what a caller
 * without any permission reads there.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain pages(HttpSecurity http, ObjectProvider<HandlerMapping> handlers) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/", "/contacts", "/login", "/style.css")
                        .permitAll()
                        .requestMatchers("/imports/**")
                        .hasAuthority(UPDATE_DATA)
                        .requestMatchers(HttpMethod.GET, "/campaigns/**")
                        .hasAuthority(VIEW_DASHBOARD)
                        .requestMatchers("/campaigns/**", "/contacts/*/password-reset")
                        .hasAuthority(CAMPAIGN_CHECKER)
                        .requestMatchers("/walkthrough/**")
                        .hasAuthority(VIEW_PII)
                        .requestMatchers("/contacts/**", "/contacts.csv")
                        .hasAuthority(VIEW_USER_PROFILE)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refused -> refused.accessDeniedHandler(new ForbiddenOrAbsent(handlers)))
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/contacts"))
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService demoUsers(PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(Arrays.stream(DemoUser.values())
                .map(user -> User.withUsername(user.login())
                        .password(encoder.encode(user.password()))
                        .authorities(user.permissions().toArray(String[]::new))
                        .build())
                .toList());
    }
}
