// The same with citeproc-js: `node run_citeproc_js.js ITEMS STYLE LOCALES`.
const fs = require("fs");
const CSL = require("citeproc");
const [itemsFile, styleFile, locales] = process.argv.slice(2);
const items = JSON.parse(fs.readFileSync(itemsFile, "utf8"));
const byId = new Map(items.map((item) => [item.id, item]));
const system = {
  retrieveLocale: (tag) => {
    const file = `${locales}/locales-${tag}.xml`;
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
  },
  retrieveItem: (id) => byId.get(id),
};
const engine = new CSL.Engine(system, fs.readFileSync(styleFile, "utf8"));
engine.updateItems(items.map((item) => item.id));
for (const item of items) {
  console.log(engine.makeCitationCluster([{ id: item.id }]));
}
console.log(engine.makeBibliography()[1].join(""));
