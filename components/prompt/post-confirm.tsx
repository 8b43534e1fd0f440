"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import type { Standing } from "@/domain/prompt/requirements";
import type { PositionView } from "./shapes";
import { useRequirement } from "./still-missing";

interface PostConfirmProps {
  open: boolean;
  standing: Standing;
  positions: PositionView[];
  isPosted: boolean;
  onPost: () => void;
  onClose: () => void;
}

/** Asks before an answer goes out with things missing, and says which. */
export function PostConfirm({ open, standing, positions, isPosted, onPost, onClose }: PostConfirmProps) {
  const t = useTranslations("response.confirm");
  const sentence = useRequirement(standing, positions);
  return (
    <Dialog
      title={t("title", { count: standing.missing })}
      description={t("why")}
      open={open}
      onOpenChange={(next) => !next && onClose()}
    >
      <ul className="missing-list">
        {standing.requirements
          .filter((requirement) => !requirement.met)
          .map((requirement) => (
            <li key={requirement.kind}>
              <i className="bx" aria-hidden="true" />
              {sentence(requirement)}
            </li>
          ))}
      </ul>
      <div className="acts">
        <button type="button" className="btn" onClick={onClose}>
          {t("goOn")}
        </button>
        <button type="button" className="btn go" onClick={onPost}>
          {t(isPosted ? "postChanges" : "post")}
        </button>
      </div>
    </Dialog>
  );
}
