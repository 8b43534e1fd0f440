"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { useRefusal } from "@/components/trpc/use-refusal";
import type { SetKind } from "@/domain/group/group";

export interface GroupSet {
  id: string;
  name: string;
  kind: SetKind;
  size: number | null;
  mixed: boolean;
  groups: readonly {
    id: string;
    name: string;
    dissolved: boolean;
    members: readonly { id: string; name: string }[];
  }[];
}

interface Wanted {
  kind: SetKind;
  size: number;
  mixed: boolean;
}

/** The ways in which the course is divided, and making another. */
export function useGroupSets(courseId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const query = useQuery(trpc.group.sets.queryOptions({ courseId }));
  const making = useMutation(trpc.group.make.mutationOptions());
  /** Pressed again after an answer that was lost, it is still the same set. */
  const next = useRef<{ wanted: string; id: string } | null>(null);

  const make = async (wanted: Wanted): Promise<string | null> => {
    const key = JSON.stringify(wanted);
    if (next.current?.wanted !== key) next.current = { wanted: key, id: newId() };
    const { id } = next.current;
    try {
      await making.mutateAsync({ courseId, set: { ...wanted, id } });
    } catch {
      return null;
    }
    next.current = null;
    await queries.invalidateQueries({ queryKey: trpc.group.sets.queryKey({ courseId }) });
    return id;
  };

  const sets: readonly GroupSet[] = query.data ?? [];
  return {
    sets,
    waiting: query.isPending,
    unreachable: query.isError,
    make,
    making: making.isPending,
    refused: making.error ? sentence(making.error) : null,
  };
}
