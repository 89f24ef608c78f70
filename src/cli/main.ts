import { enableCompileCache } from "node:module";

// Before anything is loaded: what was compiled once is not compiled again at the next start.
enableCompileCache();
const { main } = await import("./program.ts");
await main(process);
