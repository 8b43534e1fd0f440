"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";

export interface ActedOn {
  id: string;
  version: number;
  publishedAt: Date | null;
  /** Somebody has done something there, or was given a grade. */
  begun: boolean;
}

interface After {
  onDeleted: () => void;
  onUnpublished: () => void;
}

/** Taking an assignment back to a draft, and deleting it. Each gives whether it was done. */
export function useAssignmentActs(courseId: string, { id, version }: ActedOn, after: After) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const removing = useMutation(trpc.assignment.delete.mutationOptions());
  const unpublishing = useMutation(trpc.assignment.unpublish.mutationOptions());
  const error = removing.error ?? unpublishing.error;

  const act = async (mutation: typeof removing | typeof unpublishing, done: () => void): Promise<boolean> => {
    try {
      await mutation.mutateAsync({ courseId, id, version });
    } catch {
      return false;
    }
    await queries.invalidateQueries({ queryKey: trpc.assignment.pathKey() });
    done();
    return true;
  };
  return {
    remove: () => act(removing, after.onDeleted),
    unpublish: () => act(unpublishing, after.onUnpublished),
    busy: removing.isPending || unpublishing.isPending,
    refused: error ? sentence(error) : null,
    forget: () => {
      removing.reset();
      unpublishing.reset();
    },
  };
}
