// What stands beside an open mail: what to look at, why now, why these, who, how large.

function section(title, ...children) {
  return make("section", {}, make("h3", {}, title), ...children);
}

function aside(row, mail) {
  const aside = make("aside", { className: "aside", "aria-label": "About this mail" });
  if (mail.findings.length) aside.append(section("What to look at", ...mail.findings.map(findingOf)));
  aside.append(section("Why now", make("p", { className: "big" }, localMoment(row)), make("p", { className: "hint" }, `on their clock · ${utc(row)}`), make("p", { dir: "auto" }, mail.hour)));
  if (mail.picks.length) aside.append(section("Why these", ...mail.picks.map(slotOf)));
  aside.append(section("Who", facts(row), branches(row)));
  if (!row.held) aside.append(size(row), files(row));
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
  known.push(["Variant", row.variant], ["Group", row.group], ["Picked as", casesWithoutBranches(row).join(", ")]);
  const list = make("dl", { className: "facts" });
  for (const [name, text] of known) if (text) list.append(make("dt", {}, name), make("dd", {}, name === "Address" ? address(text) : value(text)));
  return list;
}

/** An address that needs more than one line parts at its signs, if it can. */
function address(text) {
  const shown = value("");
  text.split(/(?<=[._+-])|(?=@)/).forEach((part, i) => shown.append(...(i > 0 ? [make("wbr")] : []), part));
  return shown;
}

/** Template code, for who writes it; folded, since it says nothing to anybody else. */
function branches(row) {
  const list = make("ul", { className: "branches" });
  for (const name of branchesOf(row)) list.append(make("li", {}, make("code", {}, value(name))));
  return list.children.length ? make("details", {}, make("summary", {}, `The first to show ${branchCount(row)}`), list) : "";
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
  return section("Files", buttons, make("p", { className: "hint keys" }, "Arrow keys leaf through the mails, Escape closes."));
}
