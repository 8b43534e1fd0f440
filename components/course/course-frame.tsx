import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Crumb, type FootState, Frame, type Tab } from "@/components/frame/frame";

export type CoursePlace =
  | "course"
  | "reading"
  | "discussion"
  | "evidence"
  | "sources"
  | "assignments"
  | "people"
  | "grade"
  | "gradebook"
  | "insight";

interface CourseFrameProps extends FootState {
  frame: {
    course: { id: string; title: string };
    staff: boolean;
    me: { name: string };
    can: { readPeople: boolean };
    role: "instructor" | "assistant" | "student" | "observer";
  };
  at: CoursePlace;
  /** The name of the page; the course's own page has none. */
  crumb?: string;
  children: ReactNode;
}

/** The frame of a course's pages: where I am, and what there is for somebody in my role. */
export function CourseFrame({ frame, at, crumb, children, ...foot }: CourseFrameProps) {
  const t = useTranslations("course.tabs");
  const base = `/courses/${frame.course.id}`;
  const tab = (place: CoursePlace, path: string, staff = false): Tab => ({
    label: t(place),
    href: `${base}${path}`,
    current: at === place,
    staff,
  });
  const tabs = [
    { ...tab("reading", ""), current: at === "reading" || at === "course" },
    tab("discussion", "/prompts"),
    tab("evidence", "/evidence"),
    ...(frame.role === "student" ? [{ ...tab("gradebook", "/grades"), label: t("grades") }] : []),
    ...(frame.staff
      ? [
          tab("grade", "/grade", true),
          tab("gradebook", "/gradebook", true),
          tab("insight", "/insight", true),
          tab("sources", "/sources", true),
          tab("assignments", "/assignments", true),
        ]
      : []),
    ...(frame.can.readPeople ? [tab("people", "/people", true)] : []),
  ];
  const crumbs: Crumb[] = [
    crumb ? { label: frame.course.title, href: base } : { label: frame.course.title },
    ...(crumb ? [{ label: crumb }] : []),
  ];
  return (
    <Frame crumbs={crumbs} tabs={tabs} me={frame.me} foot={foot}>
      {children}
    </Frame>
  );
}
