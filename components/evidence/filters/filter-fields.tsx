"use client";

import { useTranslations } from "next-intl";
import { evidenceRelations } from "@/domain/prompt/contest";
import { type MatrixScope, matrixScopes } from "@/domain/prompt/matrix";
import { markOf } from "../cell-marks";
import { useEvidenceDesk } from "../desk-context";
import { emphases, type MatrixView, toggleRelation } from "../view";

interface FilterFieldsProps {
  view: MatrixView;
  change: (next: Partial<MatrixView>) => void;
  counts: { mine: number; check: number; empty: number; contested: number };
  /** What a relation is toggled with. */
  keyed: boolean;
}

/** Everything that narrows the matrix: reading, person, relation, whose, and what stands out. */
export function FilterFields({ view, change, counts, keyed }: FilterFieldsProps) {
  const t = useTranslations("evidence.filter");
  const { page } = useEvidenceDesk();
  const people = page.voices.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <WhoseFields view={view} change={change} mine={counts.mine} />
      <select
        className="f"
        aria-label={t("reading")}
        value={view.readingId ?? ""}
        onChange={(event) => change({ readingId: event.target.value || null })}
      >
        <option value="">{t("allReadings")}</option>
        {page.readings.map((reading) => (
          <option key={reading.id} value={reading.id}>
            {reading.number} {reading.title}
          </option>
        ))}
      </select>
      {people.length > 1 && (
        <select
          className="f"
          aria-label={t("person")}
          value={view.by ?? ""}
          onChange={(event) => change({ by: event.target.value || null })}
        >
          <option value="">{t("everybody")}</option>
          {people.map((voice) => (
            <option key={voice.key} value={voice.key}>
              {voice.name || t("unnamed")}
            </option>
          ))}
        </select>
      )}
      <fieldset className="seg">
        <legend className="vh">{t("relation")}</legend>
        {evidenceRelations.map((relation, index) => (
          <button
            key={relation}
            type="button"
            aria-pressed={!view.without.includes(relation)}
            aria-keyshortcuts={keyed ? String(index + 1) : undefined}
            onClick={() => change({ without: toggleRelation(view.without, relation) })}
          >
            <i className={`ev ${markOf[relation]}`} aria-hidden="true" />
            {t(`relations.${relation}`)}
          </button>
        ))}
      </fieldset>
      {emphases.map((emphasis) => (
        <button
          key={emphasis}
          type="button"
          className="f"
          aria-pressed={view.show === emphasis}
          onClick={() => change({ show: view.show === emphasis ? null : emphasis })}
        >
          {t(`show.${emphasis}`)} <span className="n">{counts[emphasis]}</span>
        </button>
      ))}
    </>
  );
}

interface WhoseFieldsProps {
  view: MatrixView;
  change: (next: Partial<MatrixView>) => void;
  mine: number;
}

function WhoseFields({ view, change, mine }: WhoseFieldsProps) {
  const t = useTranslations("evidence.filter");
  const { page, staff } = useEvidenceDesk();
  const own = page.groups.filter((group) => page.ownGroups.includes(group.id));
  const [first] = staff ? page.groups : own;
  const shown = matrixScopes.filter((scope) => scope !== "group" || first !== undefined);
  const name = (scope: MatrixScope) => {
    if (scope !== "group") return t(scope);
    return !staff && own.length === 1 && first ? first.name : t("group");
  };
  return (
    <>
      <fieldset className="seg">
        <legend className="vh">{t("whose")}</legend>
        {shown.map((scope) => (
          <button
            key={scope}
            type="button"
            aria-pressed={view.scope === scope}
            onClick={() =>
              change({
                scope,
                groupId: scope === "group" && staff ? (view.groupId ?? first?.id ?? null) : null,
              })
            }
          >
            <span dir="auto">{name(scope)}</span>
            {scope === "mine" && mine > 0 && <span className="n">{mine}</span>}
          </button>
        ))}
      </fieldset>
      {staff && view.scope === "group" && page.groups.length > 1 && (
        <select
          className="f"
          aria-label={t("group")}
          value={view.groupId ?? ""}
          onChange={(event) => change({ groupId: event.target.value })}
        >
          {page.groups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.name}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
