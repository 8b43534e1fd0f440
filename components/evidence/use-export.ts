"use client";

import { useMutation } from "@tanstack/react-query";
import { saveFile } from "@/components/device/save-file";
import { useTRPCClient } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { useEvidenceDesk } from "./desk-context";

/** Fetches the evidence as a table and hands it to the browser as a file. */
export function useExport() {
  const client = useTRPCClient();
  const sentence = useRefusal();
  const { courseId, say } = useEvidenceDesk();
  const { mutate, isPending } = useMutation({
    mutationFn: () => client.evidence.export.query({ courseId }),
    onSuccess: ({ csv, fileName }) => saveFile(csv, fileName, "text/csv;charset=utf-8"),
    onError: (error) => say(sentence(error)),
  });
  return { download: () => mutate(), isBusy: isPending };
}
