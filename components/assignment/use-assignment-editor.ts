"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { useDraft } from "@/components/device/use-draft";
import { useDefaultRubric } from "@/components/grading/use-default-rubric";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import type { AssignmentDraft } from "@/domain/assignment/assignment";
import {
  type AssignmentForm,
  assignmentForm,
  draftOf,
  type FormFault,
  formOf,
  type HeldAssignment,
} from "./form-state";

const keptForm = z.object({ version: z.number(), form: assignmentForm });

function readKept(text: string): z.infer<typeof keptForm> | null {
  try {
    return keptForm.parse(JSON.parse(text));
  } catch {
    // Cut short, or kept by an older version of the product: nothing that can be brought back.
    return null;
  }
}

interface Input {
  courseId: string;
  meId: string;
  timeZone: string;
  /** Null for one that has not been saved yet. */
  held: HeldAssignment | null;
  /** What a new one begins with. */
  empty: () => AssignmentForm;
}

/** An assignment being written: the form, what is kept on this device, what the server has. */
export function useAssignmentEditor({ courseId, meId, timeZone, held: first, empty }: Input) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const proposed = useDefaultRubric();
  const [held, setHeld] = useState(first);
  const [form, setForm] = useState(() => (first ? formOf(first, timeZone) : empty()));
  const [kept, keep, device] = useDraft(`assignment.${first?.id ?? `new.${courseId}`}.${meId}`);
  const [dirty, setDirty] = useState(false);
  const [broughtBack, setBroughtBack] = useState(false);
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [newer, setNewer] = useState<{ version: number; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const looked = useRef(false);

  // Once, when the page opens: what was left on this device unsaved.
  useEffect(() => {
    if (looked.current || kept === "") return;
    looked.current = true;
    const found = readKept(kept);
    if (!found) return;
    setForm(found.form);
    setDirty(true);
    setBroughtBack(true);
    // Made on a version that is no longer there: the next save is refused, and both are shown.
    if (first && found.version !== first.version)
      setNewer({ version: first.version, text: first.instructions });
  }, [kept, first]);

  const version = held?.version ?? 0;
  const change = useCallback(
    (part: Partial<AssignmentForm>) => {
      looked.current = true;
      const next = { ...form, ...part };
      setForm(next);
      setDirty(true);
      setFaults([]);
      setRefused(null);
      keep(JSON.stringify({ version, form: next }));
    },
    [form, keep, version],
  );

  const creatingRubric = useMutation(trpc.rubric.create.mutationOptions());
  const creating = useMutation(trpc.assignment.create.mutationOptions());
  const saving = useMutation(trpc.assignment.save.mutationOptions());
  const publishing = useMutation(trpc.assignment.publish.mutationOptions());

  const accept = (view: HeldAssignment) => {
    setHeld(view);
    setForm(formOf(view, timeZone));
    setDirty(false);
    setBroughtBack(false);
    setNewer(null);
    device.clear();
  };

  async function rubricId(): Promise<string | null> {
    const { rubric } = form;
    if (rubric.kind === "none") return null;
    if (rubric.kind === "existing") return rubric.id;
    const draft = rubric.draft ?? proposed(form.points);
    return (await creatingRubric.mutateAsync({ courseId, id: rubric.id, rubric: draft })).id;
  }

  async function write(draft: AssignmentDraft, over: number): Promise<HeldAssignment> {
    const whole = { ...draft, rubricId: await rubricId() };
    return held
      ? saving.mutateAsync({ courseId, id: held.id, version: over, draft: whole })
      : creating.mutateAsync({ courseId, id: form.id, draft: whole });
  }

  /** Saves, and publishes if asked; gives the assignment's id, or null when something is amiss. */
  const save = async (publishes: boolean, over = version): Promise<string | null> => {
    if (busy) return null;
    const options = { timeZone, held, publishes: publishes || Boolean(held?.publishedAt) };
    const found = draftOf(form, { ...options, rubricId: null });
    setFaults(found.faults);
    setRefused(null);
    if (!found.draft) return null;
    setBusy(true);
    try {
      const saved = held && !dirty ? held : await write(found.draft, over);
      accept(saved);
      if (publishes && !saved.publishedAt) {
        accept(await publishing.mutateAsync({ courseId, id: saved.id, version: saved.version }));
      }
      await queries.invalidateQueries({ queryKey: trpc.assignment.pathKey() });
      return saved.id;
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal?.code === "stale") setNewer(refusal.current);
      setRefused(sentence(error));
      return null;
    } finally {
      setBusy(false);
    }
  };

  /** Takes what the server holds (or, for a new one, begins again). */
  const discard = async () => {
    setRefused(null);
    setFaults([]);
    if (held) {
      const query = trpc.assignment.get.queryOptions({ courseId, id: held.id });
      return accept(await queries.fetchQuery({ ...query, staleTime: 0 }));
    }
    device.clear();
    setForm(empty());
    setDirty(false);
    setBroughtBack(false);
  };

  return {
    held,
    form,
    change,
    dirty,
    broughtBack,
    faults,
    refused,
    newer,
    busy,
    save,
    discard,
    keptAt: device.keptAt,
  };
}
