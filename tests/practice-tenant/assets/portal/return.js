// Back from the sign-in: to the address that waited, as it was.
const route = sessionStorage.getItem("route") ?? "/";
sessionStorage.removeItem("route");
location.replace(route);
