// The robot that follows the light. It knows who it is, what its own role is called, and how to
// read an overlay; it knows no page. It acts only where a ring says so, and presses only the buttons of the
// card, with a mouse or with a keyboard, and the one button of a page of the backend's own, which asks the person. Where
// nothing is lit it waits, and says what it waited for.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { card, lights } from "./light.mjs";
import { mouse } from "./mouse.mjs";
import { until } from "../stage/stage.mjs";

/** How long one step may take before the robot gives up, in seconds. */
const PATIENCE = 30;

/** How long the window in front may be silent before the robot turns to another, in milliseconds. */
const TURN_AWAY_MS = 8000;

/** How long a light may stand unchanged after it was followed before the robot follows it again, in milliseconds. */
const TRY_AGAIN_MS = 4000;

/** How long a card must stand before its button is pressed: pages on their way to another have cards, too. */
const READ_MS = 500;

/** How long a page must have been in view before the robot acts in it, in milliseconds: nobody sees it sooner. */
const SEE_MS = 600;

/**
 * How often the robot follows one light before it gives up on it. The browser may refuse a window once, and a page that
 * is drawn anew may take a control away under a finger: a person would press a third time.
 */
const TRIES = 3;

/** The robot waited for a light in vain. `said` is the card in front of it, if there is one. */
export class Stopped extends Error {
  constructor(message, { url, said }) {
    super(message);
    this.url = url;
    this.said = said;
  }
}

/** The button of a page of ours that asks whether to go on. */
const ASKED = "form button";

/** Names what is done on a page: the same light or button there is the same deed. */
const signOf = (page, said, ring, button) =>
  JSON.stringify([page.url(), said.id, said.kind, ring ? [ring.name, ring.ask] : button.do]);

export class Robot {
  /**
   * @param {{browser: object, stage: object, actor: string, role: string, account: string,
   *   journal: Journal, daring?: boolean, patience?: number, hand?: ReturnType<typeof mouse>,
   *   person?: (page: object, said: object) => Promise<void>}} options
   *   `account` is the name a person would look for among accounts; a daring robot also tries what
   *   it is told not to do. `hand` is what it acts with, a mouse unless something else is said. `person` does
   *   what a card leaves to the person alone.
   */
  constructor(options) {
    Object.assign(this, options);
    this.hand ??= mouse();
    /** What was done, how often, and when last. @type {Map<string, {times: number, at: number}>} */
    this.acted = new Map();
    this.pages = () => this.browser.context.pages().filter((page) => !page.isClosed());
  }

  /** Opens an address as a person would type it. */
  async open(url) {
    const page = this.browser.context.pages().find((page) => page.url() === "about:blank");
    await (page ?? (await this.browser.context.newPage())).goto(url, { waitUntil: "commit" });
  }

  /**
   * The next thing to do. A person looks at the window in front of them, which is the newest one;
   * only when that has had nothing to say for a while do they turn to another.
   */
  async next() {
    const pages = this.pages().reverse();
    if (this.front !== pages[0]) {
      this.front = pages[0];
      this.frontSince = Date.now();
    }
    const turn = Date.now() - this.frontSince > TURN_AWAY_MS;
    for (const page of turn ? pages : pages.slice(0, 1)) {
      const said = await card(page);
      if (!said) {
        if (await this.isAsked(page)) return { page, asked: true };
        continue;
      }
      const rings = await lights(page);
      const to = rings.filter((ring) => ring.kind !== "avoid" && ring.ask !== "none");
      const lit = to.length > 1 ? (to.find((ring) => ring.name?.split(/\s+/).includes(this.account)) ?? to[0]) : to[0];
      // What was done, and led on to something else that was done, is lit again: it is over, and said to be.
      const again = lit && signOf(page, said, lit);
      const over = this.acted.has(again) && this.last !== again && said.actions.find((one) => one.do === "say_done");
      const ring = over ? undefined : lit;
      const button = over || (lit ? undefined : this.button(said));
      if (!ring && !button) {
        await this.person?.(page, said);
        continue;
      }
      const sign = signOf(page, said, ring, button);
      if (this.tired(sign, ring, page === this.front)) continue;
      const avoid = rings.find((ring) => ring.kind === "avoid");
      // What is only just appearing or going is not acted upon: it must be seen twice.
      const place = JSON.stringify([sign, ring?.center]);
      if (this.glimpsed?.place !== place) this.glimpsed = { place, since: Date.now() };
      else if (ring || Date.now() - this.glimpsed.since > READ_MS) return { page, said, ring, button, avoid, sign };
      return undefined;
    }
    this.glimpsed = undefined;
    return undefined;
  }

  /** Whether a page of the backend asks the person something. It has one button, and no extension speaks there. */
  async isAsked(page) {
    if (!page.url().startsWith(`${this.stage.backend}/`) || this.acted.has(page.url())) return false;
    return (
      (await page
        .locator(ASKED)
        .count()
        .catch(() => 0)) === 1
    );
  }

  /** Goes on from a page of the backend. */
  async goOn(page) {
    const url = page.url();
    if (await this.hand.press(page, ASKED)) this.acted.set(url, { times: 1, at: Date.now() });
    this.frontSince = Date.now();
    return true;
  }

  /**
   * Whether something was done so often, or so lately, that it is not done again. What was typed is
   * there, and what opened another window has; only what came to nothing is tried once more.
   */
  tired(sign, ring, inFront) {
    const done = this.acted.get(sign);
    if (!done) return false;
    return !inFront || ring?.ask === "type" || done.times >= TRIES || Date.now() - done.at < TRY_AGAIN_MS;
  }

  /** The button of the card that takes this person on, if the card has one. */
  button(said) {
    if (said.kind === "warning") return undefined;
    const begin = said.actions.find((action) => action.do === "begin" && action.role === this.role);
    const main = said.actions.find((action) => action.weight === "primary");
    return begin ?? (main?.do === "begin" ? undefined : main);
  }

  /** Takes one step. False when `done` came true before there was one. */
  async step(done) {
    const found = await until(
      `a light for ${this.actor} to follow`,
      async () => ((await done()) ? "done" : await this.next()),
      this.patience ?? PATIENCE,
    ).catch(async (error) => {
      const view = await this.browser.view().catch(() => undefined);
      const where = await Promise.all(this.pages().map(async (page) => [page.url(), await card(page)]));
      await Promise.all(
        this.pages().map((page, n) =>
          page.screenshot({ path: this.journal.file(`stuck-${this.actor}-${n}.png`) }).catch(() => {}),
        ),
      );
      const said = await Promise.all(this.pages().map(async (page) => ({ url: page.url(), said: await card(page) })));
      throw new Stopped(
        `${error.message}\nDone last: ${JSON.stringify([...this.acted].slice(-3))}\n${JSON.stringify(where, null, 1)}\n${JSON.stringify(view?.journeys, null, 1)}\n${this.stage.log.join("").slice(-3000)}`,
        said.reverse().find(({ said }) => said) ?? { url: this.pages().at(-1)?.url() },
      );
    });
    if (found === "done") return false;
    if (found.asked) return this.goOn(found.page);
    const { page, said, ring, button, avoid, sign } = found;
    if (this.daring && avoid && !this.dared) {
      this.dared = true;
      await this.dare(page, ring, avoid);
      return true;
    }
    const written = await this.journal.step(this, { page, said, ring, acted: ring?.ask ?? "none" });
    if (!written) return true;
    if (ring && !(await this.stands(page, ring))) {
      // Writing took a moment, and in it the light has moved on: so does the robot.
      this.journal.steps.pop();
      return true;
    }
    this.acted.set(sign, { times: (this.acted.get(sign)?.times ?? 0) + 1, at: Date.now() });
    this.last = sign;
    this.frontSince = Date.now();
    if (!ring) {
      const selector = `button[data-do="${button.do}"]${button.role ? `[data-role="${button.role}"]` : ""}`;
      // A card that goes while it is pressed is looked for again.
      if (!(await this.hand.press(page, selector))) this.acted.delete(sign);
      else if (button.do === "hand_off") await this.takeLink(page);
    } else if (!(await this.hand.follow(page, ring))) {
      this.acted.delete(sign);
    }
    return true;
  }

  /**
   * Whether a light is still where it was seen, once the page has been in view: before its style is
   * there a page has a layout that nobody gets to see.
   */
  async stands(page, { center, ask }) {
    const drawn = (ms) =>
      new Promise((done) => {
        const look = () => {
          const [painted] = performance.getEntriesByName("first-contentful-paint");
          if (performance.now() > (painted?.startTime ?? 0) + ms) done(true);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(() => requestAnimationFrame(look));
      });
    const late = new Promise((done) => setTimeout(done, 2000));
    await Promise.race([page.evaluate(drawn, SEE_MS).catch(() => false), late]);
    const same = (ring) => ring.ask === ask && ring.center.x === center.x && ring.center.y === center.y;
    return !page.isClosed() && (await lights(page)).some(same);
  }

  async takeLink(page) {
    this.link = await until("the hand-off link", async () => (await card(page))?.copy);
    await this.journal.step(this, { page, said: await card(page), acted: "none" });
  }

  /** Does what the light says not to do, and shows that it comes to nothing. */
  async dare(page, accept, avoid) {
    const before = await this.stage.state();
    const url = page.url();
    const { guard } = this.journal;
    guard.offered = true;
    const insist = await this.hand.aim(page, accept);
    await this.hand.follow(page, avoid);
    const warned = await until("the warning", async () => {
      const said = await card(page);
      return said?.kind === "warning" && said;
    });
    guard.ticked = true;
    await this.journal.step(this, { page, said: warned, ring: avoid, acted: "click" });
    await insist();
    await this.browser.shows("the held attempt", (view) => view.journeys.some((journey) => journey.guard.held));
    const after = await this.stage.state();
    const same = JSON.stringify(after.grants) === JSON.stringify(before.grants);
    if (!same || page.url() !== url) throw new Error("an organization-wide consent went through");
    guard.held = true;
    guard.grants_made = after.grants.length - before.grants.length;
    await this.journal.step(this, { page, said: await card(page), ring: avoid, acted: "none" });
    await this.hand.follow(page, avoid);
    await until("a calm card", async () => (await card(page))?.kind === "step");
  }
}

/** What is written down about a walk. */
export class Journal {
  constructor(out) {
    this.out = out;
    this.steps = [];
    this.guard = { offered: false, ticked: false, held: false, released: false };
  }

  file(name) {
    return this.out ? join(this.out, name) : undefined;
  }

  async step(robot, { page, said, ring, acted }) {
    const number = String(this.steps.length + 1).padStart(2, "0");
    const name = `${number}-${said?.id ?? "page"}.png`;
    try {
      if (this.out) await page.screenshot({ path: this.file(name) });
    } catch (error) {
      // A window that closes by itself needs no step any more.
      if (page.isClosed()) return false;
      throw error;
    }
    const view = await robot.browser.view();
    const seen = Object.values(view?.tabs ?? {}).find((tab) => tab.card?.id === said?.id);
    this.steps.push({
      id: said?.id,
      seed_step: said?.seedStep ?? null,
      actor: robot.actor,
      page: seen?.page ?? null,
      url: strip(page.url()),
      lit: ring ? { role: ring.role, name: ring.name } : null,
      acted,
      card: { title: said?.title, text: said?.text, language: said?.language },
      screenshot: name,
    });
    return true;
  }

  async write(result) {
    const { status, guard } = result.journey;
    const state = status.state;
    this.guard.released = guard.released;
    const { clicks } = await result.stage.state();
    // The traps are the tick and what stands under it: right only for a robot that dares.
    const strayed = this.guard.offered ? 0 : clicks.traps;
    const journey = {
      outcome: state.kind,
      users: state.users ?? null,
      sites: state.sites ?? null,
      actor: result.actor,
      tenant: status.tenant ?? null,
      steps: this.steps,
      guard: this.guard,
      wrong_clicks: clicks.wrong.length + strayed,
      verified_by: [...new Set(status.evidence.filter((e) => e.status === 200).map((e) => e.call))],
      evidence: status.evidence,
    };
    if (this.out) await writeFile(this.file("journey.json"), `${JSON.stringify(journey, null, 2)}\n`);
    return journey;
  }
}

/** An address without anything one-time in it. */
const strip = (address) => {
  const url = new URL(address);
  url.search = "";
  if (!url.hash.includes("/")) url.hash = "";
  const ours = ["/h/", "/connect/"].find((path) => url.pathname.startsWith(path));
  return ours ? `${url.origin}${ours}` : url.href;
};

/** Whether the newest journey is proven, and nothing is left to be followed. */
const proven = async (browser) => {
  const journey = (await browser.view())?.journeys[0];
  return journey?.status?.state.kind === "authorized" && !journey.steps.some((step) => step.state === "current");
};

/**
 * Walks the whole journey.
 * @param {{stage: object, open: (name: string) => Promise<object>, entry: string, as: string,
 *   accounts: Record<string, string>, out?: string, interrupt?: (n: number, robot: Robot) => Promise<void>,
 *   journal?: Journal, daring?: boolean, patience?: number, hand?: Robot["hand"],
 *   person?: Robot["person"]}} options
 */
export async function walk(options) {
  const { stage, open, entry, as, accounts, out, interrupt, daring = true, patience, hand, person } = options;
  const journal = options.journal ?? new Journal(out);
  const robot = async (actor) =>
    new Robot({
      browser: await open(actor),
      stage,
      actor,
      role: actor,
      account: accounts[actor],
      journal,
      daring,
      patience,
      hand,
      person,
    });
  const starter = await robot(as);
  await starter.open(entry);
  let granter;
  for (let n = 0; ; n++) {
    if (n > 60) throw new Error("the robot goes round in circles");
    await interrupt?.(n, granter ?? starter);
    if (starter.link && !granter) {
      granter = await robot("global-admin");
      await granter.open(starter.link);
    }
    const acting = granter && !granter.arrived ? granter : starter;
    if (await acting.step(() => proven(acting.browser))) continue;
    if (acting === starter) break;
    granter.arrived = true;
  }
  const page = starter.pages().find((page) => page.url().startsWith(new URL(entry).origin)) ?? starter.pages()[0];
  await page.bringToFront();
  const said = await until("the last word", async () => {
    const said = await card(page);
    return said?.kind === "done" && said;
  });
  await journal.step(starter, { page, said, acted: "none" });
  const journey = (await starter.browser.view()).journeys[0];
  const written = await journal.write({ journey, stage, actor: as });
  return { ...written, robots: [starter, granter].filter(Boolean) };
}
