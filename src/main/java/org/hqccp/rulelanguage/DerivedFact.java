package org.hqccp.rulelanguage;

import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;

/** A fact that an expression gives, declared once in the dictionary. */
public record DerivedFact(EntityType owner, Fact fact, Expr is) {}
