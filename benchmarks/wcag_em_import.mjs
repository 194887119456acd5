// Import an EARL file with the code of W3C's WCAG-EM Report Tool, and print what it took.
// Usage: node wcag_em_import.mjs TOOL FILE [ADDRESS …]   (see wcag_em_import.py)
import { createRequire, register } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [tool, file, ...addresses] = process.argv.slice(2);
const root = pathToFileURL(`${tool}/`);

// The tool is bundled with an alias for its own folder, and imports JSON as a module of names.
const hooks = `
  import { readFileSync } from "node:fs";
  import { fileURLToPath } from "node:url";
  const root = ${JSON.stringify(root.href)};
  export function resolve(name, context, next) {
    if (name.startsWith("@app/")) return next(new URL("src/" + name.slice(5), root).href, context);
    return next(name, context);
  }
  export function load(url, context, next) {
    if (url.endsWith(".json")) {
      const text = readFileSync(fileURLToPath(url), "utf8");
      const names = Object.keys(JSON.parse(text)).filter((one) => /^[A-Za-z_]\\w*$/.test(one));
      const named = names.map((one) => "export const " + one + " = all." + one + ";").join("");
      const source = "const all = " + text + "; export default all;" + named;
      return { format: "module", source, shortCircuit: true };
    }
    if (url.startsWith(root) && url.includes("/src/")) {
      return { format: "module", source: readFileSync(fileURLToPath(url)), shortCircuit: true };
    }
    return next(url, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`, import.meta.url);

const from = (name) => import(new URL(name, root).href);
// The same copy that the tool itself loads.
const { addMessages, init } = createRequire(new URL("package.json", root))("svelte-i18n");
addMessages("en", {});
init({ fallbackLocale: "en", initialLocale: "en" });
// Only now: the tool asks its user whether to import, and its translations look for a page.
globalThis.window = { confirm: (question) => (console.error(question), true) };

const { default: subjects } = await from("src/stores/earl/subjectStore/index.js");
for (const address of addresses) subjects.create({ title: address, description: address });
const { default: assertions, importAssertions } = await from("src/stores/earl/assertionStore/index.js");
const taken = await importAssertions(JSON.parse(readFileSync(file, "utf8")));
let made = 0;
assertions.subscribe((all) => (made = all.length))();
console.log(JSON.stringify({ criteria: Object.keys(taken), assertions: made }));
