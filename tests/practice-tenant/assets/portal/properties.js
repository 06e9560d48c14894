// The Properties blade: three questions, saved together. The second is the one about assignment (picture:
// zammad/zammad-admin-documentation, images of the Microsoft 365 channel).
import { say } from "./config.js";
import { h } from "./dom.js";
import { weave } from "./weave.js";
import { yesNo } from "./yes-no.js";

/** The blade. */
export const properties = async (place, { objectId }, host) => {
  let app = await host.ask(`applications/${objectId}`);
  let draft = { ...app };
  const is = { kind: "harden", objectId };

  const dirty = () => ["enabled", "assignmentRequired", "visible"].some((key) => draft[key] !== app[key]);
  const set = (key, value) => {
    draft[key] = value;
    render();
  };
  const save = async () => {
    try {
      const { enabled, visible, assignmentRequired } = draft;
      app = await host.ask(`applications/${objectId}/properties`, { enabled, visible, assignmentRequired });
      draft = { ...app };
      host.toast(`Update ${app.name}`, "The properties were saved.");
    } catch (error) {
      host.toast(`Update ${app.name}`, error.message);
    }
    render();
  };
  const discard = () => {
    draft = { ...app };
    render();
  };

  const question = (key, label) =>
    yesNo({
      id: key,
      text: say(label),
      value: draft[key],
      edited: draft[key] !== app[key],
      disabled: !app.mayChange,
      set: (value) => set(key, value),
      isOf: (value) => (key === "assignmentRequired" && value ? is : null),
    });
  const shown = (name, value, required) =>
    h(
      "div",
      { class: "msportalfx-form-formelement" },
      h(
        "div",
        { class: "azc-form-label azc-text-label" },
        name,
        required ? h("span", { class: "required" }, " *") : "",
      ),
      h("div", { class: "readonly" }, value),
    );

  const render = () =>
    place.replaceChildren(
      weave.commandBar([
        { id: "Save", text: say("save"), act: save, disabled: !dirty(), is },
        { id: "Discard", text: say("discard"), act: discard, disabled: !dirty() },
        { id: "Delete", text: "Delete", disabled: true },
        { id: "Feedback", text: "Got feedback?" },
      ]),
      h("p", {}, "What the app may do in this directory. More is set where the app is registered."),
      question("enabled", "enabled-for-sign-in"),
      shown("Name", app.name, true),
      shown("Homepage URL", app.homepage),
      shown("Application ID", app.appId),
      shown("Object ID", app.objectId),
      question("assignmentRequired", "assignment-required"),
      question("visible", "visible-to-users"),
      shown("Notes", "—"),
    );
  render();
  return { render };
};
