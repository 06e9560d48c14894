// A stranger came: the address would not survive the sign-in pages, so it waits here.
sessionStorage.setItem("route", location.pathname + location.hash);
location.replace("/signin/start");
