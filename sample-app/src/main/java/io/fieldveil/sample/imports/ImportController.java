package io.fieldveil.sample.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page that takes a file of contacts. */
@Controller
class ImportController {

    private final ContactImport imports;

    ImportController(ContactImport imports) {
        this.imports = imports;
    }

    @GetMapping("/imports")
    String ask(Model model) {
        model.addAttribute("columns", ContactColumns.ALL);
        return "import";
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(@RequestParam MultipartFile file, Model model) throws IOException {
        return load(file, model);
    }

    @PostMapping("/imports/bundled")
    String bundled(Model model) throws IOException {
        return load(new ClassPathResource(BundledContacts.FILE), model);
    }

    private String load(InputStreamSource file, Model model) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            model.addAttribute("report", imports.load(new StringReader(CsvText.of(bytes.readAllBytes()))));
        } catch (UnreadableFileException e) {
            model.addAttribute("refused", e.getMessage());
        }
        return ask(model);
    }
}
