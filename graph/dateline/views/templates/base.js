// What both pages share: safe elements, icons, words, theme. Nothing from an article
// is ever parsed as HTML: text reaches the page as text nodes only.
if (window.trustedTypes && trustedTypes.createPolicy) {
  // The libraries write axis labels through innerHTML; an angle bracket has no place there.
  trustedTypes.createPolicy("default", { createHTML: (text) => text.replaceAll("<", "&lt;") });
}
const DATA = JSON.parse(document.getElementById("data").textContent);
const EVENTS = DATA.events;
const ARTICLES = DATA.articles;
const byId = (id) => document.getElementById(id);

function h(name, props, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key === "cls" ? "class" : key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function svg(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const STATUS = {
  "happened": { word: "happened", sign: "✓" },
  "did-not-happen": { word: "did not happen", sign: "✗" },
  "planned": { word: "planned", sign: "◷" },
  "possible": { word: "possible", sign: "?" },
};
const stroke = { fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" };
const ICONS = {
  "happened": () => [
    svg("circle", { cx: 8, cy: 8, r: 7.2, fill: "currentColor" }),
    svg("path", { d: "M4.6 8.3l2.4 2.4 4.4-5", fill: "none", stroke: "var(--paper)", "stroke-width": 2, "stroke-linecap": "round" }),
  ],
  "did-not-happen": () => [
    svg("rect", { x: 1, y: 1, width: 14, height: 14, rx: 2, ...stroke, "stroke-width": 1.5, "stroke-dasharray": "2.8 1.8" }),
    svg("path", { d: "M5 5l6 6M11 5l-6 6", ...stroke }),
  ],
  "planned": () => [
    svg("circle", { cx: 8, cy: 8, r: 6.8, ...stroke, "stroke-width": 1.8, "stroke-dasharray": "0.1 3.05" }),
    svg("path", { d: "M8 4.2V8l2.6 1.8", ...stroke }),
  ],
  "possible": () => [
    svg("path", { d: "M8 .6L15.4 8 8 15.4.6 8z", ...stroke, "stroke-width": 1.3 }),
    svg("path", { d: "M6.2 6.4a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2", ...stroke, "stroke-width": 1.6 }),
    svg("circle", { cx: 8, cy: 11.4, r: 1, fill: "currentColor" }),
  ],
};
function statusIcon(status) {
  const icon = svg("svg", { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" });
  icon.append(...ICONS[status]());
  return icon;
}
const statusBadge = (status) => h("span", { cls: `status st-${status}` }, statusIcon(status), STATUS[status].word);

// The graph writes ExplicitInText, the model explicit-in-text: one key for both.
const plainKey = (name) => (name || "").replaceAll("-", "").toLowerCase();
const BASIS = {
  explicitintext: "written in the text",
  relativetopublication: "counted from the publication date",
  relativetotime: "counted from another time in the text",
  relativetoevent: "relative to another event",
  inheritedfromcontext: "taken over from the context",
  publicationonly: "the publication date alone; the text gives no time",
  unanchored: "not anchored: the article has no publication date",
};
const ASSERTS = {
  "CT+": "as certain", "PR+": "as probable", "PS+": "as possible", "Uu": "without taking a stand",
  "CT-": "as certainly not so", "PR-": "as probably not so", "PS-": "as possibly not so",
};
const spaced = (name) => (name || "").replaceAll("-", " ");
const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many || one + "s"}`;
const articleName = (article) => article.title || article.publisher || article.iri;
const debounce = (work, ms) => {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(work, ms); };
};

// Deep links: #event=IRI opens an event, and every selection goes through the address.
const indexOfIri = new Map(EVENTS.map((event, index) => [event.iri, index]));
const eventHash = (index) => "#event=" + encodeURIComponent(EVENTS[index].iri);
function hashIndex() {
  if (!location.hash.startsWith("#event=")) return null;
  try {
    const index = indexOfIri.get(decodeURIComponent(location.hash.slice(7)));
    return index === undefined ? null : index;
  } catch (error) {
    return null; // a broken percent escape in the address
  }
}
const openEvent = (index) => { location.hash = eventHash(index); };

const isDark = () => getComputedStyle(document.documentElement).getPropertyValue("--ink").trim() === "#e6eaf0";
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const themeListeners = [];
byId("theme").addEventListener("click", () => {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  themeListeners.forEach((listener) => listener());
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => themeListeners.forEach((listener) => listener()));
