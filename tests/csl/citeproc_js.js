// citeproc-js as a peer: one JSON job a line in ({csl, locales_dir, input, citations}), one answer a line out.
const fs = require("fs");
const readline = require("readline");
const CSL = require("citeproc");

const locales = new Map();
function locale(folder, tag) {
  const file = `${folder}/locales-${tag}.xml`;
  if (!locales.has(file)) {
    locales.set(file, fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false);
  }
  return locales.get(file);
}

function answer(job) {
  const items = new Map(job.input.map((item) => [String(item.id), item]));
  const system = { retrieveLocale: (tag) => locale(job.locales_dir, tag), retrieveItem: (id) => items.get(String(id)) };
  const engine = new CSL.Engine(system, job.csl);
  const citations = engine.rebuildProcessorState(job.citations, "html").map((row) => row[2]);
  const list = engine.makeBibliography();
  // The ids name entries without content too, the texts leave them out.
  const empty = new Set(list ? list[0].bibliography_errors.map((error) => error.itemID) : []);
  return {
    citations,
    bibliography: list ? list[1] : [],
    entry_ids: list ? list[0].entry_ids.map((ids) => String(ids[0])).filter((id) => !empty.has(id)) : [],
  };
}

// Whatever it logs must not get between the answers.
console.log = () => {};
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const job = JSON.parse(line);
  let result;
  try {
    result = answer(job);
  } catch (error) {
    result = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify({ name: job.name, ...result })}\n`);
});
