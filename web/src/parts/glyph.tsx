import type { Column } from "../../../src/report/words/words.ts";

/** The glyph of a position. The word always stands beside it or in the label of what holds it. */
export function Glyph({ of }: { readonly of: Column }) {
  return (
    <svg className="g" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[of]}
    </svg>
  );
}

const ring = { cx: 6, cy: 6, fill: "none", stroke: "currentColor" };
const shapes = {
  affirm: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  hedged: (
    <>
      <circle {...ring} r="4.5" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />
    </>
  ),
  deny: (
    <>
      <circle {...ring} r="4.4" strokeWidth="1.3" />
      <path d="M10.8 1.2 1.2 10.8" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  none: <circle {...ring} r="4.5" strokeWidth="1.3" strokeDasharray="1.5 1.33" />,
};
