"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VoiceName } from "@/components/voice/voice-name";
import { countWords } from "@/domain/prompt/citation";
import { PositionName } from "./position-name";
import type { PositionView, ResponseView } from "./shapes";
import { useRequirement } from "./still-missing";
import { VersionsDialog } from "./versions-dialog";
import { When } from "./when";

interface OpenResponseHeadProps {
  courseId: string;
  timeZone: string;
  titleId: string;
  response: ResponseView;
  position: PositionView | null;
  positions: PositionView[];
  showsHistory: boolean;
  /** The way to the ones before and after. */
  children: ReactNode;
}

/** Whose the open answer is, what it argues for, since when, and, for its author and staff, what it lacks. */
export function OpenResponseHead(props: OpenResponseHeadProps) {
  const { courseId, timeZone, titleId, response, position, positions, showsHistory, children } = props;
  const t = useTranslations("response");
  return (
    <header>
      <p className="ip">
        <VoiceName voice={response.author} as="span" />
        <span className="end">
          {showsHistory && response.version > 1 && (
            <VersionsDialog
              courseId={courseId}
              timeZone={timeZone}
              responseId={response.id}
              positions={positions}
            />
          )}
          {children}
        </span>
      </p>
      <h2 id={titleId} tabIndex={-1}>
        {position ? <PositionName position={position} /> : t("noPosition")}
      </h2>
      <p className="dim">
        <When at={response.submittedAt ?? response.createdAt} timeZone={timeZone} />
        {response.editedAt && (
          <>
            {", "}
            {t("changed")} <When at={response.editedAt} timeZone={timeZone} />
          </>
        )}
        {", "}
        {t("wordCount", { count: countWords(response.body) })}
      </p>
      {response.standing && response.standing.missing > 0 && (
        <Lacks standing={response.standing} positions={positions} />
      )}
    </header>
  );
}

interface LacksProps {
  standing: NonNullable<ResponseView["standing"]>;
  positions: PositionView[];
}

function Lacks({ standing, positions }: LacksProps) {
  const t = useTranslations("response");
  const sentence = useRequirement(standing, positions);
  return (
    <p className="red lacks">
      {t("postedMissing", { count: standing.missing })}:{" "}
      {standing.requirements
        .filter((requirement) => !requirement.met)
        .map((requirement) => sentence(requirement))
        .join("; ")}
    </p>
  );
}
