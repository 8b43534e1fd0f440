"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import type { Handed } from "./shapes";

interface ReadNext {
  courseId: string;
  promptId: string;
  /** Whether this person is given answers to read. */
  wanted: boolean;
  /** The tab is open: it is seen to that there is something to read. */
  open: boolean;
}

/**
 * The answers given to this person to read. What is on the table stays there, also when it has been answered, until
 * others are asked for.
 */
export function useReadNext({ courseId, promptId, wanted, open }: ReadNext) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const query = useQuery(trpc.response.next.queryOptions({ courseId, promptId }, { enabled: wanted }));
  const [table, setTable] = useState<Handed[] | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  /** There was no other to give in place of one that was put away. */
  const [noOther, setNoOther] = useState(false);
  const begun = useRef(false);

  const ask = async (instead: string | null): Promise<Handed[] | null> => {
    setPending(true);
    setFailure(null);
    setNoOther(false);
    try {
      const given = await client.response.handNext.mutate({
        courseId,
        promptId,
        ...(instead && { instead }),
      });
      queries.setQueryData(trpc.response.next.queryKey({ courseId, promptId }), given);
      return given;
    } catch (error) {
      setFailure(sentence(error));
      return null;
    } finally {
      setPending(false);
    }
  };

  /** Clears the table of what was answered, and fills it up. */
  const more = async () => {
    const given = await ask(null);
    if (given) setTable(given);
  };

  /** Others in place of these. */
  const others = async (ids: readonly string[]) => {
    let held: readonly Handed[] = table ?? query.data ?? [];
    let isShort = false;
    for (const id of ids) {
      const given = await ask(id);
      if (!given) return;
      if (given.some((each) => each.response.id === id)) isShort = true;
      else held = replaced(held, id, given);
    }
    setTable([...held]);
    setNoOther(isShort);
  };

  const fill = useRef(more);
  fill.current = more;
  useEffect(() => {
    if (!open || !wanted || begun.current) return;
    begun.current = true;
    void fill.current();
  }, [open, wanted]);

  return {
    /** Null until it is known. */
    table: table ?? query.data ?? null,
    /** It has been seen to that there is something, as far as there is. */
    filled: table !== null,
    pending,
    failure,
    noOther,
    more,
    others,
  };
}

/** What is on the table without this one, and with what was given that does not lie there yet. */
function replaced(table: readonly Handed[], id: string, given: readonly Handed[]): Handed[] {
  const kept = table.filter((each) => each.response.id !== id);
  const isKept = (each: Handed) => kept.some((old) => old.response.id === each.response.id);
  return [...kept, ...given.filter((each) => !isKept(each))];
}
