// One mail, opened: the mail in a frame, its text, headers and source, and why this person gets it.

const view = { part: "mail", width: innerWidth < 700 ? "phone" : "desktop", look: "light" };
const parts = new Map();
const waiting = new Map();
let current = null;

// The page's policy lets only text made here become the address of a script.
const partAddresses = window.trustedTypes
  ? trustedTypes.createPolicy("parts", { createScriptURL: (number) => partAddress(number) })
  : { createScriptURL: (number) => partAddress(number) };

function partAddress(number) {
  return `data/${String(Number(number)).padStart(3, "0")}.js`;
}

window.personalizePart = (number, mails) => {
  parts.set(number, mails);
  waiting.get(number)?.();
};

/** What is known of one mail beyond its row. A page from disk cannot fetch, but it can load a script. */
function load(row) {
  const number = Math.floor(row.position / figures.part);
  const mail = () => parts.get(number)[row.position % figures.part];
  if (parts.has(number)) return Promise.resolve(mail());
  return new Promise((done, failed) => {
    waiting.set(number, () => done(mail()));
    const script = make("script", { charset: "utf-8", onerror: () => failed(new Error(partAddress(number))) });
    script.src = partAddresses.createScriptURL(String(number));
    document.head.append(script);
  });
}

function switcher(name, label, choices) {
  const group = make("div", { className: "switch", role: "group", "aria-label": label });
  for (const [key, text] of Object.entries(choices)) {
    const button = make("button", { type: "button", className: "button" }, text);
    button.setAttribute("aria-pressed", view[name] === key);
    button.addEventListener("click", () => {
      view[name] = key;
      if (key === "dark" && !passesDarkOn()) toast("This browser shows mails in a frame only as your system is set: light or dark");
      showMail(current);
      byId("mail").querySelector(`[data-switch="${name}-${key}"]`).focus();
    });
    button.dataset.switch = `${name}-${key}`;
    group.append(button);
  }
  return group;
}

/** Whether a frame that is told to be dark tells its mail so. A browser that does not shows what the system has. */
function passesDarkOn() {
  const probe = make("iframe", { className: "probe", title: "" });
  document.body.append(probe);
  const passes = probe.offsetWidth > 0 && probe.contentWindow.matchMedia("(prefers-color-scheme: dark)").matches;
  probe.remove();
  return passes;
}

function bar(row) {
  const at = shown.indexOf(row);
  const title = make("h2", { id: "mail-name", tabIndex: -1 }, value(row.name || row.email));
  const step = (id, text, label, by) => make("button", { id, type: "button", className: "button", "aria-label": label, title: label, disabled: !shown[at + by], onclick: () => walk(by) }, text);
  const steps = make("div", { className: "mail-steps" });
  steps.append(step("previous", "←", "Previous mail (left arrow)", -1), make("output", {}, at < 0 ? "" : `${count(at + 1)} / ${count(shown.length)}`));
  steps.append(step("next", "→", "Next mail (right arrow)", 1), make("button", { id: "close", type: "button", className: "button", "aria-label": "Close (Escape)", title: "Close (Escape)", onclick: closeMail }, "✕"));
  const bar = make("div", { className: "mail-bar" }, make("div", { className: "mail-title" }, title, make("p", { className: "hint" }, value(row.email), " · ", value(row.id))));
  if (!row.held) bar.append(switcher("part", "Show", { mail: "Mail", text: "Text", headers: "Headers", source: "Source" }));
  if (view.part === "mail" && !row.held) bar.append(switcher("width", "Width", { phone: "Phone", desktop: "Desktop" }), switcher("look", "Mail client", { light: "Light", dark: "Dark" }));
  bar.append(steps);
  return bar;
}

function stage(row, mail) {
  const stage = make("div", { className: "stage", tabIndex: 0, role: "region", "aria-label": "Mail" });
  if (row.held) stage.append(noMail(row));
  else if (view.part === "mail") stage.append(inbox(row), framed(row));
  else if (view.part === "headers") stage.append(headers(mail));
  else stage.append(words(row, mail));
  return stage;
}

function inbox(row) {
  const line = make("div", { className: "inbox" }, make("p", { className: "hint" }, value(figures.from)));
  line.append(make("p", { className: "subject", dir: "auto" }, value(row.subject || "(no subject)")), make("p", { className: "hint", dir: "auto" }, value(row.preheader)));
  return line;
}

function noMail(row) {
  const words = make("div", { className: "words" }, make("h3", {}, "Held: no mail came out"), make("p", { dir: "auto" }, value(row.subject)));
  words.append(make("p", { className: "hint" }, make("code", {}, value(row.preheader))), make("p", { className: "hint" }, "Nothing is sent to this person until it is mended. The others are not kept waiting."));
  return words;
}

function framed(row) {
  const frame = mailFrame(row, "The mail as it looks");
  const device = make("div", { className: "device" }, frame);
  return make("div", { className: `frame ${view.width} ${view.look}` }, device);
}

function copyButton(text, name) {
  return make("button", { type: "button", className: "button", onclick: () => copy(text, name) }, "Copy");
}

function words(row, mail) {
  const isText = view.part === "text";
  const text = isText ? mail.text : mail.source;
  const hint = isText ? "What is shown where HTML is not" : mail.cut ? "The beginning of the message; the rest is in its file" : "The message as it would be handed to the relay";
  const tools = make("div", { className: "words-tools" }, make("p", { className: "hint" }, hint), copyButton(text, isText ? "Text" : "Source"));
  return make("div", { className: "words" }, tools, make("pre", { dir: "auto" }, text));
}

function headers(mail) {
  const table = make("table", { className: "headers" }, make("caption", { className: "visually-hidden" }, "Headers"));
  const body = make("tbody");
  for (const [name, text] of mail.headers) body.append(make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, value(text))));
  table.append(body);
  const all = mail.headers.map((header) => header.join(": ")).join("\n");
  const tools = make("div", { className: "words-tools" }, make("p", { className: "hint" }, "In readable characters; the source has them as they travel"), copyButton(all, "Headers"));
  return make("div", { className: "words" }, tools, table);
}

// Links of a mail lead to the network; the page's policy stops them, and the mail is put back.
document.addEventListener("securitypolicyviolation", (event) => {
  if (event.effectiveDirective !== "frame-src" || !current) return;
  showMail(current);
  toast("Links do not open in here. Open the mail in a tab of its own to follow them.");
});

function showMail(row) {
  current = row;
  load(row).then(
    (mail) => row === current && byId("mail").firstElementChild.replaceChildren(bar(row), stage(row, mail), aside(row, mail)),
    (missing) => toast(`A file of this gallery is missing: ${missing.message}`),
  ).then(() => byId("mail-name")?.focus());
}

function openMail(row) {
  if (!byId("mail").open) {
    view.scrolled = scrollY;
    byId("mail").showModal();
  }
  document.title = `${row.name || row.email} · previews`;
  showMail(row);
}

function closeMail() {
  location.hash = "";
}

/** To the mail before or after this one in the list as it is searched and sorted. */
function walk(by) {
  const next = shown[shown.indexOf(current) + by];
  if (next && shown.includes(current)) location.replace(linkTo(next));
}
