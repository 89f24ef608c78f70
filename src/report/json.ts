import type { Dossier } from "./dossier.ts";

/** The dossier as it is, anchors included. */
export function renderJson(dossier: Dossier): string {
  return `${JSON.stringify(dossier, null, 2)}\n`;
}
