// What pdf.js, the reader in Firefox, hands to assistive technology: the structure tree of each
// page, with the words of each piece of marked content in it.
//
//     node struct_tree.mjs PDFJS_MODULE PDF
import { pathToFileURL } from "node:url";

const [module, path] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(module));
const pdf = await getDocument({ url: path, verbosity: 0 }).promise;
const trees = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const words = wordsByContent(await page.getTextContent({ includeMarkedContent: true }));
  trees.push(withWords(await page.getStructTree(), words));
}
console.log(JSON.stringify(trees));

function wordsByContent({ items }) {
  const words = new Map();
  const around = [];
  for (const item of items) {
    if (item.type === "endMarkedContent") around.pop();
    else if (item.type) around.push(item.id ?? null);
    else {
      const id = around.findLast((name) => name !== null);
      words.set(id, (words.get(id) ?? "") + item.str + (item.hasEOL ? " " : ""));
    }
  }
  return words;
}

function withWords(node, words) {
  if (node?.children) return { ...node, children: node.children.map((one) => withWords(one, words)) };
  return node && { ...node, text: words.get(node.id) ?? "" };
}
