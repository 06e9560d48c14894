// The Users and groups blade, with its panel to assign people.
import { say } from "./config.js";
import { churned, h } from "./dom.js";

/** The blade, drawn with the parts of the shell or of a React frame. */
export const users = async (place, { objectId }, host, kit) => {
  let app = await host.ask(`applications/${objectId}`);
  let panelOpen = false;
  const chosen = new Set();
  const is = { kind: "harden", objectId };

  const refresh = async () => {
    app = await host.ask(`applications/${objectId}`);
    render();
  };
  const close = () => {
    panelOpen = false;
    chosen.clear();
    render();
  };
  const assign = async () => {
    try {
      const assigned = [...new Set([...app.assigned.map((person) => person.upn), ...chosen])];
      app = await host.ask(`applications/${objectId}/users`, { assigned });
      host.toast(`Assign to ${app.name}`, "The assignment was saved.");
    } catch (error) {
      host.toast(`Assign to ${app.name}`, error.message);
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
        kit.button(say("assign"), { primary: true, disabled: chosen.size === 0, act: assign, is }),
        kit.button(say("cancel"), { act: close }),
      ),
    );
  };

  const render = () => {
    const table = kit.grid(say("users-and-groups"), ["Display name", "Object type"], (person) => [
      `${person.name} (${person.upn})`,
      "User",
    ]);
    const add = () => {
      panelOpen = true;
      render();
    };
    place.replaceChildren(
      kit.commandBar([
        { id: "AddUserGroup", text: say("add-user-or-group"), act: add, disabled: !app.mayChange, is },
        { id: "EditAssignment", text: "Edit assignment", disabled: true },
        { id: "RemoveAssignment", text: "Remove assignment", disabled: true },
        { id: "Refresh", text: say("refresh"), act: refresh },
        { id: "ManageView", text: "Manage view" },
      ]),
      app.assigned.length === 0 ? h("p", { class: "empty" }, "Nobody is assigned.") : "",
      table.element,
      panelOpen ? panel() : "",
    );
    table.show(app.assigned);
  };
  render();
  return { render };
};
