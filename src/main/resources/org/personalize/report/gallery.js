// What stands beside an open mail, the address of the page, and the start.

function section(title, ...children) {
  return make("section", {}, make("h3", {}, title), ...children);
}

function aside(row, mail) {
  const aside = make("aside", { className: "aside", "aria-label": "About this mail" });
  if (mail.findings.length) aside.append(section("What to look at", ...mail.findings.map(findingOf)));
  aside.append(section("Why now", make("p", { className: "big" }, localMoment(row)), make("p", { className: "hint" }, `on their clock · ${utc(row)}`), make("p", { dir: "auto" }, mail.hour)));
  if (mail.picks.length) aside.append(section("Why these", ...mail.picks.map(slotOf)));
  aside.append(section("Who", facts(row)), size(row), files(row));
  return aside;
}

const utc = (row) => `${new Date(row.sendAt * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;

function findingOf([severity, rule, message, place]) {
  const kind = SEVERITIES[severity];
  const where = make("p", { className: "hint" }, make("code", {}, rule), place ? " · " : "", value(place));
  return make("div", { className: "finding" }, make("span", { className: `badge badge-${kind}` }, kind), make("p", {}, value(message)), where);
}

function slotOf([name, picks]) {
  const slot = make("div", { className: "slot" }, make("h4", {}, value(name)));
  if (picks.length === 0) slot.append(make("p", { className: "hint" }, "Nothing fitted; the slot stays empty."));
  for (const [title, why, image] of picks) {
    const words = make("div", {}, make("p", { dir: "auto" }, value(title)), make("p", { className: "hint" }, value(why)));
    slot.append(make("div", { className: "pick" }, picture(image), words));
  }
  return slot;
}

/** A picture that lies on disk. One with a scheme would ask the network, and is left blank. */
function picture(image) {
  const onDisk = image && !/^[a-z][a-z0-9+.-]*:|^[\\/]{2}/i.test(image);
  if (!onDisk) return make("span", { className: "blank" });
  const img = make("img", { alt: "", loading: "lazy" });
  img.src = image;
  return img;
}

function facts(row) {
  const known = [["Customer", row.id], ["Address", row.email], ["Language", row.language], ["Country", row.country], ["Segment", row.segment]];
  known.push(["Variant", row.variant], ["Group", row.group], ["Picked as", row.cases.join(", ")]);
  const list = make("dl", { className: "facts" });
  for (const [name, text] of known) if (text) list.append(make("dt", {}, name), make("dd", {}, value(text)));
  return list;
}

function size(row) {
  const clipped = row.htmlBytes > figures.gmailShows;
  const scale = 1000 / Math.max(row.htmlBytes, figures.gmailShows * 1.1);
  const mark = figures.gmailShows * scale;
  const meter = draw("svg", { class: "size", viewBox: "0 0 1000 10", preserveAspectRatio: "none", "aria-hidden": "true" });
  meter.append(draw("rect", { class: clipped ? "tone-bad" : "tone-good", width: row.htmlBytes * scale, height: 10 }));
  meter.append(draw("line", { class: "mark", x1: mark, x2: mark, y1: 0, y2: 10 }));
  const limit = `${Math.round(figures.gmailShows / 1024)} KB`;
  const words = clipped ? `Gmail hides what comes after ${limit} behind a link.` : `Below the ${limit} that Gmail shows.`;
  return section("Size", make("p", {}, `HTML ${kilobytes(row.htmlBytes)} · whole mail ${kilobytes(row.mailBytes)}`), meter, make("p", { className: "hint" }, words));
}

function files(row) {
  const link = (name, text) => make("a", { className: "button", href: fileAddress(name), target: "_blank", rel: "noopener noreferrer" }, text);
  const buttons = make("div", { className: "open-files" }, link(row.html, "Open mail in a tab"), link(row.txt, "Text"), link(row.eml, ".eml"));
  buttons.append(make("button", { type: "button", className: "button", onclick: () => copy(location.href, "Link") }, "Copy link"));
  return section("Files", buttons);
}

function followAddress() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // A hand-written address that is not encoded is taken as it stands.
  }
  const row = rowById.get(id);
  if (row) return openMail(row);
  if (id && id !== "previews") toast(`No preview of “${id}” was written`);
  return leaveMail();
}

function leaveMail() {
  const { scrolled } = view;
  if (!byId("mail").open) return;
  const last = current;
  current = null;
  byId("mail").close();
  byId("mail").firstElementChild.replaceChildren();
  document.body.append(byId("toast"));
  document.title = TITLE;
  scrollTo(0, scrolled);
  focusCard(last);
}

/** Back to the card of the mail that was open, even if it was reached by walking past the cards drawn so far. */
function focusCard(row) {
  while (drawn <= shown.indexOf(row)) drawMore();
  byId("list").children[shown.indexOf(row)]?.querySelector("a")?.focus();
}

const TITLE = document.title;

function startKeys() {
  byId("mail").addEventListener("cancel", (event) => {
    event.preventDefault();
    closeMail();
  });
  addEventListener("keydown", (event) => {
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowLeft") walk(-1);
    if (event.key === "ArrowRight") walk(1);
  });
}

function startFindings() {
  for (const button of document.querySelectorAll("[data-rule]")) {
    const rule = button.dataset.rule;
    if (!rows.some((row) => row.rules.includes(rule))) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      ask("finding", rule);
      byId("previews").scrollIntoView();
      byId("by-finding").focus({ preventScroll: true });
    });
  }
}

startList();
startFindings();
startKeys();
addEventListener("hashchange", followAddress);
followAddress();
