export { dossierOf } from "./build.ts";
export { renderCsv } from "./csv.ts";
export type * from "./dossier.ts";
export { renderHtml } from "./html/page.ts";
export { renderJson } from "./json.ts";
export { renderJsonLd } from "./jsonld.ts";
export { renderMarkdown } from "./markdown.ts";
export { briefOf } from "./number.ts";
export { type Summary, type SummaryItem, summaryOf } from "./summary.ts";
