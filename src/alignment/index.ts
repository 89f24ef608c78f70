export { align } from "./align.ts";
export { keysOf } from "./keys.ts";
export { propositionsOf } from "./propositions/index.ts";
