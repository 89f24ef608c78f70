import { createContext, type ReactNode, useContext, useState } from "react";
import type { DecisionKind } from "../../../src/model/index.ts";

/** What was just decided, and the decision that can be undone; null for an undo. */
export type Told = { readonly kind: DecisionKind; readonly decision: string | null };

const Telling = createContext<(told: Told | null) => void>(() => {});
const TellingOf = createContext<Told | null>(null);

/** Holds what was decided last, for the bar at the foot of the page. */
export function Tells({ children }: { readonly children: ReactNode }) {
  const [told, setTold] = useState<Told | null>(null);
  return (
    <Telling value={setTold}>
      <TellingOf value={told}>{children}</TellingOf>
    </Telling>
  );
}

export const useTell = (): ((told: Told | null) => void) => useContext(Telling);

export const useTold = (): Told | null => useContext(TellingOf);
