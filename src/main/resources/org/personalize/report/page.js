// The kit of every page: making elements out of text alone, and the choice of light or dark.

/** An element; whatever comes from a file goes in as text or as a property, never as HTML. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && !name.startsWith("aria")) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A value from a file: kept apart, so that no override of direction in it reaches its surroundings. */
const value = (text) => make("bdi", {}, text);

const byId = (id) => document.getElementById(id);

const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

let toastTimer = 0;

function toast(text) {
  byId("toast").textContent = text;
  // A modal dialog is drawn above everything that is not in it.
  (document.querySelector("dialog[open]") ?? document.body).append(byId("toast"));
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (byId("toast").textContent = ""), 4000);
}

async function copy(text, name) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${name} copied`);
  } catch {
    toast("This browser does not let a page from disk copy; select the text instead");
  }
}

/** What was chosen on an earlier visit. A page opened from disk may be denied its storage; then nothing is remembered. */
const memory = {
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, text) {
    try {
      localStorage.setItem(key, text);
    } catch {
      // The choice holds for this visit alone.
    }
  },
};

const THEMES = { auto: "Theme: auto", light: "Theme: light", dark: "Theme: dark" };

function showTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = THEMES[theme];
}

function startTheme() {
  const remembered = memory.read("personalize-theme");
  showTheme(Object.hasOwn(THEMES, remembered) ? remembered : "auto");
  byId("theme").hidden = false;
  byId("theme").addEventListener("click", () => {
    const names = Object.keys(THEMES);
    const next = names[(names.indexOf(document.documentElement.dataset.theme) + 1) % names.length];
    memory.write("personalize-theme", next);
    showTheme(next);
  });
}

startTheme();
