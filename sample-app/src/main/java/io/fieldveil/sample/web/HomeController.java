package io.fieldveil.sample.web;

import io.fieldveil.sample.people.DemoUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page and the sign-in page. */
@Controller
class HomeController {

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("users", DemoUser.values());
        return "home";
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("users", DemoUser.values());
        return "login";
    }
}
