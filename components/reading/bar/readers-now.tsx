"use client";

import { Popover } from "@base-ui/react/popover";
import { Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePresence } from "@/components/live/live-provider";
import type { Here } from "@/components/live/live-state";
import { Avatar, initials } from "@/components/ui/avatar";
import { useDesk } from "../desk-state";
import { numberOf, paragraphIdAt } from "../dom-range";
import { PresenceSettings } from "../presence/presence-settings";

/** Avatars shown; the rest of a crowd is counted. */
const MOST = 5;

const isStaff = ({ role }: Here) => role === "instructor" || role === "assistant";

const numberAt = (position: number | null) => numberOf(position === null ? null : paragraphIdAt(position));

/** Where somebody is, in words; for a crowd's tooltip and for the list. */
function useWhereabouts() {
  const t = useTranslations("reader.bar");
  return ({ at, typing }: Here): string => {
    const number = numberAt(at);
    if (number === null) return typing ? t("replying") : t("opening");
    return typing ? t("replyingAt", { number }) : t("at", { number });
  };
}

/** Who is reading now: a few faces, and the list they open. */
export function ReadersNow() {
  const t = useTranslations("reader.bar");
  const { courseId, page, staff } = useDesk();
  const { here } = usePresence();
  const router = useRouter();
  const whereabouts = useWhereabouts();
  const [isOpen, setOpen] = useState(false);
  const shown = here.slice(0, MOST);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="avs pres" aria-label={t("readingNow", { count: here.length })}>
        {here.length === 0 && <Users className="i" aria-hidden />}
        {shown.map((reader) => (
          <span
            key={reader.key}
            className={isStaff(reader) ? "av on staff" : "av on"}
            title={`${reader.name}, ${whereabouts(reader)}`}
          >
            {initials(reader.name)}
          </span>
        ))}
        {here.length > MOST && <span className="more n">+{here.length - MOST}</span>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" className="over">
          <Popover.Popup className="pop readers">
            <Popover.Title className="head-3">{t("readers")}</Popover.Title>
            {here.length === 0 && page.presence.course && <p className="soft">{t("nobodyElse")}</p>}
            {here.length > 0 && (
              <ul>
                {here.map((reader) => (
                  <ReaderRow
                    key={reader.key}
                    reader={reader}
                    whereabouts={whereabouts(reader)}
                    onGone={() => setOpen(false)}
                  />
                ))}
              </ul>
            )}
            <PresenceSettings
              courseId={courseId}
              presence={page.presence}
              staff={staff}
              onChanged={() => router.refresh()}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ReaderRowProps {
  reader: Here;
  whereabouts: string;
  onGone: () => void;
}

function ReaderRow({ reader, whereabouts, onGone }: ReaderRowProps) {
  const t = useTranslations("reader.bar");
  const { goToParagraph } = useDesk();
  const { at, name, alias } = reader;
  const number = numberAt(at);
  return (
    <li>
      <Avatar name={name} staff={isStaff(reader)} />
      <span className="who">
        <bdi>{name}</bdi>
        {alias && <span className="soft"> ({alias})</span>}
      </span>
      {at !== null && number !== null ? (
        <button
          type="button"
          className="btn"
          aria-label={t("goTo", { name, number })}
          onClick={() => {
            onGone();
            // The list gives the focus back to its button when it closes; the paragraph is to have it.
            setTimeout(() => goToParagraph(at), 0);
          }}
        >
          {whereabouts}
        </button>
      ) : (
        <span className="soft">{whereabouts}</span>
      )}
    </li>
  );
}
