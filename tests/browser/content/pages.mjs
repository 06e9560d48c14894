// Pages for the content scripts to stand in. Every script and style carries the nonce of the
// policy they are served with.

const STYLE = "body{font:15px sans-serif;margin:40px}.gone{display:none}li{margin:8px}";

export const page = (title, body, style = "") =>
  `<!doctype html><html lang=en><meta charset=utf-8><title>${title}</title><style nonce=x>${STYLE}${style}</style>${body}`;

/** Writes down in `log` every event a page could act on. */
const LOG = `<script nonce=x>
  window.log = [];
  for (const type of ["click", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup", "keydown", "keypress", "submit"])
    addEventListener(type, (event) => log.push(type + ":" + (event.target.id || event.target.localName)), true);
</script>`;

/** A page that asks for consent, as a form; beside it another form that is nobody's business. */
const consent = (tick, accept) =>
  page(
    "Consent",
    `${LOG}<form id=f method=post action=/h/posted><h1>Permissions requested</h1>${tick}<p>Terms</p>
    <input id=other><input type=button id=cancel value=Cancel> ${accept}</form>
    <form id=g method=post action=/h/elsewhere><input id=gi><button>Search</button></form>`,
  );

const LABEL = "Consent on behalf of your organization";
const ARIA_BOX = `<div id=tick role=checkbox aria-checked=false tabindex=0 aria-label="${LABEL}">Consent</div>
<script nonce=x>{
  const tick = document.getElementById("tick");
  const flip = () => tick.setAttribute("aria-checked", tick.getAttribute("aria-checked") != "true");
  tick.onclick = flip;
  tick.onkeydown = (event) => event.key == " " && flip();
}</script>`;
const ACCEPT = "<input type=submit id=accept name=accepted value=Accept>";
const ARIA_ACCEPT = `<div id=accept role=button tabindex=0>Accept</div>
<script nonce=x>{
  const accept = document.getElementById("accept");
  const go = () => document.getElementById("f").submit();
  accept.onclick = go;
  accept.onkeydown = (event) => (event.key == "Enter" || event.key == " ") && go();
}</script>`;

/** The same question, built in the ways that pages build it. */
export const CONSENT = {
  "a box with a label beside it": consent(`<input type=checkbox id=tick><label for=tick>${LABEL}</label>`, ACCEPT),
  "a box within its label": consent(
    `<label><span><input type=checkbox id=tick></span> <b>${LABEL}</b></label>`,
    ACCEPT,
  ),
  "a box and a button of scripts": consent(ARIA_BOX, ARIA_ACCEPT),
  "a box of scripts and a real button": consent(ARIA_BOX, ACCEPT),
};

const PRESS = `<script nonce=x>{
  const [yes, no] = ["tick", "no"].map((id) => document.getElementById(id));
  const is = yes.getAttribute("role") == "radio" ? "aria-checked" : "aria-pressed";
  for (const one of [yes, no])
    one.onclick = () => {
      yes.setAttribute(is, one == yes);
      no.setAttribute(is, one == no);
    };
}</script>`;
const QUESTION = `<span id=q>${LABEL}?</span>`;

/** The same as a choice between Yes and No, where one of the two is always on. */
export const ANSWERS = {
  "radio buttons": consent(
    `<fieldset><legend>${LABEL}?</legend><label><input type=radio name=all id=tick>Yes</label>
    <label><input type=radio name=all id=no checked>No</label></fieldset>
    <fieldset><legend>Show this again?</legend><label><input type=radio name=again checked>Yes</label>
    <label><input type=radio name=again>No</label></fieldset>`,
    ACCEPT,
  ),
  "radio buttons of scripts": consent(
    `${QUESTION}<div role=radiogroup aria-labelledby=q><div role=radio id=tick tabindex=0 aria-checked=false>Yes</div>
    <div role=radio id=no tabindex=0 aria-checked=true>No</div></div>${PRESS}`,
    ACCEPT,
  ),
  "two buttons": consent(
    `<div>${QUESTION}<button type=button id=tick aria-pressed=false>Yes</button>
    <button type=button id=no aria-pressed=true>No</button></div>${PRESS}`,
    ARIA_ACCEPT,
  ),
};

/** What is called otherwise than it reads, and answers beside their questions. */
export const READINGS = page(
  "Readings",
  `<main><button id=other aria-label=Accept>Cancel</button><button id=same aria-label=Accept>Accept</button>
  <button id=unheard aria-label=Accept><b aria-hidden=true>Cancel</b></button><input type=button id=field aria-label=Accept value=Cancel>
  <button id=mixed><span>Accept</span><i aria-hidden=true>not</i></button><button id=plain>Accept</button>
  <label><input type=checkbox id=box aria-label=Option>Everybody</label>
  <label><input type=checkbox id=silent><span aria-hidden=true>Everybody</span></label>
  <div id=typed role=button tabindex=0 aria-label=Notes><div contenteditable>typed-secret</div></div>
  <fieldset><legend>For all?</legend><div><input type=radio name=a id=yes><label for=yes>Yes</label></div></fieldset>
  <div>For some? <label><input type=checkbox id=beside></label></div>
  <div hidden>For <b>nobody</b>? <input type=checkbox id=unseen checked></div></main>`,
);

const IDS = ["5490c3ed-785d-422a-b558-a40890c0fd98", "d62121f3-e023-4972-b6b0-794190c0fd98"];
const cells = (role, texts) => texts.map((text) => `<div role=${role}>${text}</div>`).join("");

/** Lists whose columns have heads, and lists without. */
export const COLUMNS = page(
  "Columns",
  `<main><table><thead><tr><th>Name<th>Object ID<th><button>Application ID</button></thead>
  <tr><td><a id=table href=#r>Mover</a><td>${IDS[0]}<td>${IDS[1]}</table>
  <table><tr><th>Mover<td><a id=headless href=#r>Open</a><td>${IDS[1]}</table>
  <div role=grid><div role=row>${cells("columnheader", ["Name", "Owner"])}</div>
  <div><div role=row>${cells("gridcell", ["<a id=grid href=#r>Mover</a>", `Its id: ${IDS[1]}`])}</div></div></div>
  <div role=grid><div role=row>${cells("columnheader", ["Name", "Owner"])}</div>
  <div role=row>${cells("gridcell", ["<a id=spans href=#r>Mover</a>", "x", IDS[1]])}</div></div>
  <ul><li><a id=item href=#r>Mover</a> ${IDS[1]}</ul></main>`,
);

/** Something of everything that the eyes have to tell apart. */
export const ZOO = page(
  "Zoo",
  `<header><nav aria-label=Main><a href="/x" data-telemetryname="Menu-Home"><span>Home</span></a></nav></header><main>
  <h2>Title   of<br>page</h2>
  <button id=save><svg><title>no</title></svg><span data-telemetryname="Command-Save">Save</span><i class=gone>hidden</i></button>
  <div id=tile data-telemetryname="Tile-x">Tile text</div><div id=plain>nothing</div><div role=presentation>p</div>
  <label>Name <input id=name value="secret-value"></label><input type=password id=pw value=hunter2>
  <input type=hidden id=hid value=h><textarea id=area>typed-secret</textarea><input id=empty aria-label=Empty>
  <div contenteditable role=textbox id=edit aria-label=Notes>edit-secret</div>
  <select id=select aria-label=Kind><option>chosen-secret</option></select>
  <input type=checkbox id=box checked><label for=box>Agree to it</label><div role=switch aria-checked=true id=switch>On</div>
  <table><tr><td>Office 365 Mover</td><td><a id=inrow href=#r>Open</a></td><td><input value=row-secret></td></tr></table>
  <ul><li>One <button id=initem>Do</button></li></ul><details><summary id=summary>More</summary>x</details>
  <button id=disabled disabled>No</button><div aria-disabled=true><button id=within-disabled>No2</button></div>
  <button id=invisible class=gone>Invisible name</button><div role=alert>Could not retrieve user count</div><div aria-live=polite></div>
  <span id=l1>Ref</span><span id=l2>erred</span><button id=ref aria-labelledby="l1 l2">x</button><div id=host></div>
  <p>AADSTS50105: nope</p>
  <script nonce=x>
    var config = '{"pgid":"ConvergedConsent"}';
    document.getElementById("host").attachShadow({ mode: "open" })
      .append(Object.assign(document.createElement("button"), { id: "shadowed", textContent: "In shadow" }));
  </script></main>`,
);

/** A form and a document that call their parts like what scripts ask of them. */
export const CLOBBERED = page(
  "Clobbered",
  `<main><form id=f>${[
    "matches",
    "closest",
    "getAttribute",
    "hasAttribute",
    "parentElement",
    "parentNode",
    "children",
    "childNodes",
    "shadowRoot",
    "nodeType",
    "localName",
    "assignedSlot",
    "checkVisibility",
    "getClientRects",
    "textContent",
    "clientHeight",
    "tabIndex",
    "isConnected",
    "id",
  ]
    .map((name) => `<input name=${name} aria-label=${name}>`)
    .join("")}<button type=button>Go on</button></form>
  ${["querySelectorAll", "documentElement", "readyState", "hidden", "body", "activeElement"].map((name) => `<form name=${name}></form>`).join("")}
  <button>After it</button></main>`,
);

/** Ten megabytes of text, and a button after it. */
export const LONG = page(
  "Long",
  `<main>${"<p>Nothing to press is in this paragraph</p>".repeat(230_000)}<button>At its end</button></main>`,
);

/** A long page that is never long the same: its two ends always say the same number, and often another one. */
export const TURNING = page(
  "Turning",
  `<main><button id=first>0</button>${"<p>Nothing to press is in this paragraph</p>".repeat(40_000)}<button id=last>0</button>
  <script nonce=x>
    let turns = 0;
    const turn = () => {
      turns++;
      for (const id of ["first", "last"]) document.getElementById(id).textContent = turns;
      setTimeout(turn, 15);
    };
    addEventListener("load", turn);
  </script></main>`,
);

/** Things to put rings around; its style does all it can against an overlay. */
export const HANDS = page(
  "Hands",
  `<h1>Hands</h1><button id=alpha>Alpha</button> <button id=beta>Beta</button>
  <div id=scroller><div id=spacer></div><button id=inner>Inner</button></div>
  <dialog id=dialog><button>In the dialog</button></dialog>`,
  `#scroller{height:200px;overflow:auto;border:1px solid}#spacer{height:600px}*{letter-spacing:1px}
  [data-consentry]{display:none!important;opacity:0!important;visibility:hidden!important}`,
);

/** A question in a box of its own in the middle of the window, as sign-in pages have it. */
export const BOXED = page(
  "Boxed",
  `<form id=f method=post action=/h/posted><h1>Permissions requested</h1><p>Office 365 Mover</p>
  <ul id=asked><li>View your basic profile<li>Maintain access to data you have given it access to</ul>
  <p><input type=checkbox id=tick checked><label for=tick>${LABEL}</label></p>
  <p>Accepting these permissions means that you allow this app to use your data as specified in their terms of service.</p>
  <input type=button value=Cancel> <input type=submit id=accept value=Accept></form>`,
  `body{background:#f2f2f2;margin:0}#f{box-sizing:border-box;background:#fff;width:440px;max-width:100%;
  margin:60px auto;padding:44px;box-shadow:0 2px 6px #0003}`,
);
