import { expect, test } from "vitest";
import { stylesheet } from "../../src/report/html/style.ts";

type Palette = Readonly<Record<string, string>>;

function paletteOf(css: string): Palette {
  return Object.fromEntries(
    [...css.matchAll(/--(\w+):(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

const dark = stylesheet.indexOf("@media (prefers-color-scheme:dark)");
const themes: Readonly<Record<string, Palette>> = {
  light: paletteOf(stylesheet.slice(0, dark)),
  dark: paletteOf(stylesheet.slice(dark, stylesheet.indexOf("*{box-sizing"))),
};

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const texts = ["ink", "soft", "link", "affirm", "hedged", "deny", "none"];
const grounds = ["paper", "panel", "tint"];

test.each(Object.keys(themes))("every text of the %s theme can be read on every ground (WCAG AA)", (theme) => {
  const palette = themes[theme] ?? {};
  for (const text of texts) {
    for (const ground of grounds) {
      const ratio = contrast(palette[text] ?? "", palette[ground] ?? "");
      expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
