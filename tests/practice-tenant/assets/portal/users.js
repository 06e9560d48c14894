// The Users and groups blade, with its panel to assign people.
import { say } from "./config.js";
import { churned, h } from "./dom.js";
import { commandBar } from "./command-bar.js";
import { grid } from "./grid.js";

/** The blade. */
export const users = async (place, { objectId }, host) => {
  let app = await host.ask(`applications/${objectId}`);
  let panelOpen = false;
  const chosen = new Set();
  const is = { kind: "harden", objectId };

  const close = () => {
    panelOpen = false;
    chosen.clear();
    render();
  };
  const assign = async () => {
    try {
      const assigned = [...new Set([...app.assigned.map((person) => person.upn), ...chosen])];
      app = await host.ask(`applications/${objectId}/users`, { assigned });
      host.toast(`Assigned to ${app.name}.`);
    } catch (error) {
      host.toast(error.message);
    }
    close();
  };

  const candidate = (person) => {
    const id = churned(`candidate-${person.upn}`);
    const box = h("input", {
      type: "checkbox",
      id,
      checked: chosen.has(person.upn),
      on: {
        change: () => {
          if (box.checked) chosen.add(person.upn);
          else chosen.delete(person.upn);
          render();
        },
      },
    });
    judge.know(box, is);
    return h("li", {}, box, h("label", { for: id, is }, `${person.name} (${person.upn})`));
  };

  const panel = () => {
    const free = app.accounts.filter((person) => !app.assigned.some((a) => a.upn === person.upn));
    const title = churned("assign-title");
    return h(
      "div",
      { role: "dialog", class: "panel", "aria-labelledby": title },
      h("h3", { id: title }, say("add-user-or-group")),
      h("ul", { class: "candidates" }, free.map(candidate)),
      h(
        "div",
        { class: "panel-actions" },
        h(
          "button",
          { type: "button", class: "fxs-button primary", disabled: chosen.size === 0, is, on: { click: assign } },
          say("assign"),
        ),
        h("button", { type: "button", class: "fxs-button", on: { click: close } }, say("cancel")),
      ),
    );
  };

  const render = () => {
    const table = grid(say("users-and-groups"), ["Display name", "Object type"], (person) => [
      `${person.name} (${person.upn})`,
      "User",
    ]);
    const add = () => {
      panelOpen = true;
      render();
    };
    place.replaceChildren(
      commandBar([{ id: "AddUserGroup", text: say("add-user-or-group"), act: add, disabled: !app.mayChange, is }]),
      app.assigned.length === 0 ? h("p", { class: "empty" }, "Nobody is assigned.") : "",
      table.element,
      panelOpen ? panel() : "",
    );
    table.show(app.assigned);
  };
  render();
  return { render };
};
