package io.fieldveil.sample.walkthrough;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that shows one contact from four sides. */
@Controller
class WalkthroughController {

    private static final int VISIBLE = 14;

    private final Walkthrough walkthrough;

    WalkthroughController(Walkthrough walkthrough) {
        this.walkthrough = walkthrough;
    }

    @GetMapping("/walkthrough")
    String show(Model model) {
        model.addAttribute(
                "rows",
                walkthrough.rows().stream().map(row -> row.shortened(VISIBLE)).toList());
        return "walkthrough";
    }

    @PostMapping("/walkthrough/mail")
    String sendMail(RedirectAttributes next) {
        next.addFlashAttribute("done", walkthrough.sendMail().orElse("The mail is sent; see the last column."));
        return "redirect:/walkthrough";
    }
}
