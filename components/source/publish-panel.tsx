"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { ConfirmDialog } from "./confirm-dialog";
import { PUBLISHED } from "./published-heading";

interface Props {
  courseId: string;
  sourceId: string;
  counted: number;
  dirty: boolean;
  saving: boolean;
  keptAt: Date | null;
  revision: number;
  /** Gives the revision that now stands on the server, or null when it was refused. */
  save: () => Promise<number | null>;
}

/** Save, publish for good, or throw the draft away. */
export function PublishPanel(props: Props) {
  const { courseId, sourceId, counted, dirty, saving, keptAt, revision, save } = props;
  const t = useTranslations("source.publish");
  const sentence = useRefusal();
  const router = useRouter();
  const trpc = useTRPC();
  const [asks, setAsks] = useState<"publish" | "delete" | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const isPublished = useRef(false);
  // The draft goes with its panel: who published it goes on where the text now says so.
  useEffect(
    () => () => {
      if (isPublished.current) document.getElementById(PUBLISHED)?.focus();
    },
    [],
  );

  const refused = (error: unknown) => {
    setAsks(null);
    setFault(sentence(error));
  };
  const publishing = useMutation(
    trpc.source.publish.mutationOptions({
      onSuccess: () => {
        isPublished.current = true;
        setAsks(null);
        router.refresh();
      },
      onError: refused,
    }),
  );
  const deleting = useMutation(
    trpc.source.delete.mutationOptions({
      onSuccess: () => router.push(`/courses/${courseId}/sources`),
      onError: refused,
    }),
  );

  const publish = async () => {
    setFault(null);
    const saved = dirty ? await save() : revision;
    if (saved === null) return setAsks(null);
    publishing.mutate({ courseId, id: sourceId, revision: saved });
  };

  return (
    <section className="pub" aria-labelledby="publish">
      <header>
        <h2 className="kick" id="publish">
          {t("title")}
        </h2>
        <span className="faint" role="status">
          {saving ? t("saving") : dirty ? (keptAt ? t("keptHere") : t("unsaved")) : t("saved")}
        </span>
      </header>
      <p className="pb">
        <button type="button" className="btn go l" disabled={saving} onClick={() => setAsks("publish")}>
          {t("publish")}
        </button>
        <button
          type="button"
          className="btn l"
          disabled={!dirty || saving}
          aria-busy={saving}
          onClick={() => save()}
        >
          {t("save")} <kbd>⌘S</kbd>
        </button>
      </p>
      <p className="err" role="alert">
        {fault}
      </p>
      <p className="fine">{t("help")}</p>
      <p>
        <button type="button" className="link faint" onClick={() => setAsks("delete")}>
          {t("delete")}
        </button>
      </p>
      <ConfirmDialog
        open={asks === "publish"}
        title={t("askTitle")}
        yes={t("publish")}
        no={t("notYet")}
        busy={publishing.isPending || saving}
        onYes={publish}
        onNo={() => setAsks(null)}
      >
        <p>{t("ask", { count: counted })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asks === "delete"}
        title={t("deleteTitle")}
        yes={t("delete")}
        no={t("keep")}
        danger
        busy={deleting.isPending}
        onYes={() => deleting.mutate({ courseId, id: sourceId })}
        onNo={() => setAsks(null)}
      >
        <p>{t("deleteAsk")}</p>
      </ConfirmDialog>
    </section>
  );
}
