// On the page to which signing out leads: what was kept in this tab goes, and the other tabs are told. Only where it was this
// tab that signed out: whoever merely opens the address ends nothing.
(() => {
  "use strict";
  if (sessionStorage.getItem("anpi-leaving") !== null) {
    sessionStorage.clear();
    localStorage.removeItem("anpi-session-until");
    localStorage.setItem("anpi-signed-out", String(Date.now()));
  }
})();
