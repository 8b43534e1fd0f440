import { useTranslations } from "next-intl";
import { MovedLine, passagesOf } from "./moved-line";
import type { FlowPage, StanceView } from "./shapes";

interface FlowLegendProps {
  courseId: string;
  page: FlowPage;
  own?: readonly StanceView[] | undefined;
}

/** What the picture's marks mean, what is kept back, and what moved whoever looks. */
export function FlowLegend({ courseId, page, own = [] }: FlowLegendProps) {
  const t = useTranslations("stance.flow");
  if (!page.flow) return null;
  return (
    <p className="flow-legend">
      <Key className="band" /> {t("legend.band")}{" "}
      {!page.full && (
        <>
          <Key className="few" /> {t("legend.hidden", { smallest: page.settings.smallestGroup })}{" "}
        </>
      )}
      {own.length > 0 && (
        <>
          <Key className="you" />{" "}
          {passagesOf(own).length > 0 ? (
            <>
              {t("legend.youMoved")} <MovedLine courseId={courseId} path={own} />.
            </>
          ) : (
            t("legend.you")
          )}{" "}
        </>
      )}
      {t("legend.between")}
    </p>
  );
}

function Key({ className }: { className: string }) {
  return (
    <svg className="flow-key" width="26" height="9" aria-hidden="true">
      {className === "band" ? (
        <rect className="band" y="1" width="26" height="7" />
      ) : (
        <path className={className} d="M1 4.5h24" />
      )}
    </svg>
  );
}
