"use client";

import { useState } from "react";
import { type KeyHint, KeysDialog } from "@/components/ui/keys-dialog";
import { usePageKeys } from "@/components/ui/use-page-keys";

/** `?` on a page whose own desk does not list its keys. */
export function AllKeys({ keys }: { keys: KeyHint[] }) {
  const [listed, setListed] = useState(false);
  usePageKeys({ "?": () => setListed(true) });
  return <KeysDialog keys={keys} open={listed} onOpenChange={setListed} />;
}
