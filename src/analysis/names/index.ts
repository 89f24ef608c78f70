export { findNames } from "./find.ts";
export { entityOf } from "./gazetteer.ts";
export { foldName, fullNameOf, sameName } from "./same.ts";
