"use strict";
// Everything that is said on the page stands in its HTML; this script shows, hides, marks and leads the way. Listeners
// sit on the document, not on the thousands of marks, and no text is ever parsed as markup.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const tip = $("#tip"), said = $("#said"), find = $("#find");
const files = $$(".file");
let file = files[0], chosen = "", tipped = null;

// ---- Files: one is shown at a time.

function showFile() {
  const wanted = files.find(one => "#" + one.id === location.hash) || files[0];
  for (const one of files) one.hidden = one !== wanted;
  for (const link of $$("#files a")) {
    if (wanted && link.hash === "#" + wanted.id) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const moved = file !== wanted;
  file = wanted;
  hideTip();
  search();
  if (moved) $("h2", file).focus();
}

// ---- Names: choosing one marks it wherever it stands.

function choose(id) {
  for (const mark of $$(".chosen")) mark.classList.remove("chosen");
  chosen = id === chosen ? "" : id;
  const entry = chosen && document.getElementById(chosen);
  if (!entry) { said.textContent = "nothing chosen"; return; }
  const marks = $$(`[data-entry~="${chosen}"]`, file);
  for (const mark of marks) mark.classList.add("chosen");
  for (const other of $$(".entry[open]", file)) other.open = other === entry;
  entry.closest(".panel").open = entry.open = true;
  entry.scrollIntoView({ block: "nearest" });
  said.textContent = $("summary", entry).textContent + ": marked in the text. " +
    $$("dd", entry).slice(0, 2).map(dd => dd.textContent).join("; ");
}

function goTo(button) {
  const places = button.dataset.go.split(" ").flatMap(place => $$(`[data-at~="${place}"]`, file));
  if (!places.length) return;
  const before = places.findIndex(place => place.classList.contains("here"));
  for (const place of $$(".here")) place.classList.remove("here");
  const place = places[(before + 1) % places.length];
  place.classList.add("here");
  place.scrollIntoView({ block: "center" });
  focusItem(place);
}

// ---- The text: one Tab stop, arrow keys from mark to mark.

const items = () => $$(".text [tabindex]", file);

function focusItem(item) {
  for (const other of $$('.text [tabindex="0"]', file)) other.tabIndex = -1;
  item.tabIndex = 0;
  item.focus({ preventScroll: true });
}

function step(item, key) {
  const all = items(), at = all.indexOf(item);
  const leftwards = getComputedStyle(item.closest("p")).direction === "rtl" ? 1 : -1;
  const to = { Home: 0, End: all.length - 1, ArrowLeft: at + leftwards, ArrowRight: at - leftwards }[key];
  if (all[to]) { focusItem(all[to]); all[to].scrollIntoView({ block: "nearest" }); }
}

// ---- What was found, where the text is pointed at or has the focus.

function showTip(item) {
  if (item === tipped) return;
  tipped = item;
  tip.replaceChildren(...item.dataset.entry.split(" ").flatMap(id => {
    const entry = document.getElementById(id), heading = document.createElement("h4");
    heading.append(...[...$("summary", entry).childNodes].map(node => node.cloneNode(true)));
    return [heading, $("dl", entry).cloneNode(true)];
  }));
  tip.hidden = false;
  const box = [...item.getClientRects()].find(rect => rect.width) || item.getBoundingClientRect();
  const below = box.bottom + tip.offsetHeight + 8 < innerHeight || box.top < tip.offsetHeight + 8;
  tip.style.top = scrollY + (below ? box.bottom + 4 : box.top - tip.offsetHeight - 4) + "px";
  const right = item.closest(".text").getBoundingClientRect().right;  // not over the lists, which say the same
  tip.style.left = scrollX + Math.max(8, Math.min(box.left, right - tip.offsetWidth)) + "px";
  item.setAttribute("aria-describedby", "tip");
}

function hideTip() {
  if (tipped) tipped.removeAttribute("aria-describedby");
  tipped = null;
  tip.hidden = true;
}

// ---- Finding: as an editor types, whichever keyboard or joiner the text was written with.

const ALIKE = { "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "’": "'" };
const SILENT = /[\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

function fold(char) {
  if (SILENT.test(char)) return "";
  const code = char.charCodeAt(0);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  return ALIKE[char] || (/\s/.test(char) ? " " : char.toLowerCase()[0]);
}
const folded = text => [...Array(text.length).keys()].map(i => fold(text[i])).join("");

// The letters that a paragraph shows, folded, and where each stands: a text node and an offset in it.
function letters(paragraph) {
  const skipped = document.body.dataset.view === "old" ? "ins" : "del";
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let text = "";
  const places = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest(skipped)) continue;
    for (let i = 0; i < node.data.length; i++) {
      const char = fold(node.data[i]);
      if (char) { text += char; places.push([node, i]); }
    }
  }
  return { text, places };
}

function ranges(paragraph, wanted) {
  const found = [], { text, places } = letters(paragraph);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const range = new Range(), [last, offset] = places[at + wanted.length - 1];
    range.setStart(...places[at]);
    range.setEnd(last, offset + 1);
    found.push(range);
  }
  return found;
}

let hits = [], hit = -1;

function search() {
  const wanted = folded(find.value).trim();
  hits = wanted && file ? $$(".text p", file).flatMap(p => ranges(p, wanted)) : [];
  hit = -1;
  mark();
  for (const panel of file ? $$(".panel", file) : []) filter(panel, wanted);
  for (const link of $$("#files a")) {
    link.parentElement.hidden = Boolean(wanted) && !folded($(link.hash).textContent).includes(wanted);
  }
}

function mark() {
  if (globalThis.Highlight) {
    CSS.highlights.set("hits", new Highlight(...hits));
    CSS.highlights.set("hit", new Highlight(...hits.slice(hit, hit + 1 || undefined).slice(0, hit < 0 ? 0 : 1)));
  }
  $("#hits").textContent = !find.value.trim() ? "" : hit < 0 ? `${hits.length} in the text` : `${hit + 1} of ${hits.length}`;
}

function nextHit(back) {
  if (!hits.length) return;
  hit = (hit + (back ? -1 : 1) + hits.length) % hits.length;
  hits[hit].startContainer.parentElement.scrollIntoView({ block: "center" });
  mark();
}

function filter(panel, wanted) {
  const kind = $("select", panel)?.value;
  for (const entry of $$(".entry", panel)) {
    const shown = (!kind || entry.dataset.kind.split(" ").includes(kind)) && (!wanted || folded(entry.textContent).includes(wanted));
    entry.parentElement.hidden = !shown;
  }
}

// ---- Listeners

const marked = event => event.target.closest?.(".text [data-entry]");
const itemOf = mark => mark.closest("[tabindex]");
let leaving = 0;

document.addEventListener("mouseover", event => {
  clearTimeout(leaving);
  const mark = marked(event);
  if (mark) showTip(itemOf(mark));
  else if (tipped && !tip.contains(event.target)) leaving = setTimeout(hideTip, 250);
});
document.addEventListener("focusin", event => {
  const mark = marked(event);
  if (mark) showTip(mark);
  else if (!tip.contains(event.target)) hideTip();
});
document.addEventListener("click", event => {
  const button = event.target.closest(".go"), mark = marked(event);
  if (button) goTo(button);
  else if (mark) { focusItem(itemOf(mark)); choose(mark.dataset.entry.split(" ").find(id => id.includes("n")) || mark.dataset.entry.split(" ")[0]); }
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape") { hideTip(); if (chosen) choose(chosen); }
  if (event.target === find && event.key === "Enter") nextHit(event.shiftKey);
  const item = event.target.closest?.(".text [tabindex]");
  if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
  if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) step(item, event.key);
  else if (event.key === "Enter" || event.key === " ") item.click();
  else return;
  event.preventDefault();
});
document.addEventListener("toggle", event => {
  const entry = event.target;
  if (entry.matches?.(".entry") && entry.open && entry.id !== chosen) choose(entry.id);
}, true);
document.addEventListener("input", event => { if (event.target === find) search(); });
document.addEventListener("change", event => {
  if (event.target.name === "view") { document.body.dataset.view = event.target.value; hideTip(); search(); }
  if (event.target.id === "theme") document.documentElement.dataset.theme = event.target.value;
  if (event.target.closest(".choice")) filter(event.target.closest(".panel"), folded(find.value).trim());
});
addEventListener("hashchange", showFile);

document.documentElement.classList.add("scripted");
for (const button of $$("#view input")) if (button.value === "new") button.checked = true;
showFile();
performance.mark("ready");
