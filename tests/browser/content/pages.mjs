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
  consentry-overlay{display:none!important;opacity:0!important;visibility:hidden!important}`,
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
