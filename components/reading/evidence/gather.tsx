"use client";

import { useEffect } from "react";
import { recall } from "@/components/device/remembered";
import { useDesk } from "../desk-state";
import { GatherBar } from "./gather-bar";
import { GatherCard } from "./gather-card";
import { gathering as shape } from "./gathering";

/** Evidence being gathered: the bar by the chosen words, then the card of what was made of them. */
export function Gather() {
  const { me, page, gathering, gather } = useDesk();
  const key = `open.${me.id}.${page.id}`;

  // A card that was open when the page went away opens again with what was said in it.
  useEffect(() => {
    const open = recall(key, shape);
    if (open?.piece) gather(open);
  }, [key, gather]);

  if (!gathering) return null;
  const { place, piece } = gathering;
  if (piece) return <GatherCard key={piece.id} place={place} given={piece} openKey={key} />;
  if (!place) return null;
  return <GatherBar key={`${place.paragraphId} ${place.passage.start} ${place.passage.end}`} place={place} />;
}
