// Prints what Mermaid has read of a flowchart: the texts of its steps, and its arrows. Its parser wants a page.
import { JSDOM } from 'jsdom';
import { readFileSync } from 'fs';

globalThis.window = new JSDOM('').window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
const text = readFileSync(0, 'utf8');
await mermaid.parse(text);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
// Its renderer writes characters by their numbers out so.
const plain = (label) => label.replace(/ﬂ°°(\d+)¶ß/g, (_, number) => String.fromCodePoint(number));
const steps = Object.fromEntries([...db.getVertices().values()].map((step) => [step.id, plain(step.text)]));
const edges = db.getEdges().map((edge) => [edge.start, edge.end, edge.text]);
console.log(JSON.stringify({ steps, edges }));
