"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Blank } from "@/components/ui/blank";
import type { Term, TermList } from "./shapes";
import { TermEditor } from "./term-editor";
import { TermsTable } from "./terms-table";

interface Props {
  courseId: string;
  meId: string;
  list: TermList;
}

/** The contested terms, with how often each stands in which reading; staff add, order and take out. */
export function TermsDesk({ courseId, meId, list }: Props) {
  const t = useTranslations("term");
  const trpc = useTRPC();
  const client = useQueryClient();
  const sentence = useRefusal();
  const query = trpc.term.list.queryOptions({ courseId });
  const { data } = useQuery({ ...query, initialData: list });
  const [edited, setEdited] = useState<Term | "new" | null>(null);
  const [said, setSaid] = useState("");
  const again = () => client.invalidateQueries({ queryKey: query.queryKey });
  const ordering = useMutation(trpc.term.order.mutationOptions({ onSettled: again }));
  const removing = useMutation(trpc.term.remove.mutationOptions({ onSettled: again }));
  const fault = ordering.error ?? removing.error;

  const move = (id: string, by: -1 | 1) => {
    const at = data.terms.findIndex((term) => term.id === id);
    const [term, other] = [data.terms[at], data.terms[at + by]];
    if (!term || !other) return;
    const terms = data.terms.with(at, other).with(at + by, term);
    client.setQueryData(query.queryKey, { ...data, terms });
    setSaid(t("moved", { name: term.name, at: at + by + 1, of: terms.length }));
    ordering.mutate({ courseId, ids: terms.map((each) => each.id) });
  };

  return (
    <>
      <header className="tm-top">
        <div>
          <h1 className="head-1">{t("head")}</h1>
          <p className="sum">{t("lead")}</p>
        </div>
        {data.can.write && (
          <button type="button" className="btn" onClick={() => setEdited("new")}>
            <Plus className="i" aria-hidden />
            {t("add")}
          </button>
        )}
      </header>
      <p className="vh" role="status">
        {said}
      </p>
      {fault && (
        <p className="err" role="alert">
          {sentence(fault)}
        </p>
      )}
      {data.terms.length === 0 ? (
        <Blank title={t("none")}>
          <p>{data.can.write ? t("noneStaff") : t("noneOthers")}</p>
        </Blank>
      ) : (
        <TermsTable
          courseId={courseId}
          list={data}
          onEdit={setEdited}
          onMove={move}
          onRemove={(id) => removing.mutate({ courseId, id, on: true })}
        />
      )}
      {data.removed.length > 0 && (
        <section className="tm-out" aria-labelledby="tm-out">
          <h2 className="h-sec" id="tm-out">
            {t("takenOut")}
          </h2>
          <ul>
            {data.removed.map(({ id, name }) => (
              <li key={id}>
                <span dir="auto">{name}</span>
                <button
                  type="button"
                  className="btn bare"
                  aria-label={t("putBackName", { name })}
                  onClick={() => removing.mutate({ courseId, id, on: false })}
                >
                  {t("putBack")}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {edited && (
        <TermEditor
          courseId={courseId}
          meId={meId}
          term={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            void again();
          }}
        />
      )}
    </>
  );
}
