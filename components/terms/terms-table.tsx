"use client";

import { MoreHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Term, TermList } from "./shapes";

interface Props {
  courseId: string;
  list: TermList;
  onEdit: (term: Term) => void;
  onMove: (id: string, by: -1 | 1) => void;
  onRemove: (id: string) => void;
}

/** Terms by readings: in how many paragraphs each stands. */
export function TermsTable({ courseId, list, onEdit, onMove, onRemove }: Props) {
  const t = useTranslations("term");
  const ui = useTranslations("ui");
  const [asked, setAsked] = useState<TermList["terms"][number] | null>(null);
  const { terms, readings } = list;
  // The menu gives the focus back to its button first: what opens then finds its way back there.
  const afterMenu = (open: () => void) => () => setTimeout(open, 0);
  return (
    <section className="tm-scroll" aria-label={t("table")}>
      <table className="tbl">
        <caption className="vh">{t("table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            {readings.map(({ id, number, title }) => (
              <th scope="col" className="num" key={id} title={title}>
                {number}
                <span className="vh">, {title}</span>
              </th>
            ))}
            <th scope="col" className="num">
              {t("differences")}
            </th>
            {list.can.write && (
              <th scope="col">
                <span className="vh">{t("acts")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term.id}>
              <th scope="row">
                <Link
                  className="tm-name"
                  prefetch={false}
                  href={`/courses/${courseId}/terms/${term.id}`}
                  dir="auto"
                >
                  {term.name}
                </Link>
                {term.gloss && (
                  <span className="tm-why soft" dir="auto">
                    {term.gloss}
                  </span>
                )}
              </th>
              {readings.map(({ id }) => {
                const count = term.uses.find(({ readingId }) => readingId === id)?.count ?? 0;
                return (
                  <td className={`num sh-${Math.min(count, 4)}`} key={id}>
                    {count > 0 ? count : <span className="faint">–</span>}
                  </td>
                );
              })}
              <td className="num">{term.differences}</td>
              {list.can.write && (
                <td>
                  <Menu
                    trigger={
                      <button type="button" className="iconb" aria-label={t("actsOf", { name: term.name })}>
                        <MoreHorizontal className="i" aria-hidden />
                      </button>
                    }
                  >
                    <MenuItem onSelect={afterMenu(() => onEdit(term))}>{t("editAct")}</MenuItem>
                    <MenuItem onSelect={() => onMove(term.id, -1)}>{t("up")}</MenuItem>
                    <MenuItem onSelect={() => onMove(term.id, 1)}>{t("down")}</MenuItem>
                    <MenuItem danger onSelect={afterMenu(() => setAsked(term))}>
                      {t("takeOut")}
                    </MenuItem>
                  </Menu>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {asked && (
        <Dialog
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={t("takeOutTitle", { name: asked.name })}
          description={t("takeOutWhy", { count: asked.differences })}
        >
          <div className="acts">
            <button type="button" className="btn" onClick={() => setAsked(null)}>
              {ui("cancel")}
            </button>
            <button
              type="button"
              className="btn danger"
              onClick={() => {
                onRemove(asked.id);
                setAsked(null);
              }}
            >
              {t("takeOut")}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
