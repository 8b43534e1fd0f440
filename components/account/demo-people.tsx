"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Note } from "@/components/ui/note";
import { useSignIn } from "./use-sign-in";

interface Person {
  email: string;
  name: string;
  role: "instructor" | "assistant" | "student" | "observer";
}

/** How many people are offered before "all of them": enough to see the course from each side. */
const FEW = 5;

/** The demo's one well-known password; such accounts exist only where the demo does. */
const PASSWORD = "glossa-demo";

export function DemoPeople({ people, next }: { people: Person[]; next: string }) {
  const t = useTranslations("demo");
  const roles = useTranslations("roles");
  const { submit, pending, problem } = useSignIn(next);
  const [all, setAll] = useState(false);
  return (
    <section className="part" aria-labelledby="demo-people">
      <h2 className="kick" id="demo-people">
        {t("title")}
      </h2>
      {problem && <Note kind="now">{t("problem")}</Note>}
      <ul className="people">
        {(all ? people : people.slice(0, FEW)).map((person) => (
          <li key={person.email}>
            <button type="button" disabled={pending} onClick={() => submit(person.email, PASSWORD)}>
              <Avatar
                name={person.name}
                large
                staff={person.role === "instructor" || person.role === "assistant"}
              />
              <span className="nm">
                <bdi>{person.name}</bdi> <small>{roles(person.role)}</small>
              </span>
              <span className="st">{person.email}</span>
              <span className="go-i">
                <ArrowRight className="i" aria-hidden />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!all && people.length > FEW && (
        <button type="button" className="btn bare" onClick={() => setAll(true)}>
          {t("all", { count: people.length })}
        </button>
      )}
    </section>
  );
}
