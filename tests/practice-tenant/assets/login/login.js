// The sign-in pages' own behaviour: tiles, chevrons, the drawn checkbox, Cancel.
"use strict";

const pressed = (element, act) => {
  element.addEventListener("click", act);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      act(event);
    }
  });
};

for (const form of document.querySelectorAll("form[data-send-now]")) form.submit();
for (const form of document.querySelectorAll("form[data-send-after]"))
  setTimeout(() => form.submit(), Number(form.dataset.sendAfter));

const ctx = (element) => element.closest("form").elements.ctx.value;

for (const tile of document.querySelectorAll("[data-pick]")) {
  judge.know(tile, { kind: "tile", upn: tile.dataset.pick, ctx: ctx(tile) });
  pressed(tile, () => {
    const form = tile.closest("form");
    form.elements.login.value = tile.dataset.pick;
    form.requestSubmit();
  });
}

for (const chevron of document.querySelectorAll(".chevron")) {
  chevron.addEventListener("click", () => {
    const open = chevron.getAttribute("aria-expanded") !== "true";
    chevron.setAttribute("aria-expanded", String(open));
    document.getElementById(chevron.getAttribute("aria-controls")).hidden = !open;
  });
}

for (const box of document.querySelectorAll("[data-tick]")) {
  const flip = () => {
    const on = box.getAttribute("aria-checked") !== "true";
    box.setAttribute("aria-checked", String(on));
    box.closest("form").elements[box.dataset.tick].value = on ? "true" : "";
  };
  box.addEventListener("click", flip);
  box.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      flip();
    }
  });
  const text = document.querySelector(`[data-tick-text="${box.id}"]`);
  judge.know(box, { kind: "tick" });
  if (text) judge.know(text, { kind: "tick" });
  if (text) text.addEventListener("click", () => box.click());
}

for (const button of document.querySelectorAll("[data-cancel]")) {
  button.addEventListener("click", () => {
    const form = button.closest("form");
    form.elements.acceptConsent.value = "false";
    // Not requestSubmit: Cancel is no submit button, and Accept's name must not be sent.
    form.submit();
  });
}

for (const control of document.querySelectorAll("[data-do]")) {
  control.addEventListener("click", (event) => {
    event.preventDefault();
    const form = control.closest("form");
    form.elements.do.value = control.dataset.do;
    form.submit();
  });
}

for (const link of document.querySelectorAll("[data-stay]")) {
  link.addEventListener("click", (event) => event.preventDefault());
}

for (const box of document.querySelectorAll("input[name=orgConsent][type=checkbox]")) {
  judge.know(box, { kind: "tick" });
  for (const label of box.labels) judge.know(label, { kind: "tick" });
}

for (const accept of document.querySelectorAll("form[action='/common/Consent/Set'] input[type=submit]")) {
  const { orgConsent } = accept.form.elements;
  const ticked = () => !!orgConsent && (orgConsent.type === "checkbox" ? orgConsent.checked : orgConsent.value !== "");
  judge.know(accept, () => ({ kind: "accept", ctx: ctx(accept), ticked: ticked() }));
}

for (const part of document.querySelectorAll("[data-loginfmt], #idSIButton9, #idBtn_Back[type=submit]")) {
  // Accept has this id, too, where the server wants it.
  if (part.form.elements.acceptConsent) continue;
  judge.know(part, { kind: "sign-in" });
}
