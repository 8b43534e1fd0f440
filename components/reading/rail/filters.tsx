"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { SignalMark } from "@/components/comment/signal-mark";
import { useShowWaiting } from "@/components/live/live-provider";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Confirm } from "@/components/ui/confirm";
import { signals } from "@/domain/comment/comment";
import type { Show } from "@/domain/comment/filter";
import { usePeople } from "../data/use-people";
import { useDesk } from "../desk-state";
import type { Digest } from "../reader-types";

const plain = ["all", "unread", "mine", "unanswered", "resolved"] as const;

/** Which threads to show. The counts are those of the whole reading, whatever is shown now. */
export function Filters({ digest: { counts } }: { digest: Digest }) {
  const t = useTranslations("rail");
  const { filter, setFilter } = useDesk();
  const [isNear, setNear] = useState(false);
  const come = () => setNear(true);
  const row = (show: Show, name: ReactNode) => (
    <li key={show}>
      <button
        type="button"
        aria-pressed={filter.show === show}
        onClick={() => setFilter({ ...filter, show: filter.show === show ? "all" : show })}
      >
        {name}
        <span className={show === "unread" && counts.unread > 0 ? "n u" : "n"}>{counts[show]}</span>
      </button>
    </li>
  );
  return (
    <section
      className="filters"
      id="rail-filters"
      aria-label={t("show")}
      onPointerEnter={come}
      onFocusCapture={come}
    >
      <div className="spine-h" aria-hidden>
        <span className="label">{t("show")}</span>
        <kbd>f</kbd>
      </div>
      <ul>{plain.map((show) => row(show, <span className="fl">{t(`filter.${show}`)}</span>))}</ul>
      {counts.unread > 0 && <MarkAllRead count={counts.unread} />}
      <ul className="sigs">{signals.map((signal) => row(signal, <SignalMark signal={signal} line />))}</ul>
      <PersonFilter wanted={isNear || filter.person !== null} />
    </section>
  );
}

function PersonFilter({ wanted }: { wanted: boolean }) {
  const t = useTranslations("rail");
  const { filter, setFilter } = useDesk();
  const people = usePeople(wanted);
  return (
    <label className="by-person">
      <span>{t("person")}</span>
      <select
        className="input small"
        value={filter.person ?? ""}
        onChange={({ target }) => setFilter({ ...filter, person: target.value || null })}
      >
        <option value="">{t("anybody")}</option>
        {people.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function MarkAllRead({ count }: { count: number }) {
  const t = useTranslations("rail");
  const trpc = useTRPC();
  const client = useQueryClient();
  const refusal = useRefusal();
  const { courseId, page, announce } = useDesk();
  const show = useShowWaiting();
  const seen = useMutation(
    trpc.comment.seen.mutationOptions({
      onSuccess: () => {
        announce(t("allRead"));
        return client.invalidateQueries({ queryKey: trpc.comment.pathKey() });
      },
      onError: (error) => toast.error(refusal(error)),
    }),
  );
  return (
    <Confirm
      title={t("markAll")}
      description={t("markAllWhat", { count })}
      action={t("markAllDo")}
      onConfirm={() => {
        // What waits is among it: counted as new any longer, it would never be unread again.
        show();
        seen.mutate({ courseId, seen: { readingId: page.id, threads: "all" } });
      }}
      trigger={
        <button type="button" className="link mark-all" disabled={seen.isPending}>
          {t("markAll")}
        </button>
      }
    />
  );
}
