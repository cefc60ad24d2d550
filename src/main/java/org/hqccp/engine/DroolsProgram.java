package org.hqccp.engine;

import java.util.Map;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.drl.ast.descr.PackageDescr;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.Rule.Stage;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.ResultSeverity;
import org.kie.internal.builder.conf.DefaultDialectOption;

/** The emitted package of one decision, compiled by Drools, and the way rows are made for it. */
final class DroolsProgram {
    private final KieBase base;
    private final KieSessionConfiguration sessions;
    private final String text;
    private final AgendaFilter conclusions;
    private final Map<String, StageRows> rows;

    /** Checks and compiles what was emitted. */
    DroolsProgram(DrlEmitter emitter, Watch watch) {
        EmittedPackage emitted = emitter.emitted();
        this.text = emitted.text();
        this.base = compile(watch.compile(Rereading.of(emitted)));
        this.conclusions = new Conclusions(
                emitted.rules(),
                base.getKiePackages().stream()
                        .flatMap(p -> p.getRules().stream())
                        .toList());
        // One thread works on a session, and every match is taken down as it is found.
        this.sessions = KieServices.get().newKieSessionConfiguration();
        sessions.setOption(ThreadSafeOption.NO);
        sessions.setOption(DirectFiringOption.YES);
        this.rows = emitter.stageRows(type -> new RowMaker(base.getFactType(emitted.name(), type.name()), type));
    }

    /** A new base each time, never updateToVersion, which leaks classes on each reload. Any message of the builder is a fault. */
    private static KieBase compile(PackageDescr checked) {
        KnowledgeBuilderConfiguration configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration();
        configuration.setOption(Rereading.LANGUAGE);
        // No consequence, no Java to compile.
        configuration.setOption(DefaultDialectOption.get("mvel"));
        KnowledgeBuilderImpl builder = new KnowledgeBuilderImpl(configuration);
        builder.addPackage(checked);
        if (builder.hasResults(ResultSeverity.ERROR, ResultSeverity.WARNING, ResultSeverity.INFO)) {
            throw new Defect("Drools cannot compile an emitted package: "
                    + builder.getResults(ResultSeverity.ERROR, ResultSeverity.WARNING, ResultSeverity.INFO)
                            .iterator()
                            .next()
                            .getMessage());
        }
        KieBaseConfiguration unchanging = KieServices.get().newKieBaseConfiguration();
        unchanging.setOption(KieBaseMutabilityOption.DISABLED);
        return builder.newKnowledgeBase(unchanging);
    }

    /** A new session; whoever asks for it disposes of it. */
    KieSession session() {
        return base.newKieSession(sessions, null);
    }

    /** Takes down what matches say. */
    AgendaFilter conclusions() {
        return conclusions;
    }

    /** The emitted DRL. */
    String text() {
        return text;
    }

    /** How the rows of a stage are made; none if the stage has no rules about that type. */
    @Nullable
    StageRows rows(Stage stage, EntityType type) {
        return rows.get(DrlEmitter.key(stage, type));
    }
}
