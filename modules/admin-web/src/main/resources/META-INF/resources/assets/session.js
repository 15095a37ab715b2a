// Says in time that the session is about to end, lets it go on by one key, and keeps in this tab what was typed until it
// was sent: a session that ends takes nothing with it. Nobody else finds it there: it goes with the tab, with signing
// out in whichever tab, when another person signs in, and after twelve hours.
(() => {
  "use strict";
  const OWNER = "anpi-owner";
  const KEPT_AT = "anpi-kept-at";
  const UNTIL = "anpi-session-until";
  const SIGNED_OUT = "anpi-signed-out";
  const LEAVING = "anpi-leaving";
  const SENDING = "anpi-sending";
  const LONGEST = 12 * 60 * 60 * 1000;
  const WARN = 5 * 60 * 1000;
  const TELL_EVERY = 5 * 60 * 1000;
  const staff = document.body.dataset.staff;

  // What was typed

  function place(field) {
    return field.form.dataset.keep + " " + field.name + (field.type === "checkbox" || field.type === "radio" ? " " + field.value : "");
  }

  // That somebody is sure counts now only.
  function kept(form) {
    return form.querySelectorAll("textarea, select, input:not([type=hidden]):not([type=password]):not([type=submit]):not([type=file]):not([name$=':sure'])");
  }

  function read(field) {
    return field.type === "checkbox" || field.type === "radio" ? String(field.checked) : field.value;
  }

  function write(field, value) {
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = value === "true";
    } else {
      field.value = value;
    }
  }

  function forgetForm(form) {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(form.dataset.keep + " "))
      .forEach((key) => sessionStorage.removeItem(key));
  }

  // Only what was touched: what somebody else saves meanwhile beside it shall not be undone by it.
  function remember(form, touched) {
    const field = [...kept(form)].find((one) => one === touched);
    if (!field) {
      return;
    }
    sessionStorage.setItem(KEPT_AT, String(Date.now()));
    [...kept(form)]
      .filter((other) => other.type === "radio" && other.name === field.name)
      .forEach((other) => sessionStorage.removeItem(place(other)));
    sessionStorage.setItem(place(field), read(field));
  }

  function bringBack(form) {
    let changed = false;
    kept(form).forEach((field) => {
      const value = sessionStorage.getItem(place(field));
      if (value !== null && value !== read(field)) {
        write(field, value);
        changed = true;
      }
    });
    return changed;
  }

  const signedOut = localStorage.getItem(SIGNED_OUT) || "";
  const old = Date.now() - Number(sessionStorage.getItem(KEPT_AT) || 0) > LONGEST;
  if (old || sessionStorage.getItem(OWNER) !== staff || (sessionStorage.getItem(SIGNED_OUT) || "") !== signedOut) {
    sessionStorage.clear();
    sessionStorage.setItem(OWNER, staff);
    sessionStorage.setItem(SIGNED_OUT, signedOut);
  }
  // Of several forms on a page one is sent: what was typed in the others is still there.
  if (document.querySelector("p.note")) {
    JSON.parse(sessionStorage.getItem(SENDING) || "[]").forEach((key) => sessionStorage.removeItem(key));
    const here = new URL(location.href);
    here.searchParams.delete("done");
    history.replaceState(history.state, "", here);
  }
  sessionStorage.removeItem(SENDING);
  const restored = document.getElementById("restored");
  document.querySelectorAll("form[data-keep]").forEach((form) => {
    // So that whoever has to sign in first comes back to the same page.
    if (form.elements.id && !form.action.includes("?")) {
      form.action += "?id=" + form.elements.id.value;
    }
    if (bringBack(form)) {
      restored.hidden = false;
    }
    form.addEventListener("input", (event) => remember(form, event.target));
    form.addEventListener("change", (event) => remember(form, event.target));
  });
  // A step that somebody else has ticked meanwhile is not ours to tick any more, also where they take it back.
  const forms = [...document.querySelectorAll("form[data-keep]")];
  const offered = new Set(forms.flatMap((form) => [...kept(form)].map(place)));
  Object.keys(sessionStorage)
    .filter((key) => forms.some((form) => key.startsWith(form.dataset.keep + " step ")) && !offered.has(key))
    .forEach((key) => sessionStorage.removeItem(key));
  // What was kept for a form that another page has sent is of no use any more.
  const done = document.querySelector("p.note[data-done]");
  if (done) {
    Object.keys(sessionStorage)
      .filter((key) => done.dataset.done.split(" ").some((form) => key.startsWith(form)))
      .forEach((key) => sessionStorage.removeItem(key));
  }
  document.getElementById("restored-drop").addEventListener("click", () => {
    document.querySelectorAll("form[data-keep]").forEach(forgetForm);
    location.assign(location.href);
  });
  // What follows is done by the page that says that they are signed out (left.js): not before it is so.
  sessionStorage.removeItem(LEAVING);
  document.querySelectorAll("form.leave").forEach((form) => {
    form.addEventListener("submit", () => sessionStorage.setItem(LEAVING, "yes"));
  });

  // Two clicks are one wish: of the second the answer would be shown, and what stands in the first one only be lost. The
  // page that comes back lets go, and so does time, where the way there was broken off or the answer was a file.

  const UNDER_WAY = 10 * 1000;

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    form.setAttribute("aria-busy", "true");
    sessionStorage.setItem(SENDING, JSON.stringify(form.dataset.keep ? [...kept(form)].map(place) : []));
    setTimeout(() => form.removeAttribute("aria-busy"), Number(form.dataset.again || UNDER_WAY));
  });

  // Whoever signs out in one tab leaves nothing to be seen in the others, nor behind the back button.

  function leaveToo() {
    if ((localStorage.getItem(SIGNED_OUT) || "") !== signedOut) {
      sessionStorage.clear();
      document.body.hidden = true;
      location.replace("/admin/sign-in?out=1");
    }
  }

  window.addEventListener("storage", leaveToo);
  document.addEventListener("visibilitychange", leaveToo);
  window.addEventListener("pagehide", (event) => {
    document.body.hidden = event.persisted;
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.replace(location.pathname + location.search);
    }
  });

  // The session: one for all tabs of this browser

  const dialog = document.getElementById("session");
  const over = document.getElementById("session-over");

  function lasts(seconds) {
    localStorage.setItem(UNTIL, String(Date.now() + seconds * 1000));
  }

  function left() {
    return Number(localStorage.getItem(UNTIL) || 0) - Date.now();
  }

  function end() {
    if (dialog.open) {
      dialog.close();
    }
    over.hidden = false;
  }

  // Goes by what the server says: the longest time may be over as well.
  async function stay() {
    try {
      const answer = await fetch("/admin/", { method: "HEAD", cache: "no-store" });
      const seconds = Number(answer.headers.get("X-Anpi-Left") || 0);
      if (seconds > 0) {
        lasts(seconds);
        over.hidden = true;
        if (dialog.open) {
          dialog.close();
        }
      } else {
        localStorage.removeItem(UNTIL);
        end();
      }
    } catch (unreachable) {
      // The dialog stays, and the button can be pressed again.
    }
  }

  function look() {
    const rest = left();
    if (rest <= 0) {
      end();
    } else if (rest <= WARN) {
      document.getElementById("session-minutes").textContent = String(Math.ceil(rest / 60000));
      if (!dialog.open) {
        dialog.showModal();
      }
    } else if (dialog.open) {
      // Somebody went on in another tab.
      dialog.close();
    }
  }

  lasts(Number(document.body.dataset.left));
  document.getElementById("session-stay").addEventListener("click", stay);
  setInterval(look, 10000);

  let toldAt = Date.now();
  document.addEventListener("input", () => {
    if (Date.now() - toldAt > TELL_EVERY) {
      toldAt = Date.now();
      stay();
    }
  });
})();
