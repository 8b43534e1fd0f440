"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { addressOf, type Place, placeFor, type Wanted, wantedFrom } from "./scope";
import type { Choices } from "./shapes";

/** Where the page stands. It is kept in the address, so that it can be sent to somebody and survives a reload. */
export function usePlace(choices: Choices): [Place, (next: Partial<Wanted>) => void] {
  const path = usePathname();
  const params = useSearchParams();
  const wanted = wantedFrom((name) => params.get(name));
  const go = (next: Partial<Wanted>) =>
    window.history.replaceState(null, "", path + addressOf({ ...wanted, ...next }) + window.location.hash);
  return [placeFor(choices, wanted), go];
}
