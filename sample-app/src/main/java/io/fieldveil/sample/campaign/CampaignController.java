package io.fieldveil.sample.campaign;

import io.fieldveil.sample.contact.ContactService;
import io.fieldveil.sample.mail.PasswordReset;
import io.fieldveil.sample.web.Refusal;
import io.fieldveil.sample.web.Refusals;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Campaigns and their results, and the one mail that is no campaign. */
@Controller
class CampaignController {

    private final CampaignService campaigns;
    private final ContactService contacts;
    private final PasswordReset resets;

    CampaignController(CampaignService campaigns, ContactService contacts, PasswordReset resets) {
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.resets = resets;
    }

    @GetMapping("/campaigns")
    String list(Model model) {
        model.addAttribute("campaigns", campaigns.list());
        model.addAttribute("form", CampaignForm.EXAMPLE);
        return "campaigns";
    }

    @PostMapping("/campaigns")
    String send(@Valid @ModelAttribute("form") CampaignForm form, BindingResult problems, Model model) {
        if (problems.hasErrors()) {
            return again(
                    problems.getFieldErrors().stream()
                            .map(CampaignController::sentence)
                            .toList(),
                    model);
        }
        try {
            return "redirect:/campaigns/" + campaigns.send(form);
        } catch (RuntimeException e) {
            return again(Refusals.reasons(e).orElseThrow(() -> e), model);
        }
    }

    private String again(List<Refusal> reasons, Model model) {
        // Not "nothing was saved": the mails may be on their way when what became of them cannot be recorded.
        model.addAttribute("wrong", "The campaign did not go out as it should:");
        model.addAttribute("reasons", reasons);
        model.addAttribute("campaigns", campaigns.list());
        return "campaigns";
    }

    @GetMapping("/campaigns/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute(
                "campaign", campaigns.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("deliveries", campaigns.deliveries(id));
        return "campaign";
    }

    @PostMapping("/contacts/{id}/password-reset")
    String resetPassword(@PathVariable long id, RedirectAttributes next) {
        var failure = resets.send(contacts.find(id));
        next.addFlashAttribute("done", failure.orElse("The password-reset mail is on its way."));
        return "redirect:/contacts/" + id;
    }

    private static Refusal sentence(FieldError error) {
        return Refusals.violation(error.getField(), String.valueOf(error.getDefaultMessage()));
    }
}
