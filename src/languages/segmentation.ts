/** Filled by the stage that needs it. */
export type Segmentation = { readonly [key: string]: unknown };
