// A question with Yes and No, in the forms it has or may have. Classes and `aria-checked` of the picker are known
// (Azure/portaldocs and the selectors of msportalfx-test on npm); its roles are not.
import { config, say } from "./config.js";
import { churned, h, pressed } from "./dom.js";

const CHOICES = [
  [true, "yes"],
  [false, "no"],
];

const picker = ({ labelId, value, disabled, set, isOf }) => {
  const roles = config.yesNo === "picker";
  const option = ([choice, label]) =>
    h(
      "li",
      {
        class: [
          "fxs-portal-border azc-optionPicker-item",
          choice === value ? " fxs-portal-button-primary" : "",
          disabled ? " fxs-button-disabled fxs-portal-optionPicker-disabled azc-disabled" : "",
        ].join(""),
        role: roles ? "radio" : null,
        "aria-checked": String(choice === value),
        "aria-disabled": disabled ? "true" : null,
        tabindex: disabled ? null : "0",
        is: isOf(choice),
        on: pressed(() => !disabled && set(choice)),
      },
      h("span", {}, say(label)),
    );
  return h(
    "ul",
    { class: "azc-optionPicker", role: roles ? "radiogroup" : null, "aria-labelledby": roles ? labelId : null },
    CHOICES.map(option),
  );
};

const radio = ({ labelId, value, disabled, set, isOf }) =>
  h(
    "div",
    { role: "radiogroup", class: "azc-optionPicker", "aria-labelledby": labelId },
    CHOICES.map(([choice, label]) =>
      h(
        "button",
        {
          type: "button",
          role: "radio",
          class: `azc-optionPicker-item${choice === value ? " fxs-portal-button-primary" : ""}`,
          "aria-checked": String(choice === value),
          disabled,
          is: isOf(choice),
          on: { click: () => set(choice) },
        },
        say(label),
      ),
    ),
  );

const toggle = ({ labelId, value, disabled, set, isOf }) =>
  h(
    "button",
    {
      type: "button",
      role: "switch",
      class: "switch",
      "aria-labelledby": labelId,
      "aria-checked": String(value),
      disabled,
      is: isOf(!value),
      on: { click: () => set(!value) },
    },
    say(value ? "yes" : "no"),
  );

const FORMS = { picker, "picker-without-roles": picker, radio, switch: toggle };

/**
 * A question. `isOf` answers what choosing a value is to the judge.
 * @param {{ id: string, text: string, value: boolean, edited: boolean, disabled: boolean,
 *   set: (value: boolean) => void, isOf: (value: boolean) => object | null }} question
 */
export const yesNo = ({ id, text, edited, ...question }) => {
  const labelId = churned(`form-label-id-${id}-for`);
  return h(
    "div",
    { class: `msportalfx-form-formelement azc-optionsGroupField${edited ? " azc-is-edited" : ""}` },
    h(
      "div",
      { class: "azc-formElementSubLabelContainer" },
      h("label", { id: labelId, class: "azc-form-label azc-text-label" }, text),
    ),
    h("div", { class: "azc-formElementContainer" }, FORMS[config.yesNo]({ ...question, labelId })),
  );
};
