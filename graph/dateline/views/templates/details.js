// The evidence of one event: when and why, who, where, who says so, and the place in
// the article. Offsets count code points, JavaScript strings count UTF-16 units.
const pointsOf = new Map();
function sliceText(text, from, to) {
  if (!/[\ud800-\udfff]/.test(text)) return text.slice(from, to);
  if (!pointsOf.has(text)) pointsOf.set(text, Array.from(text));
  return pointsOf.get(text).slice(from, to).join("");
}
const lengthOf = (text) => (sliceText(text, 0, 0), pointsOf.has(text) ? pointsOf.get(text).length : text.length);

function marksOf(event) {
  const marks = event.evidence.map((e) => ({ cls: "trigger", from: e.start, to: e.end, title: "the event" }));
  for (const who of event.who) marks.push({ cls: "who", from: who.start, to: who.end, title: spaced(who.role) });
  for (const claim of event.claims) {
    if (claim.start !== null) marks.push({ cls: "cue", from: claim.start, to: claim.end, title: "says so" });
  }
  if (event.date && event.date.start !== null) marks.push({ cls: "time", from: event.date.start, to: event.date.end, title: "when" });
  return marks.filter((mark) => mark.from < mark.to);
}

// Cut [from, to) at every mark's edge; a piece wears the classes of all marks over it.
function markedPieces(text, offset, from, to, marks) {
  const edges = new Set([from, to]);
  for (const mark of marks) {
    for (const edge of [mark.from, mark.to]) if (from < edge && edge < to) edges.add(edge);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const words = sliceText(text, cuts[i] - offset, cuts[i + 1] - offset);
    const over = marks.filter((mark) => mark.from <= cuts[i] && cuts[i + 1] <= mark.to);
    pieces.push(over.length ? h("mark", { cls: over.map((m) => m.cls).join(" "), title: [...new Set(over.map((m) => m.title))].join(", ") }, words) : words);
  }
  return pieces;
}

function sentencesOf(event) {
  const seen = new Map();
  for (const e of event.evidence) seen.set(e.sentenceStart, e);
  return [...seen.values()].sort((a, b) => a.sentenceStart - b.sentenceStart);
}

function articleBox(event, article) {
  const marks = marksOf(event);
  const box = h("div", { cls: "article", dir: "auto", tabindex: 0, role: "document", "aria-label": "Text of the article" });
  let at = 0;
  for (const e of sentencesOf(event)) {
    if (e.sentenceStart < at) continue;
    box.append(...markedPieces(article.text, 0, at, e.sentenceStart, marks));
    box.append(h("mark", { cls: "sentence" }, markedPieces(article.text, 0, e.sentenceStart, e.sentenceEnd, marks)));
    at = e.sentenceEnd;
  }
  box.append(...markedPieces(article.text, 0, at, lengthOf(article.text), marks));
  return box;
}

const sentenceQuotes = (event) => sentencesOf(event).map((e) =>
  h("blockquote", { dir: "auto" }, h("mark", { cls: "sentence" },
    markedPieces(e.sentence, e.sentenceStart, e.sentenceStart, e.sentenceEnd, marksOf(event)))));

function factList(pairs) {
  const rows = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return h("dl", { cls: "facts" }, rows.flatMap(([name, value]) => [h("dt", {}, name), h("dd", { dir: "auto" }, String(value))]));
}

function boundsWords([earliestBegin, latestBegin, earliestEnd, latestEnd]) {
  const between = (low, high) => (low === high ? low || "open" : `${low || "open"} … ${high || "open"}`);
  return `begins ${between(earliestBegin, latestBegin)}; ends ${between(earliestEnd, latestEnd)}`;
}

function whyThisDate(event) {
  const date = event.date;
  const inside = date ? [
    h("p", { cls: "explanation", dir: "auto" }, date.explanation),
    factList([
      ["rests on", BASIS[plainKey(date.basis)] || date.basis],
      ["words", date.words && `“${date.words}”`],
      ["counted from", date.anchor],
      ["as fine as", spaced(date.granularity.replace(/([a-z])([A-Z])/g, "$1-$2")).toLowerCase()],
      ["bounds", boundsWords(date.bounds)],
      ["EDTF", date.edtf],
      ["TIMEX3", date.timex],
      ["rule", date.rule],
    ]),
  ] : [h("p", {}, "The text gives this event no time, so it has none here.")];
  return h("details", { cls: "why", open: true }, h("summary", {}, "Why this date?"), inside);
}

function claimLine(claim) {
  const parts = [h("strong", {}, claim.source || "the article"), claim.isUnnamed ? " (not named)" : ""];
  if (claim.cue) parts.push(", “", h("span", { dir: "auto" }, claim.cue), "”");
  if (claim.toldTo) parts.push(", told to ", claim.toldTo);
  parts.push(h("span", { cls: "hint" }, ` – ${ASSERTS[claim.asserts] || claim.asserts}`));
  return h("li", { dir: "auto" }, parts);
}

function webLink(article) {
  const name = h("bdi", {}, articleName(article));
  if (!article.url || !/^https?:\/\//i.test(article.url)) return name;
  return h("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" }, name);
}

function copyLine(index) {
  const link = location.href.split("#")[0] + eventHash(index);
  const said = h("span", { role: "status", cls: "hint" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = "Copied.";
    } catch (error) {
      const field = h("input", { readonly: true, "aria-label": "Link to this event" });
      field.value = link;
      said.replaceChildren(field);
      field.select();
    }
  };
  return h("p", { cls: "copy" }, h("a", { href: eventHash(index) }, "Link to this event"),
    h("button", { type: "button", cls: "quiet", onclick: copy }, "Copy link"), said);
}

// Events that fusion took for one and the same, told by other articles.
function tellings(index) {
  const fused = EVENTS[index].fused;
  if (!fused) return [];
  return EVENTS.flatMap((event, other) => (event.fused === fused && other !== index
    ? [h("li", {}, h("a", { href: eventHash(other), dir: "auto" }, event.label), h("span", { cls: "hint" }, " – ", h("bdi", {}, articleName(ARTICLES[event.article]))))] : []));
}

const MARK_KEY = [["trigger", "the event"], ["who", "who, where"], ["time", "when"], ["cue", "says so"]];

// Fill the panel with event `index`; `extra` are nodes put after the claims.
function showDetails(index, extra) {
  const event = EVENTS[index];
  const article = ARTICLES[event.article];
  const panel = byId("details");
  const names = (list, name) => (list.length ? [h("h3", {}, name), h("ul", {}, list)] : []);
  const text = article.text;
  const box = text === null ? null : articleBox(event, article);
  panel.dataset.event = event.iri;
  panel.replaceChildren(
    h("p", { cls: "line" }, statusBadge(event.status), h("span", {}, event.type), event.cues.length ? h("span", { dir: "auto" }, "because of “", event.cues.join("”, “"), "”") : null),
    h("h2", { dir: "auto" }, event.label),
    h("p", { cls: "when" }, event.when),
    whyThisDate(event),
    ...names(event.who.map((who) => h("li", {}, h("span", { cls: "role" }, spaced(who.role)), h("bdi", {}, who.name))), "Who"),
    ...names(event.where.map((place) => h("li", {}, h("bdi", {}, place.name))), "Where"),
    ...names(event.claims.map(claimLine), "Who says so"),
    ...names(tellings(index), "Also told by"),
    h("h3", {}, text === null ? "In the words of the article" : "In the article"),
    ...(text === null ? sentenceQuotes(event) : [box]),
    h("p", { cls: "key" }, MARK_KEY.map(([cls, words]) => h("mark", { cls }, words))),
    h("p", { cls: "line" }, webLink(article), [article.publisher, article.published].filter((part) => part && part !== articleName(article)).map((part) => h("span", {}, part))),
    ...(extra || []),
    copyLine(index),
  );
  panel.scrollTop = 0;
  const first = box && box.querySelector("mark.sentence");
  if (first) box.scrollTop = first.offsetTop - box.clientHeight / 3;
}
