"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { ConfirmDialog } from "./confirm-dialog";
import { MovePreview } from "./move-preview";
import { PUBLISHED } from "./published-heading";

interface Place {
  readingId: string;
  position: number;
  title: string;
  versionId: string;
  version: number;
}

interface MovePanelProps {
  courseId: string;
  /** The version that is published last. */
  versionId: string;
  number: number;
  /** The readings that show an older one. */
  places: Place[];
}

/** Readings that still show an older version, each to be brought to this one after a look at what that does. */
export function MovePanel({ courseId, versionId, number, places }: MovePanelProps) {
  const t = useTranslations("source.move");
  const [asked, setAsked] = useState<Place | null>(null);
  return (
    <section aria-labelledby="older">
      <header>
        <h2 className="kick" id="older">
          {t("title")}
        </h2>
      </header>
      <ul className="places">
        {places.map((place) => (
          <li key={place.readingId}>
            <span>{t("place", { number: place.position, title: place.title, version: place.version })}</span>{" "}
            <button type="button" className="link" onClick={() => setAsked(place)}>
              {t("look")}
            </button>
          </li>
        ))}
      </ul>
      {asked && (
        <MoveDialog
          key={asked.readingId}
          courseId={courseId}
          versionId={versionId}
          number={number}
          place={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

interface MoveDialogProps extends Omit<MovePanelProps, "places"> {
  place: Place;
  onClose: () => void;
}

function MoveDialog({ courseId, versionId, number, place, onClose }: MoveDialogProps) {
  const t = useTranslations("source.move");
  const trpc = useTRPC();
  const router = useRouter();
  const sentence = useRefusal();
  const { readingId } = place;
  const preview = useQuery(trpc.source.previewMove.queryOptions({ courseId, readingId, versionId }));
  const moving = useMutation(
    trpc.source.move.mutationOptions({
      onSuccess: () => {
        onClose();
        router.refresh();
        // What led here goes away with the last reading that was behind.
        requestAnimationFrame(() => document.getElementById(PUBLISHED)?.focus());
      },
    }),
  );
  const fault = moving.error ?? preview.error;
  return (
    <ConfirmDialog
      open
      title={t("ask", { number: place.position, version: number })}
      yes={t("yes")}
      no={t("no")}
      busy={moving.isPending || preview.isPending}
      onYes={() => moving.mutate({ courseId, readingId, versionId, from: place.versionId })}
      onNo={onClose}
    >
      {preview.data ? <MovePreview preview={preview.data} /> : <p role="status">{t("counting")}</p>}
      {fault && (
        <p className="err" role="alert">
          {sentence(fault)}
        </p>
      )}
    </ConfirmDialog>
  );
}
