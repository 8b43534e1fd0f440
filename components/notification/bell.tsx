"use client";

import { Popover } from "@base-ui/react/popover";
import { useQuery } from "@tanstack/react-query";
import { Bell as Glyph } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";
import { MOST_COUNTED } from "@/domain/notification/notification";
import { NotificationRow } from "./notification-row";
import { useRead } from "./use-read";

/** How often it is asked whether there is something new, while the page is looked at. Milliseconds. */
const EVERY = 60_000;
/** The panel shows the newest; the page has them all. */
const SHOWN = 8;

/** What has happened that concerns me: how much of it is new, and the newest of it. */
export function Bell() {
  const t = useTranslations("notification");
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const { data: unread = 0 } = useQuery(
    trpc.notification.unread.queryOptions(undefined, {
      refetchInterval: EVERY,
      refetchOnWindowFocus: true,
      retry: false,
    }),
  );
  const isMany = unread >= MOST_COUNTED;
  const label = isMany ? t("bellMany", { count: MOST_COUNTED - 1 }) : t("bell", { count: unread });
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="iconb bell" aria-label={label}>
        <Glyph className="i" aria-hidden />
        {unread > 0 && (
          <span className="count" aria-hidden>
            {isMany ? t("many", { count: MOST_COUNTED - 1 }) : unread}
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" className="over">
          {/* What is new comes after the panel has opened: the focus waits before it, not behind it. */}
          <Popover.Popup className="pop tidings" initialFocus={title}>
            <Popover.Title ref={title} tabIndex={-1} className="head-3">
              {t("title")}
            </Popover.Title>
            <Newest onGone={() => setOpen(false)} />
            <p className="foot-line">
              <Link prefetch={false} className="link" href="/notifications" onClick={() => setOpen(false)}>
                {t("all")}
              </Link>
            </p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Newest({ onGone }: { onGone: () => void }) {
  const t = useTranslations("notification");
  const trpc = useTRPC();
  const { read, readAll, isReading } = useRead();
  const list = useQuery(trpc.notification.list.queryOptions({}, { staleTime: 0 }));
  if (list.isError) {
    return (
      <Blank title={t("failed")} bad>
        <button type="button" className="btn" onClick={() => list.refetch()}>
          {t("again")}
        </button>
      </Blank>
    );
  }
  if (!list.data) return <output className="soft">{t("loading")}</output>;
  const { items } = list.data;
  const [newest] = items;
  if (!newest) return <Blank title={t("empty")}>{t("emptyHint")}</Blank>;
  const hasUnread = items.some(({ unread }) => unread);
  return (
    <>
      <ul>
        {items.slice(0, SHOWN).map((item) => (
          <NotificationRow
            key={item.id}
            item={item}
            onRead={(id) => {
              read(id);
              onGone();
            }}
          />
        ))}
      </ul>
      <button
        type="button"
        className="btn"
        // Not `disabled`: the focus stays where it was pressed.
        aria-disabled={isReading || !hasUnread}
        onClick={() => !isReading && hasUnread && readAll(newest.at)}
      >
        {t("readAll")}
      </button>
    </>
  );
}
