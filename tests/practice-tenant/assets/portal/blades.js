// The blades of one application, by the menu item that shows them.
import { other } from "./home.js";
import { overview } from "./overview.js";
import { permissions } from "./permissions.js";
import { properties } from "./properties.js";
import { users } from "./users.js";

export const blades = {
  Overview: overview,
  Permissions: permissions,
  Properties: properties,
  Users: users,
};

/** The blade of any item. */
export const bladeOf = (item) => blades[item] ?? other(item);
