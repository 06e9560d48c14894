// The Properties blade: three Yes/No toggles, saved together.
import { say, variant } from "./config.js";
import { churned, h } from "./dom.js";
import { commandBar } from "./command-bar.js";

const TOGGLES = [
  ["enabled", "enabled-for-sign-in"],
  ["assignmentRequired", "assignment-required"],
  ["visible", "visible-to-users"],
];

/** The blade. */
export const properties = async (place, { objectId }, host) => {
  let app = await host.ask(`applications/${objectId}`);
  let draft = { ...app };
  const is = { kind: "harden", objectId };

  const dirty = () => TOGGLES.some(([key]) => draft[key] !== app[key]);
  const set = (key, value) => {
    if (!app.mayChange) return;
    draft[key] = value;
    render();
  };
  const save = async () => {
    try {
      const wanted = Object.fromEntries(TOGGLES.map(([key]) => [key, draft[key]]));
      app = await host.ask(`applications/${objectId}/properties`, wanted);
      draft = { ...app };
      host.toast(`Saved ${app.name}.`);
    } catch (error) {
      host.toast(error.message);
    }
    render();
  };
  const discard = () => {
    draft = { ...app };
    render();
  };

  const radios = (key, labelId) =>
    h(
      "div",
      { role: "radiogroup", class: "yes-no", "aria-labelledby": labelId },
      [
        [true, "yes"],
        [false, "no"],
      ].map(([value, label]) =>
        h(
          "button",
          {
            type: "button",
            role: "radio",
            class: "azc-radio",
            "aria-checked": String(draft[key] === value),
            disabled: !app.mayChange,
            is: key === "assignmentRequired" && value ? is : null,
            on: { click: () => set(key, value) },
          },
          say(label),
        ),
      ),
    );

  const toggle = (key, labelId) =>
    h(
      "button",
      {
        type: "button",
        role: "switch",
        class: "switch",
        "aria-labelledby": labelId,
        "aria-checked": String(draft[key]),
        disabled: !app.mayChange,
        is: key === "assignmentRequired" && !draft[key] ? is : null,
        on: { click: () => set(key, !draft[key]) },
      },
      say(draft[key] ? "yes" : "no"),
    );

  const setting = ([key, label]) => {
    const labelId = churned(`form-label-id-${key}`);
    return h(
      variant(2) ? "div" : "li",
      { class: "setting" },
      h("label", { id: labelId, class: "setting-name" }, say(label)),
      variant(1) ? toggle(key, labelId) : radios(key, labelId),
    );
  };
  const shown = (name, value) =>
    h("div", { class: "field" }, h("span", { class: "field-name" }, name), h("span", { class: "readonly" }, value));

  const render = () =>
    place.replaceChildren(
      commandBar([
        { id: "Save", text: say("save"), act: save, disabled: !dirty(), is },
        { id: "Discard", text: say("discard"), act: discard, disabled: !dirty() },
        { id: "Delete", text: "Delete", disabled: true },
      ]),
      h(variant(2) ? "div" : "ul", { class: "settings" }, TOGGLES.map(setting)),
      shown("Name", app.name),
      shown("Homepage URL", app.homepage),
      shown("Application ID", app.appId),
      shown("Object ID", app.objectId),
    );
  render();
  return { render };
};
