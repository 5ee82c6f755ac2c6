package io.fieldveil.sample;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.fieldveil.client.ClientCipher;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the bundled file of made-up contacts. Run by hand when its shape changes; the client's keyset is made for one
 * run and forgotten, so that nobody can open the passport numbers.
 *
 * <p>Telephone numbers are from the ranges that the regulators of Britain, France, Germany, Sweden and North America keep
 * for films and books; addresses are at the hosts that RFC 2606 reserves.
 */
final class BundledContactsGenerator {

    private static final int CONTACTS = 520;
    private static final String HEADER = "user_id,email,phone,first_name,last_name,birth_date,gender,company,city,"
            + "passport_number,email_opt_in,sms_opt_in,whatsapp_opt_in";

    private static final List<String> FIRST = List.of(
            "Aïcha",
            "Åsa",
            "Zoë",
            "Jürgen",
            "Łukasz",
            "Nguyễn",
            "Müge",
            "Siobhán",
            "José",
            "Chloé",
            "Đorđe",
            "Þóra",
            "Анна",
            "Олексій",
            "Ελένη",
            "דנה",
            "ليلى",
            "美咲",
            "伟",
            "지민",
            "प्रिया",
            "สมชาย",
            "Kwame",
            "Ngozi",
            "Kaiulani",
            "Fatima",
            "Ivan",
            "Maria",
            "Tomás",
            "Ana");
    private static final List<String> LAST = List.of(
            "Ó Briain",
            "Müller-Lüdenscheidt",
            "Łaski",
            "Nguyễn",
            "Šimůnek",
            "Çelik",
            "D'Angelo",
            "van der Meer",
            "Bjørnstad",
            "Kovács",
            "Ibáñez",
            "Петрова",
            "Шевченко",
            "Παπαδοπούλου",
            "לוי",
            "الحسن",
            "佐藤",
            "王",
            "김",
            "शर्मा",
            "ใจดี",
            "Mensah",
            "Okafor",
            "Kahananui",
            "Al-Farsi",
            "Smith",
            "Garcia",
            "Silva");
    private static final List<String> HOSTS = List.of(
            "example.org",
            "example.com",
            "example.net",
            "post.example",
            "bücher.example",
            "пошта.example",
            "邮件.example");
    private static final List<String> CITIES =
            List.of("Berlin", "Paris", "London", "Stockholm", "New York", "Genève", "Łódź", "São Paulo", "東京", "Αθήνα");
    private static final List<String> COMPANIES = List.of("Acme", "Smörgås AB", "Café Noir", "Δέλτα", "", "");

    private BundledContactsGenerator() {}

    public static void main(String[] arguments) throws Exception {
        var client = ClientCipher.generate("shop-2026");
        var random = new Random(20261123);
        List<String> numbers = numbers();
        try (var csv = CsvWriter.builder().build(Path.of(arguments[0]))) {
            csv.writeRecord(HEADER.split(",", -1));
            for (int i = 0; i < CONTACTS; i++) {
                csv.writeRecord(row(i, random, numbers, client));
                if (i % 50 == 49) {
                    csv.writeRecord(malformed(i / 50, random, numbers, client));
                }
            }
        }
    }

    private static List<String> row(int i, Random random, List<String> numbers, ClientCipher client) {
        String host = HOSTS.get(random.nextInt(HOSTS.size()));
        String local = i % 97 == 96 ? "josé." + i : "contact." + (1000 + i);
        var row = new ArrayList<String>();
        row.add("shop-" + (1000 + i));
        row.add(i % 7 == 0 ? (local + "@" + host).toUpperCase(Locale.ROOT) : local + "@" + host);
        row.add(i % 11 == 10 ? "" : numbers.get(i % numbers.size()));
        row.add(FIRST.get(random.nextInt(FIRST.size())));
        row.add(LAST.get(random.nextInt(LAST.size())));
        row.add(LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000)).toString());
        row.add(List.of("female", "male", "other", "").get(random.nextInt(4)));
        row.add(COMPANIES.get(random.nextInt(COMPANIES.size())));
        row.add(CITIES.get(random.nextInt(CITIES.size())));
        row.add(i % 5 == 4 ? "" : client.encryptSearchable("passport_number", "X" + (1_000_000 + i)));
        row.add(String.valueOf(i % 13 != 12));
        row.add(String.valueOf(i % 17 != 16));
        row.add(String.valueOf(i % 3 == 0));
        return row;
    }

    /** Ten rows, each with one thing wrong. */
    private static List<String> malformed(int kind, Random random, List<String> numbers, ClientCipher client) {
        var row = new ArrayList<>(row(9000 + kind, random, numbers, client));
        switch (kind) {
            case 0 -> row.remove(12);
            case 1 -> row.add("one too many");
            case 2 -> row.set(1, "not an address");
            case 3 -> row.set(1, "someone@@example.org");
            case 4 -> row.set(2, "call me maybe");
            case 5 -> row.set(0, "shop-1000");
            case 6 -> row.set(9, "X1234567");
            case 7 -> row.set(5, "31.12.1980");
            case 8 -> row.set(10, "perhaps");
            default -> row.set(1, "");
        }
        return row;
    }

    private static List<String> numbers() {
        var written = new ArrayList<String>();
        for (int i = 0; i < 140; i++) {
            written.add(String.format("+44 7700 900%03d", i));
            written.add(String.format("+33 6 39 98 %02d %02d", i / 100, i % 100));
            written.add(String.format("030 23125 %03d", i));
            written.add(String.format("+1 (202) 555-01%02d", i % 100));
            written.add(String.format("+46 70 174 06 %02d", 5 + i % 95));
        }
        var numbers = PhoneNumberUtil.getInstance();
        return written.stream()
                .filter(number -> {
                    try {
                        return numbers.isValidNumber(numbers.parse(number, "DE"));
                    } catch (NumberParseException e) {
                        return false;
                    }
                })
                .distinct()
                .toList();
    }
}
