export { type ServeOptions, type Serving, serveLedger } from "./server.ts";
