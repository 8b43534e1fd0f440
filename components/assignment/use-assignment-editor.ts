"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { useDraft } from "@/components/device/use-draft";
import { useDefaultRubric } from "@/components/grading/rubric/use-default-rubric";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import type { AssignmentDraft } from "@/domain/assignment/assignment";
import { showPoints } from "@/domain/grading/points";
import { changesOf } from "./form-changes";
import { type AssignmentForm, assignmentForm, type HeldAssignment } from "./form-shape";
import { draftOf, type FormFault, formOf, restOf } from "./form-state";
import { type Clash, clashKey, mergeForms, withTheirs } from "./merge-forms";
import type { Touched } from "./use-effects";

const keptForm = z.object({
  version: z.number(),
  form: assignmentForm,
  /** What it was written on; a form that an older version of the product kept does not say. */
  base: assignmentForm.nullable().default(null),
});

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

/** The rubric that a form names; of a new one, the id that it will have. */
export const rubricIdIn = ({ rubric }: AssignmentForm): string | null =>
  rubric.kind === "none" ? null : rubric.id;

interface Saving {
  publishes: boolean;
  /** What is amiss beside the form. */
  amiss: readonly FormFault[];
  /** What stands for having read whom it touches; null where nothing had to be read. */
  touches: string | null;
  /** It touches others than were read of. */
  onTouches: (touched: Touched) => void;
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
  /** What somebody else has changed meanwhile, in another way than it was changed here. */
  const [clashes, setClashes] = useState<Clash[]>([]);
  const [joined, setJoined] = useState(false);
  const [busy, setBusy] = useState(false);
  const looked = useRef(false);

  // Once, when the page opens: what was left on this device unsaved.
  useEffect(() => {
    if (looked.current || kept === "") return;
    looked.current = true;
    const found = readKept(kept);
    if (!found) return;
    setDirty(true);
    setBroughtBack(true);
    if (!first || found.version === first.version) return setForm(found.form);
    // Written on a version that is no longer there: what has been changed since is brought in.
    const merged = mergeForms(found.base, found.form, formOf(first, timeZone));
    setForm(merged.form);
    setClashes(merged.clashes);
  }, [kept, first, timeZone]);

  const version = held?.version ?? 0;
  const change = useCallback(
    (part: Partial<AssignmentForm>) => {
      looked.current = true;
      const next = { ...form, ...part };
      setForm(next);
      setFaults([]);
      setRefused(null);
      // Everything undone one by one: it is as it was saved, and there is nothing to keep.
      const isSaved = held !== null && changesOf(formOf(held, timeZone), next).length === 0;
      setDirty(!isSaved);
      if (isSaved) return device.clear();
      keep(JSON.stringify({ version, form: next, base: held && formOf(held, timeZone) }));
    },
    [form, keep, version, held, timeZone, device.clear],
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
    setClashes([]);
    setJoined(false);
    device.clear();
  };

  /** Brings in what somebody else saved meanwhile; what both changed is put before a person. */
  const joinNewer = async (id: string) => {
    const query = trpc.assignment.get.queryOptions({ courseId, id });
    const theirs: HeldAssignment = await queries.fetchQuery({ ...query, staleTime: 0 });
    const merged = mergeForms(held && formOf(held, timeZone), form, formOf(theirs, timeZone));
    setHeld(theirs);
    setForm(merged.form);
    setClashes(merged.clashes);
    setJoined(true);
    keep(JSON.stringify({ version: theirs.version, form: merged.form, base: formOf(theirs, timeZone) }));
  };

  /** Settles one clash. */
  const settle = (clash: Clash, whose: "mine" | "theirs") => {
    if (whose === "theirs") change(withTheirs(form, clash));
    setClashes((open) => open.filter((each) => clashKey(each) !== clashKey(clash)));
  };

  async function rubricId(): Promise<string | null> {
    const { rubric } = form;
    if (rubric.kind === "none") return null;
    if (rubric.kind === "existing") return rubric.id;
    const rest = restOf(form);
    const draft = rubric.draft ?? proposed(rest === null ? form.points : showPoints(rest));
    return (await creatingRubric.mutateAsync({ courseId, id: rubric.id, rubric: draft })).id;
  }

  async function write(draft: AssignmentDraft, touches: string | null): Promise<HeldAssignment> {
    const whole = { ...draft, rubricId: await rubricId() };
    return held
      ? saving.mutateAsync({ courseId, id: held.id, version, draft: whole, touches })
      : creating.mutateAsync({ courseId, id: form.id, draft: whole });
  }

  const refuseWith = (error: unknown) => setRefused(sentence(error));

  /** Saves, and publishes if asked; gives the assignment's id, or null when something is amiss. */
  const save = async ({ publishes, amiss, touches, onTouches }: Saving): Promise<string | null> => {
    if (busy || clashes.length > 0) return null;
    const options = { timeZone, held, publishes: publishes || Boolean(held?.publishedAt) };
    const found = draftOf(form, { ...options, rubricId: null });
    setFaults([...found.faults, ...amiss]);
    setRefused(null);
    if (!found.draft || amiss.length > 0) return null;
    setBusy(true);
    try {
      const saved = held && !dirty ? held : await write(found.draft, touches);
      accept(saved);
      if (publishes && !saved.publishedAt) {
        accept(await publishing.mutateAsync({ courseId, id: saved.id, version: saved.version }));
      }
      await queries.invalidateQueries({ queryKey: trpc.assignment.pathKey() });
      return saved.id;
    } catch (error) {
      const refusal = refusalIn(error);
      if (held && refusal?.code === "stale") await joinNewer(held.id).catch(refuseWith);
      else refuseWith(error);
      if (refusal?.code === "touches") onTouches(refusal);
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
    clashes,
    /** Somebody else's changes have been brought in since this was last saved here. */
    joined,
    settle,
    busy,
    save,
    discard,
    keptAt: device.keptAt,
  };
}
