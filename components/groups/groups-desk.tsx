"use client";

import { Search } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Blank } from "@/components/ui/blank";
import { Board } from "./board";
import {
  formerGroups,
  type GroupsPage,
  isFound,
  type Move,
  sectionColumns,
  setColumns,
  type View,
} from "./board-state";
import { MakeDialog } from "./make-dialog";
import { NewSection, SectionActs } from "./section-forms";
import { SetHead } from "./set-head";
import { useGroupActs } from "./use-group-acts";

interface GroupsDeskProps {
  courseId: string;
  initial: GroupsPage;
  /** The set that the address names. */
  setId: string | null;
}

/** How the class is divided: its sections, and each of its sets of groups. */
export function GroupsDesk({ courseId, initial, setId }: GroupsDeskProps) {
  const t = useTranslations("groups");
  const format = useFormatter();
  const acts = useGroupActs(courseId, initial);
  const { page } = acts;
  const [chosen, setChosen] = useState<View | null>(setId);
  const [find, setFind] = useState("");
  const search = useRef<HTMLInputElement>(null);

  const set =
    page.sets.find(({ id }) => id === chosen) ?? (chosen === "sections" ? null : page.sets[0]) ?? null;
  const show = (view: View) => {
    setChosen(view);
    window.history.replaceState(null, "", `?set=${view}`);
  };
  const columns = set ? setColumns(page, set, t("noGroup")) : sectionColumns(page, t("noSection"));
  // A section that is left is left in every set that follows the sections.
  const parting = set ? [set.id] : page.sets.filter(({ kind }) => kind === "sections").map(({ id }) => id);
  const written = new Set(
    page.written.filter((row) => parting.includes(row.setId)).map(({ studentId }) => studentId),
  );
  const move = (what: Move) => (set ? acts.move(set.id, what) : acts.put(what));
  const mayLeave = set ? set.kind === "manual" : true;
  const former = set ? formerGroups(set) : [];
  const found = page.students.filter(({ name }) => isFound(name, find)).length;

  return (
    <>
      <div className="gr-bar">
        <nav className="gr-ways" aria-label={t("ways")}>
          <button type="button" className="f" aria-pressed={set === null} onClick={() => show("sections")}>
            {t("sections")} <span className="n">{page.sections.length}</span>
          </button>
          {page.sets.map(({ id, name }) => (
            <button
              type="button"
              className="f"
              key={id}
              aria-pressed={id === set?.id}
              onClick={() => show(id)}
            >
              <bdi>{name}</bdi>
            </button>
          ))}
        </nav>
        <MakeDialog
          courseId={courseId}
          onMade={(made) => {
            acts.keep(made);
            show(made.id);
          }}
        />
      </div>
      {page.sets.length === 0 && page.students.length > 0 && (
        <Blank title={t("noSets.title")}>
          <p>{t("noSets.about")}</p>
        </Blank>
      )}
      {set ? (
        <SetHead key={set.id} courseId={courseId} set={set} acts={acts} />
      ) : (
        <header className="gr-set">
          <div>
            <h2 className="head-2">{t("sections")}</h2>
            <p className="soft">{page.sections.length > 0 ? t("section.about") : t("section.none")}</p>
          </div>
          <NewSection courseId={courseId} save={acts.saveSection} />
        </header>
      )}
      {set?.kind === "sections" && (
        <p className="gr-follows">
          {t("follows")}{" "}
          <button type="button" className="link" onClick={() => show("sections")}>
            {t("toSections")}
          </button>
        </p>
      )}
      {page.blind.length > 0 && (
        <p className="soft">
          {t("blind", {
            titles: format.list(page.blind.map(({ title }) => title)),
            count: page.blind.length,
          })}
        </p>
      )}
      {page.students.length === 0 ? (
        <Blank title={t("noStudents.title")}>
          <p>{t("noStudents.about")}</p>
        </Blank>
      ) : (
        <>
          <label className="gr-find">
            <Search className="i" aria-hidden />
            <span className="vh">{t("find")}</span>
            <input
              ref={search}
              className="input"
              type="search"
              placeholder={t("find")}
              value={find}
              onChange={(event) => setFind(event.target.value)}
            />
            <span className="faint" role="status">
              {find.trim() !== "" && t("found", { count: found })}
            </span>
          </label>
          <Board
            key={set?.id ?? "sections"}
            of={set ? "group" : "section"}
            columns={columns}
            positions={page.positions}
            find={find}
            search={search}
            written={written}
            loose={mayLeave ? { id: null, name: t(set ? "noGroup" : "noSection") } : null}
            onMove={set?.kind === "sections" ? undefined : move}
            actsOf={
              set
                ? undefined
                : ({ id, name }) =>
                    id && (
                      <SectionActs
                        courseId={courseId}
                        section={{ id, name }}
                        save={acts.saveSection}
                        remove={acts.removeSection}
                      />
                    )
            }
          />
        </>
      )}
      {former.length > 0 && (
        <section className="gr-former" aria-labelledby="former">
          <h3 className="kick" id="former">
            {t("former.title")}
          </h3>
          <p className="soft">{t("former.about")}</p>
          <p>{former.map(({ name }) => name).join(", ")}</p>
        </section>
      )}
    </>
  );
}
