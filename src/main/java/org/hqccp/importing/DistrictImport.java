package org.hqccp.importing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.json.Json;
import org.hqccp.ruleset.Crosswalk;

/** The students of a district's files, each as a case to decide. */
public final class DistrictImport {
    private final ImportOptions options;
    private final ImportReport report;
    private final Gathering gathering;
    private final Claims claims;
    private final Outcome outcome;
    private final Listed listed;
    private final References references;

    private DistrictImport(ImportOptions options, ImportReport report, Gathering gathering, References references) {
        this.options = options;
        this.report = report;
        this.gathering = gathering;
        this.claims = gathering.claims();
        this.references = references;
        List<Student> roster = new ArrayList<>();
        for (Student student : gathering.students().values()) {
            if (student.isOnRoster() && student.isConfirmed()) {
                roster.add(student);
            }
        }
        new Counted(gathering, options, report).tell(roster);
        this.outcome = new Outcome(gathering, options, List.copyOf(roster));
        this.listed = new Listed(gathering, options, report, outcome.roster());
        listed.tell();
    }

    /**
     * Reads all files of a delivery.
     *
     * @param from a folder, a file, or a zip
     * @param progress told how much is read, from 0 to 1
     */
    public static DistrictImport read(
            Path from,
            Crosswalk crosswalk,
            ImportOptions options,
            References references,
            ImportReport report,
            DoubleConsumer progress)
            throws IOException {
        Gathering gathering = new Gathering(crosswalk, options, report);
        Format format = switch (options.format()) {
            case "oneroster" -> new OneRoster(options, gathering, report);
            case "sims" -> new Sims(options, gathering, report);
            case "ed-fi" -> new EdFi(gathering, report);
            default -> throw new IllegalArgumentException(options.format());
        };
        new Inputs(format, report, progress).read(from);
        DistrictImport read = new DistrictImport(options, report, gathering, references);
        new Telling(gathering, read.outcome, options, report).tell();
        return read;
    }

    /** How many students there are. */
    public int students() {
        return outcome.roster().size();
    }

    /** The case of one student, as JSON; students are numbered from 0 in the order of the files. */
    public byte[] caseJson(int number) {
        Student student = outcome.roster().get(number);
        String reference = references.of(student.id());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("studentRef", reference);
        for (int i = 0; i < claims.facts().size(); i++) {
            Fact fact = claims.facts().get(i);
            Object value = outcome.of(student, i);
            if (value != null) {
                facts.put(fact.name(), written(value));
            }
        }
        for (ItemList list : listed.lists()) {
            Object value = listed.of(student, list);
            if (value != null) {
                facts.put(list.items().key(), written(value));
            }
        }
        Map<String, Object> aCase = new LinkedHashMap<>();
        aCase.put("caseId", reference);
        aCase.put("asOf", options.asOf().toString());
        aCase.put("student", facts);
        return Json.bytes(Json.value(aCase));
    }

    private static Object written(Object value) {
        if (value instanceof Unknown unknown) {
            return Map.of("unknown", unknown.reason());
        } else if (value instanceof LocalDate day) {
            return day.toString();
        } else if (value instanceof BigDecimal number) {
            return number.scale() < 0 ? number.setScale(0) : number;
        } else if (value instanceof Set<?> set) {
            Set<String> sorted = new TreeSet<>();
            set.forEach(each -> sorted.add(String.valueOf(each)));
            return sorted;
        } else if (value instanceof List<?> items) {
            return items.stream().map(DistrictImport::written).toList();
        } else if (value instanceof Map<?, ?> facts) {
            Map<String, Object> each = new LinkedHashMap<>();
            facts.forEach((name, of) -> each.put(String.valueOf(name), written(of)));
            return each;
        }
        return value;
    }

    /** What was read, dropped and not understood. */
    public ImportReport report() {
        return report;
    }
}
