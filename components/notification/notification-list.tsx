"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Blank } from "@/components/ui/blank";
import { Note } from "@/components/ui/note";
import type { NotificationPage } from "./item";
import { NotificationRow } from "./notification-row";
import { useRead } from "./use-read";

/** All that concerns me, newest first, over all my courses. */
export function NotificationList({ first }: { first: NotificationPage }) {
  const t = useTranslations("notification");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const { read, readAll, isReading, isRead, error } = useRead();
  const list = useInfiniteQuery(
    trpc.notification.list.infiniteQueryOptions(
      {},
      {
        initialCursor: null,
        initialData: { pages: [first], pageParams: [null] },
        getNextPageParam: (page) => page.next,
      },
    ),
  );
  const items = list.data.pages.flatMap((page) => page.items);
  const [newest] = items;
  const hasUnread = items.some(({ unread }) => unread);
  return (
    <>
      {newest && (
        <p className="line">
          <button
            type="button"
            className="btn"
            // Not `disabled`: the focus stays where it was pressed.
            aria-disabled={isReading || !hasUnread}
            onClick={() => !isReading && hasUnread && readAll(newest.at)}
          >
            {t("readAll")}
          </button>
          <output className="soft">{isRead && !hasUnread ? t("allRead") : ""}</output>
        </p>
      )}
      {error && <Note kind="now">{refusal(error)}</Note>}
      {!newest && !list.hasNextPage && <Blank title={t("empty")}>{t("emptyHint")}</Blank>}
      <ul className="tidings-all">
        {items.map((item) => (
          <NotificationRow key={item.id} item={item} onRead={read} whole />
        ))}
      </ul>
      {list.isFetchNextPageError && <Note kind="now">{refusal(list.error)}</Note>}
      {list.hasNextPage && (
        <button
          type="button"
          className="btn l"
          aria-busy={list.isFetchingNextPage}
          disabled={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {t("older")}
        </button>
      )}
    </>
  );
}
