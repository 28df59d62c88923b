// Small pictures of the mails: the mails themselves, in frames that run nothing, made when they come into view.

const MOST_THUMBS = 24;
const MAIL_WIDTH = 600;
const SETTLING_MS = 90;

/**
 * A frame for a mail: its sandbox runs no script, submits no form and opens no window. It keeps its origin only so that
 * a mail opened from disk may show the pictures beside it, which gives it nothing where no script runs.
 */
function mailFrame(row, title) {
  const frame = make("iframe", { title });
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.setAttribute("referrerpolicy", "no-referrer");
  frame.src = fileAddress(row.html);
  return frame;
}

/** The boxes that hold a frame, the one filled first in front. */
const filled = new Set();
const inView = new Set();
const rowOfBox = new WeakMap();
let settling = 0;

function fit(box) {
  const frame = box.firstElementChild;
  const scale = box.clientWidth / MAIL_WIDTH;
  frame.style.transform = `scale(${scale})`;
  frame.style.height = `${box.clientHeight / scale}px`;
}

function fill(box) {
  if (filled.has(box)) return;
  const frame = mailFrame(rowOfBox.get(box), "");
  frame.tabIndex = -1;
  box.replaceChildren(frame);
  fit(box);
  filled.add(box);
}

function empty(box) {
  box.replaceChildren();
  filled.delete(box);
}

function recycle() {
  for (const box of filled) {
    if (filled.size <= MOST_THUMBS) return;
    if (!inView.has(box)) empty(box);
  }
}

// Cards that only fly past while somebody scrolls are not worth a frame, so nothing is made until the list rests.
function settle() {
  inView.forEach(fill);
  recycle();
}

const watcher = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
    }
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLING_MS);
  },
  { rootMargin: "200px 0px" },
);

function thumb(row) {
  if (row.held) return make("div", { className: "thumb no-mail", "aria-hidden": "true" }, "No mail");
  const box = make("div", { className: "thumb", "aria-hidden": "true" });
  box.inert = true;
  rowOfBox.set(box, row);
  watcher.observe(box);
  return box;
}

function forgetThumbs(list) {
  for (const box of list.querySelectorAll(".thumb")) {
    watcher.unobserve(box);
    inView.delete(box);
    filled.delete(box);
  }
}

addEventListener("resize", () => filled.forEach(fit));
