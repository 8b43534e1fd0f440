import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import type { NewStance } from "@/domain/prompt/stance";
import type { MovingPassage, StanceView } from "./shapes";

/** "before", "after", or the id of the reading just read. */
export type When = string;

const momentFrom = (when: When): Pick<NewStance, "moment" | "readingId"> =>
  when === "before" || when === "after"
    ? { moment: when, readingId: null }
    : { moment: "afterReading", readingId: when };

interface StanceDraftProps {
  courseId: string;
  me: string;
  /** The positions one can stand with. */
  positionIds: readonly string[];
  last: StanceView | undefined;
  when: When;
  onTaken: (stance: StanceView) => void;
}

/** What is being said of where one stands now, begun from what was said last. An error leaves all of it standing. */
export function useStanceDraft({ courseId, me, positionIds, last, when: at, onTaken }: StanceDraftProps) {
  const trpc = useTRPC();
  const known = (id: string | null | undefined) => (id && positionIds.includes(id) ? id : null);
  const [when, setWhen] = useState<When>(at);
  const [positionId, choose] = useState<string | null>(known(last?.positionId));
  const [betweenId, setBetween] = useState<string | null>(positionId ? known(last?.betweenId) : null);
  const [confidence, setConfidence] = useState(last?.confidence ?? 3);
  const [why, setWhy, kept] = useDraft(`${me}.stance.${courseId}`);
  const [movedBy, setMovedBy] = useState<MovingPassage | null>(null);
  /** What was sent last, and under which id: the same words sent again are one stance, others are another. */
  const sent = useRef({ said: "", id: "" });
  const taking = useMutation(
    trpc.stance.take.mutationOptions({
      onSuccess: (stance, { stance: said }) => {
        kept.clear(said.why);
        onTaken(stance);
      },
    }),
  );

  const setPosition = (next: string | null) => {
    choose(next);
    if (next === null || next === betweenId) setBetween(null);
  };
  const send = () => {
    const stance = {
      ...momentFrom(when),
      positionId,
      betweenId,
      confidence,
      why,
      movedBy: movedBy && { readingId: movedBy.readingId, paragraphId: movedBy.paragraphId },
    };
    const said = JSON.stringify(stance);
    if (sent.current.said !== said) sent.current = { said, id: newId() };
    taking.mutate({ courseId, stance: { id: sent.current.id, ...stance } });
  };

  return {
    when,
    setWhen,
    positionId,
    setPosition,
    betweenId,
    setBetween,
    confidence,
    setConfidence,
    why,
    setWhy,
    movedBy,
    setMovedBy,
    send,
    error: taking.error,
    isSending: taking.isPending,
  };
}
