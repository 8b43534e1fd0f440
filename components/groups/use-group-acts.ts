"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { type GroupSet, type GroupsPage, type Move, withMoved, withSection, withSet } from "./board-state";

/** The course's groups, and what changes them: a move is seen at once and taken back where it is refused. */
export function useGroupActs(courseId: string, initial: GroupsPage) {
  const t = useTranslations("groups");
  const trpc = useTRPC();
  const client = useQueryClient();
  const refusal = useRefusal();
  const options = trpc.group.page.queryOptions({ courseId }, { initialData: initial });
  const { data: page } = useQuery(options);
  const change = (how: (page: GroupsPage) => GroupsPage) =>
    client.setQueryData(options.queryKey, (held) => held && how(held));
  const refetch = () => client.invalidateQueries({ queryKey: options.queryKey });
  const failed = (error: unknown) => {
    toast.error(refusal(error));
    void refetch();
  };
  const nameOf = (studentId: string) => page.students.find(({ id }) => id === studentId)?.name ?? "";

  const moving = useMutation(
    trpc.group.move.mutationOptions({
      onMutate: ({ move: { setId, membershipId, fromId, toId } }) => {
        change((held) => withMoved(held, setId, { studentId: membershipId, fromId, toId }));
      },
      onSuccess: (set) => change((held) => withSet(held, set)),
      onError: (error, { move }) => {
        if (refusalIn(error)?.code !== "stale") return failed(error);
        toast.error(t("stale", { name: nameOf(move.membershipId) }));
        void refetch();
      },
    }),
  );
  const putting = useMutation(
    trpc.section.put.mutationOptions({
      onMutate: ({ places: { sectionId, membershipIds } }) => {
        for (const studentId of membershipIds) {
          change((held) => withSection(held, { studentId, fromId: null, toId: sectionId }));
        }
      },
      onSuccess: refetch,
      onError: failed,
    }),
  );
  return {
    page,
    refetch,
    keep: (set: GroupSet) => change((held) => withSet(held, set)),
    move: (setId: string, { studentId, fromId, toId }: Move) =>
      moving.mutate({ courseId, move: { setId, membershipId: studentId, fromId, toId } }),
    put: ({ studentId, toId }: Move) =>
      putting.mutate({ courseId, places: { sectionId: toId, membershipIds: [studentId] } }),
    remove: useMutation(
      trpc.group.remove.mutationOptions({
        onSuccess: async () => {
          toast.success(t("remove.done"));
          await refetch();
        },
        onError: (error) => {
          const why = refusalIn(error);
          if (why?.code !== "in-use") return failed(error);
          toast.error(t("remove.inUse", { title: why.title }));
        },
      }),
    ),
    saveSection: useMutation(trpc.section.save.mutationOptions({ onSuccess: refetch })),
    removeSection: useMutation(trpc.section.remove.mutationOptions({ onSuccess: refetch, onError: failed })),
  };
}

export type GroupActs = ReturnType<typeof useGroupActs>;
