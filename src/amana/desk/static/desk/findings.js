/* Findings by keyboard. Without this script every finding has its form, and the page works as it is. */
const text = document.querySelector("[data-findings]");
const keys = document.querySelector("details.keys");
const on = document.getElementById("keys-on");
const panel = document.getElementById("looked-up");
const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
const findings = () => [...document.querySelectorAll("[data-finding]")];
const LATIN = /^[\x20-\x7e]$/;
let here = null;

if (text) {
  keys.hidden = false;
  try { on.checked = localStorage.getItem("desk-keys") !== "off"; } catch { /* kept for this page only */ }
  on.addEventListener("change", () => { try { localStorage.setItem("desk-keys", on.checked ? "on" : "off"); } catch { /* as above */ } });
}

function stand(finding) {
  here?.closest(".para")?.classList.remove("here");
  here = finding;
  if (!finding) return;
  finding.closest(".para")?.classList.add("here");
  finding.focus({ preventScroll: true });
  const para = finding.closest(".para");
  (para && para.offsetHeight < innerHeight * 0.7 ? para : finding).scrollIntoView({ block: "center" });
}

function move(by) {
  const all = findings();
  if (!all.length) return;
  if (here?.isConnected) return stand(all[Math.min(Math.max(all.indexOf(here) + by, 0), all.length - 1)]);
  /* nobody stands anywhere yet, as after going back: the first one on the screen or beyond it */
  const seen = (one) => one.getBoundingClientRect()[by > 0 ? "bottom" : "top"];
  const order = by > 0 ? all : all.toReversed();
  stand(order.find((one) => (by > 0 ? seen(one) > 0 : seen(one) < innerHeight)) ?? order.at(-1));
}

function open(finding) {
  const field = finding?.querySelector("[data-reason], button[name=reopen], button[name=lift]");
  if (field) field.focus();
}

/* On an Arabic keyboard, and any other without Latin letters, the key in the same place counts. */
function keyOf(event) {
  if (event.key === "؟") return "?";
  if (event.key.length > 1 || LATIN.test(event.key)) return event.key.length > 1 ? event.key : event.key.toLowerCase();
  return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
}

function close() {
  panel.hidden = true;
  keys.open = false;
}

/* What was done is told where one looks: the bar stays in sight, the top of the page does not. */
function tell(told) {
  document.querySelector(".bar").append(told);
}

async function settle(button, finding) {
  const form = new FormData();
  const fresh = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1]; /* another one after signing in again elsewhere */
  form.set("csrfmiddlewaretoken", fresh ?? document.querySelector("#settle [name=csrfmiddlewaretoken]").value);
  form.set(button.name, button.value);
  for (const field of finding.querySelectorAll("input, select")) form.set(field.name, field.value);
  button.disabled = true;
  const all = button.name === "lift" || finding.querySelector("[data-all]")?.value;
  const reply = await fetch(button.formAction, { method: "POST", body: form }).catch(() => null);
  const page = new DOMParser().parseFromString(reply?.ok ? await reply.text() : "", "text/html");
  if (!page.getElementById("counts")) {
    button.disabled = false;
    const lost = document.getElementById("lost").content.cloneNode(true);
    finding.querySelector("[data-lost]")?.remove();
    finding.append(lost);
    return;
  }
  for (const one of all ? findings() : [finding]) {
    const fresh = page.getElementById(one.id);
    if (fresh && !(one !== finding && one.querySelector("[data-reason]")?.value)) one.replaceWith(document.adoptNode(fresh));
  }
  for (const id of ["counts", "own-rules"]) document.getElementById(id).innerHTML = page.getElementById(id).innerHTML;
  const told = page.querySelector("#main > div[role=status]");
  document.querySelector("div[role=status]")?.remove();
  if (told) tell(document.adoptNode(told));
  const now = document.getElementById(finding.id);
  here = now;
  const rest = findings();
  stand(rest.slice(rest.indexOf(now) + 1).find((one) => one.hasAttribute("data-open")) ?? now);
}

async function lookUp(words) {
  const form = document.querySelector("form.lookup");
  if (!form || !words) { form?.elements.q.focus(); return; }
  form.elements.q.value = words;
  const reply = await fetch(`${form.action}?q=${encodeURIComponent(words)}`);
  const found = new DOMParser().parseFromString(await reply.text(), "text/html").getElementById("found");
  if (!found) return;
  panel.replaceChildren(document.adoptNode(found));
  panel.hidden = false;
  panel.scrollTop = 0;
  form.elements.q.blur();
  panel.focus({ preventScroll: getComputedStyle(panel.parentElement).position === "sticky" });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-finding] button[form=settle]");
  if (!button) { here = event.target.closest("[data-finding]") ?? here; return; }
  const finding = button.closest("[data-finding]");
  const reason = finding.querySelector("[data-reason]");
  if (reason && !reason.value.trim()) {
    event.preventDefault();
    reason.setAttribute("aria-invalid", "true");
    if (!finding.querySelector("[data-why]")) finding.append(document.getElementById("why").content.cloneNode(true));
    reason.focus();
    return;
  }
  event.preventDefault();
  settle(button, finding);
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("form.lookup")) { event.preventDefault(); lookUp(event.target.elements.q.value.trim()); }
});

document.addEventListener("keydown", (event) => {
  if (!text || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (event.key === "Escape") {
    close();
    target.blur();
    stand(target.closest("[data-finding]") ?? here);
    return;
  }
  if (event.key === "Enter" && target.matches("[data-reason]")) {
    event.preventDefault();
    target.closest("[data-finding]").querySelector("[data-settle]").click();
    return;
  }
  if (!on.checked || typing(target)) return;
  const standing = target.closest("[data-finding]") ?? here;
  const does = {
    j: () => move(1), k: () => move(-1),
    s: () => open(standing), e: () => open(standing),
    c: () => standing?.closest(".para")?.querySelector("[data-correct]")?.click(),
    t: () => lookUp(String(getSelection()).trim().slice(0, 120)),
    n: () => document.querySelector("a[rel=next]")?.click(),
    p: () => document.querySelector("a[rel=prev]")?.click(),
    "?": () => { keys.open = !keys.open; if (keys.open) keys.querySelector("summary").focus(); },
  };
  if (target.matches("[data-finding]")) {
    does.ArrowDown = does.j;
    does.ArrowUp = does.k;
    does.Enter = () => open(target);
  }
  const key = keyOf(event);
  if (does[key]) { event.preventDefault(); does[key](); }
});

/* On a narrow screen the field cuts a choice off: it is said in full beneath. */
document.addEventListener("change", (event) => {
  const choice = event.target.closest("[data-all]");
  if (!choice) return;
  choice.parentElement.querySelector(".far")?.remove();
  if (!choice.value) return;
  const full = document.createElement("span");
  full.className = "far small soft";
  full.textContent = choice.selectedOptions[0].text;
  choice.after(full);
});

const told = document.querySelector("#main > div[role=status]");
if (text && told && location.hash) {
  tell(told);
  if (!location.hash.startsWith("#f-")) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
const called = () => { if (text && location.hash.startsWith("#f-")) stand(document.getElementById(location.hash.slice(1))); };
addEventListener("hashchange", called);
called();
