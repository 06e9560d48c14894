// A stranger came: the fragment would not survive the sign-in pages, so it waits here.
sessionStorage.setItem("route", location.hash);
location.replace("/signin/start");
