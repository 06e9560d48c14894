// Compares what the extension made of a kept page with what its case expects.
//
// Wrong is: something is lit that is not expected, a page is taken for another, a consent gets
// another verdict. Not to see what is there is no such mistake: it is an abstention, and listed.

const list = (value) => (value === undefined ? [] : [value].flat());

/** Whether something lit is what a case calls `"name"`, or `{"name": …, "role": …}`. */
const fits = (wanted, lit) =>
  typeof wanted === "string" ? lit.name === wanted : lit.name === wanted.name && lit.role === wanted.role;

const say = (lit) => `${lit.role} ${JSON.stringify(lit.name)} as ${lit.control}`;

/**
 * @param {{error?: string, expected?: object, page?: string, would_light?: object[], looked_for?: object[],
 *   consent?: {verdict: string} | null, dark_because?: string | null}} found
 * @returns {{outcome: "found" | "abstained" | "wrong" | "failed" | "unjudged", missed: string[], wrong: string[],
 *   rightly?: boolean}}
 */
export function judge(found) {
  const wrong = [];
  const missed = [];
  const { expected } = found;
  if (found.error) return { outcome: "failed", missed, wrong: [found.error] };
  if (!expected) return { outcome: "unjudged", missed, wrong };

  const unseen = found.page === "unknown" && !list(expected.page).includes("unknown");
  if (unseen) missed.push(`the page ${list(expected.page).join(" or ")}`);
  else if (!list(expected.page).includes(found.page))
    wrong.push(`taken for ${found.page}, and it is ${list(expected.page).join(" or ")}`);

  const lit = found.would_light.filter((one) => one.kind !== "avoid");
  const owed = list(expected.lit);
  const allowed = [...owed, ...list(expected.or_lit)];
  const left = [...allowed];
  for (const one of lit) {
    const at = left.findIndex((wanted) => fits(wanted, one));
    if (at < 0) wrong.push(`lights ${say(one)}`);
    else left.splice(at, 1);
  }
  const instead = lit.some((one) => list(expected.or_lit).some((wanted) => fits(wanted, one)));
  if (!instead)
    for (const wanted of owed) if (left.includes(wanted)) missed.push(`does not light ${JSON.stringify(wanted)}`);
  // A ring that says "leave this alone" is no light to follow.
  for (const one of lit)
    if (list(expected.not_lit).some((never) => fits(never, one))) wrong.push(`lights the trap ${say(one)}`);

  for (const [control, name] of Object.entries(expected.found ?? {})) {
    const got = found.looked_for.find((search) => search.control === control)?.found;
    if (got && (name === null || !fits(name, got))) wrong.push(`takes ${say({ ...got, control })}`);
    else if (!got && name !== null) missed.push(`does not find ${control} ${JSON.stringify(name)}`);
  }
  for (const one of found.would_light.filter((one) => one.kind === "avoid")) {
    const tick = expected.found?.[one.control];
    if (tick === null) wrong.push(`warns of ${say(one)}`);
  }

  const verdict = found.consent?.verdict ?? null;
  if (expected.consent !== undefined && !list(expected.consent).includes(verdict)) {
    const should = list(expected.consent).map((one) => one ?? "none");
    const words = `the verdict is ${verdict ?? "none"}, and should be ${should.join(" or ")}`;
    (unseen ? missed : wrong).push(words);
  }

  const dark = lit.length === 0;
  if (expected.unsure && dark && !found.dark_because && found.page !== "unknown")
    missed.push("does not say why nothing is lit");

  if (wrong.length > 0) return { outcome: "wrong", missed, wrong };
  if (missed.length > 0) return { outcome: "abstained", missed, wrong };
  if (expected.unsure && dark) return { outcome: "abstained", rightly: true, missed, wrong };
  return { outcome: "found", missed, wrong };
}

/**
 * Counts, and says in words what is to be read.
 * @param {{case: string, outcome: string, rightly?: boolean, missed: string[], wrong: string[]}[]} cases
 */
export function summary(cases) {
  const those = (outcome, rightly) =>
    cases.filter((one) => one.outcome === outcome && (rightly === undefined || !!one.rightly === rightly));
  const lines = [];
  const tell = (title, some) => {
    if (some.length > 0) lines.push("", title);
    for (const one of some) lines.push(`  ${[one.case, ...one.wrong, ...one.missed].join("\n      ")}`);
  };
  tell("Abstained, as it should:", those("abstained", true));
  tell("Abstained, though it is there:", those("abstained", false));
  tell("Wrong:", those("wrong"));
  tell("Could not be opened or judged:", those("failed"));
  const counts = {
    found: those("found").length,
    abstained: those("abstained").length,
    rightly: those("abstained", true).length,
    wrong: those("wrong").length,
    failed: those("failed").length,
    unjudged: those("unjudged").length,
  };
  lines.push("");
  lines.push(
    `${cases.length} cases: ${counts.found} found, ${counts.abstained} abstained (${counts.rightly} as they should), ` +
      `${counts.wrong} wrong` +
      (counts.failed > 0 ? `, ${counts.failed} could not be opened or judged` : "") +
      (counts.unjudged > 0 ? `, ${counts.unjudged} without an expectation` : ""),
  );
  return { ...counts, text: lines.join("\n") };
}
