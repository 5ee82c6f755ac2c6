package io.fieldveil.sample.contact;

import io.fieldveil.sample.web.Refusal;
import io.fieldveil.sample.web.Refusals;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of contacts, and a page for each. */
@Controller
class ContactController {

    private static final int PAGE_SIZE = 20;
    private static final String SEARCH = "search";

    private final ContactService contacts;
    private final ContactExport export;
    private final SearchHints hints;

    ContactController(ContactService contacts, ContactExport export, SearchHints hints) {
        this.contacts = contacts;
        this.export = export;
        this.hints = hints;
    }

    /**
     * Keeps the search in the session and shows the list. An address in the list's own address would end in access logs
     * and histories; here it is in memory until the caller signs out.
     */
    @PostMapping("/contacts/search")
    String search(ContactSearch search, HttpSession session) {
        session.setAttribute(SEARCH, search);
        return "redirect:/contacts";
    }

    /** Open to everyone; the search is not, as its answer tells who is a contact. */
    @GetMapping("/contacts")
    String list(
            @SessionAttribute(name = SEARCH, required = false) @Nullable ContactSearch search,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var asked = search == null ? ContactSearch.EVERYONE : search;
        var wanted = PageRequest.of(Math.max(0, page), PAGE_SIZE, Sort.by("id"));
        model.addAttribute(SEARCH, asked);
        model.addAttribute("hints", hints.of(asked));
        Page<Contact> found = contacts.list(asked, wanted);
        if (found.isEmpty() && found.getTotalPages() > 0) {
            found = contacts.list(asked, wanted.withPage(found.getTotalPages() - 1));
        }
        model.addAttribute("page", found);
        return "contacts";
    }

    @GetMapping("/contacts.csv")
    ResponseEntity<String> download() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("contacts.csv")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(export.csv());
    }

    @GetMapping("/contacts/{id}")
    String show(@PathVariable long id, Model model) {
        Contact contact = contacts.find(id);
        model.addAttribute("contact", contact);
        model.addAttribute("form", ContactForm.of(contact));
        return "contact";
    }

    @PostMapping("/contacts/{id}")
    String update(@PathVariable long id, ContactForm form, Model model, RedirectAttributes next) {
        try {
            contacts.update(id, form);
        } catch (UnreadableFormException e) {
            return again(id, form, List.of(Refusal.of(String.valueOf(e.getMessage()))), model);
        } catch (RuntimeException e) {
            return again(id, form, Refusals.reasons(e).orElseThrow(() -> e), model);
        }
        next.addFlashAttribute("done", "The contact is saved.");
        return "redirect:/contacts/" + id;
    }

    private String again(long id, ContactForm form, List<Refusal> reasons, Model model) {
        model.addAttribute("contact", contacts.find(id));
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons);
        return "contact";
    }
}
