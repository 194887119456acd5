// What pdf.js, the reader in Firefox, hands to assistive technology: each page's structure tree.
//
//     node struct_tree.mjs PDFJS_MODULE PDF
import { pathToFileURL } from "node:url";

const [module, path] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(module));
const pdf = await getDocument({ url: path, verbosity: 0 }).promise;
const trees = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  trees.push(await page.getStructTree());
}
console.log(JSON.stringify(trees));
