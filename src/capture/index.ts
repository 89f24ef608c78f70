export { captureBytes, documentId } from "./capture.ts";
export { isoDate } from "./dates.ts";
export { type Failure, type FailureCode, failureLine } from "./failure.ts";
export { type Fetched, type FetchOptions, guardedFetch, userAgent } from "./fetch/guarded-fetch.ts";
export type { FetchLimits } from "./fetch/limits.ts";
export { type Captured, captureInputs } from "./inputs/capture-inputs.ts";
export { type CaptureOptions, defaultMaxBytes } from "./inputs/options.ts";
export { detectLanguage } from "./language/detect.ts";
export type { Origin } from "./origin.ts";
